"""Somebody put a record on the national register by hand, and says so here."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.registry import source_of
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, finish
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import RegisterNote
from dutybook.records.offenders.queries.beside import REGISTER_TABLES


@transaction.atomic
def put_on_register(
    *, by: Viewer, now: datetime, subject_id: int, table: str, fact_id: int, put_on: date
) -> Saved:
    """Note that a record, as it stands now, was put on the national register on a day.

    Raises `InvalidInput` for a record that is not put there by hand, or is noted already as it
    stands. After a correction it is noted again.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.choice("table", table, REGISTER_TABLES)
    problems.moment("put_on", moment_of(put_on)[0], now, what="the day")
    problems.refuse_if_any()
    fact = standing(source_of(table).model, subject_id, fact_id)
    noted = RegisterNote.objects.filter(table=table, fact_id=fact_id, version=fact.version)
    if noted.exists():
        raise InvalidInput({"put_on": "It is noted already as put on the national register"})
    if put_on < local_day(fact.at):
        raise InvalidInput({"put_on": "That is before the day it tells of"})
    keep_note(subject, table, fact, put_on, by=by, now=now)
    return finish(subject, None, by=by, operation=Operation.COLLECTION)


def keep_note(
    subject: Subject, table: str, fact: FactVersion, put_on: date, *, by: Viewer, now: datetime
) -> None:
    """Write the note; who writes is a person."""
    if by.user_id is None:
        raise InvalidInput({"": "Only a person puts a record on the national register"})
    RegisterNote.objects.create(
        subject=subject,
        table=table,
        fact_id=fact.fact_id,
        version=fact.version,
        put_on=put_on,
        recorded_by_id=by.user_id,
        recorded_at=now,
    )
