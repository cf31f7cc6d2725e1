"""Who a child is, put right; and what was keyed in error, withdrawn."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.ledger.subjects import check_revision, lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction
from dutybook.records.people import actions as people
from dutybook.records.safeguarding.models import Child


@transaction.atomic
def edit_child(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    known_as: str,
    date_of_birth: date | None,
    relation: str,
    seen_revision: int,
) -> Saved:
    """Who the child is, as it is known now; the values before stay in the history.

    Raises `EditCollision` when somebody changed it since `seen_revision`.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.CHILD)
    problems = Problems()
    problems.filled("known_as", known_as, "Enter a name, or how the child is known", longest=160)
    problems.length("relation", relation, 160)
    problems.born("date_of_birth", date_of_birth, local_day(now))
    problems.refuse_if_any()
    child = Child.objects.get(subject=subject)
    values = {
        "known_as": known_as.strip(),
        "date_of_birth": date_of_birth,
        "relation": relation.strip(),
    }
    check_revision(subject, seen_revision, values, stored=child)
    for name, value in values.items():
        setattr(child, name, value)
    child.save()
    people.keep_identity_in(
        subject, by=by, now=now, name=child.known_as, date_of_birth=child.date_of_birth
    )
    subject.label = child.known_as
    subject.revision += 1
    subject.save(update_fields=["label", "revision"])
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.CHILD,
        subjects=[subject.pk],
        detail="child",
    )
    return Saved(subject.pk, None, 0, ())


@transaction.atomic
def withdraw_fact(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    table: str,
    fact_id: int,
    seen_version: int,
    reason: str,
) -> Saved:
    """Withdraw something keyed in error; it stays on record and no longer counts."""
    subject = lock_for_writing(by, subject_id, SubjectKind.CHILD)
    if table not in {source.table for source in sources(SubjectKind.CHILD)} - {"allocation"}:
        raise InvalidInput({"table": "Nothing of this kind is recorded here"})
    return keep_correction(
        source_of(table).model,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )
