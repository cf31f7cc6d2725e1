"""It becomes known that a child is at risk: from that moment a decision is owed."""

from contextlib import suppress
from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import NotFound
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger import ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import add_first
from dutybook.ledger.writes import Saved, finish, keep_first
from dutybook.records.people import actions as people
from dutybook.records.safeguarding.models import Child, ChildAtRisk

AT_RISK = "child_at_risk"
"""The category of a child, who is a protected person: found by those who work the record."""


@transaction.atomic
def know_of_child(
    *,
    by: Viewer,
    now: datetime,
    root_id: int,
    at: datetime | date,
    known_as: str,
    learnt_from: str,
    note: str,
    relation: str = "",
    date_of_birth: date | None = None,
) -> Saved:
    """A child not yet on record is, or may be, at risk from an offender or a suspect (`root_id`).

    Whoever answers for that record answers for the child; gives the child as `subject_id`.
    """
    root = _lock_root(by, root_id)
    problems = _learnt(at, now, learnt_from, note)
    _check_child(problems, known_as, relation, date_of_birth, now)
    problems.refuse_if_any()
    subject = ownership.open_subject(
        SubjectKind.CHILD,
        by=by,
        now=now,
        label=known_as.strip(),
        team_id=root.team_id,
        owner_id=root.owner_id,
        beneath=root,
        restricted=root.restricted,
    )
    Child.objects.create(
        subject=subject,
        known_as=known_as.strip(),
        date_of_birth=date_of_birth,
        relation=relation.strip(),
    )
    people.enter_own_in(
        subject, by=by, now=now, category=AT_RISK, name=known_as.strip(),
        date_of_birth=date_of_birth, protected=True,
    )  # fmt: skip
    moment, day_only = moment_of(at)
    fact = add_first(
        ChildAtRisk,
        subject_id=subject.pk,
        at=moment,
        day_only=day_only,
        by=by,
        now=now,
        learnt_from=learnt_from.strip(),
        note=note.strip(),
    )
    return finish(subject, fact, by=by, operation=Operation.COLLECTION, also=[root.pk])


@transaction.atomic
def learn_of_risk(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    learnt_from: str,
    note: str,
) -> Saved:
    """Something new was learnt of a child on record; it asks for a decision of its own."""
    subject = lock_for_writing(by, subject_id, SubjectKind.CHILD)
    _learnt(at, now, learnt_from, note).refuse_if_any()
    values = {"learnt_from": learnt_from.strip(), "note": note.strip()}
    return keep_first(ChildAtRisk, subject, by=by, now=now, at=at, **values)


def _lock_root(by: Viewer, root_id: int) -> Subject:
    """The offender or suspect with this number, locked."""
    for kind in (SubjectKind.OFFENDER, SubjectKind.SUSPECT):
        with suppress(NotFound):
            return lock_for_writing(by, root_id, kind)
    raise NotFound("no record with this number")


def _learnt(at: datetime | date, now: datetime, learnt_from: str, note: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the moment")
    problems.filled("learnt_from", learnt_from, "Say from where it is known", longest=160)
    problems.filled("note", note, "Say what was learnt")
    return problems


def _check_child(
    problems: Problems, known_as: str, relation: str, born: date | None, now: datetime
) -> None:
    problems.filled("known_as", known_as, "Enter a name, or how the child is known", longest=160)
    problems.length("relation", relation, 160)
    problems.born("date_of_birth", born, local_day(now))
