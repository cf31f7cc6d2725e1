"""What the actions of the room share: keeping a version, telling the search, writing the log."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Subject
from dutybook.ledger.subjects import RECORD_KINDS
from dutybook.ledger.versions import add_first, add_version
from dutybook.records.people.kinds import FactKind
from dutybook.records.people.models import Person, PersonFact
from dutybook.records.people.projection import note_known_in, project

ONE_AT_A_TIME = {
    "one_main_residence_at_a_time": "This record states another main residence for that time. "
    "End that one first, or say that this replaces it",
    "one_current_name_at_a_time": "This record states another current name for that time. "
    "End that one first, or say that this replaces it",
}


@dataclass(frozen=True)
class Stated:
    """What was kept: about whom, in which record, as which fact and version."""

    person_id: int
    subject_id: int
    fact_id: int
    version: int


def keep(
    kind: FactKind,
    person: Person,
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
    values: Mapping[str, Any],
) -> PersonFact:
    """Keep checked values as a new fact stated in a locked record. Raises `InvalidInput` when
    the database holds it against what stands."""
    with _one_at_a_time():
        fact = add_first(
            kind.model,
            subject_id=subject.pk,
            at=now,
            by=by,
            now=now,
            person_id=person.pk,
            force_id=person.force_id,
            **values,
        )
    note_known_in(person.pk, subject.pk, person.force_id, now)
    project(kind, fact)
    return fact


def keep_later(
    kind: FactKind,
    fact: PersonFact,
    *,
    by: Viewer,
    now: datetime,
    seen_version: int,
    reason: str,
    changes: Mapping[str, Any] | None = None,
    withdrawn: bool = False,
) -> PersonFact:
    """Keep a later version of a fact of a locked record; raises what `add_version` raises."""
    with _one_at_a_time():
        later = add_version(
            kind.model,
            subject_id=fact.subject_id,
            fact_id=fact.fact_id,
            seen_version=seen_version,
            by=by,
            now=now,
            reason=reason,
            changes=changes,
            withdrawn=withdrawn,
        )
    project(kind, later)
    return later


def note(by: Viewer, operation: Operation, subjects: list[Subject], detail: str) -> None:
    """The access-log row of a write; one for each kind of record it touched."""
    for stored in sorted({subject.kind for subject in subjects}):
        log.record(
            by,
            operation=operation,
            kind=RECORD_KINDS[stored],
            subjects=[subject.pk for subject in subjects if subject.kind == stored],
            detail=detail,
        )


def stated(fact: PersonFact) -> Stated:
    """What an action hands back of a version."""
    return Stated(fact.person_id, fact.subject_id, fact.fact_id, fact.version)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """A savepoint in which the database's no-overlap rules are told in words."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        name = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        if name not in ONE_AT_A_TIME:
            raise
        raise InvalidInput({"from_day": ONE_AT_A_TIME[name]}) from error
