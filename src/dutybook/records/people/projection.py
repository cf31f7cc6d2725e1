"""Keeping what the search reads in step with the facts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from dutybook.ledger.versions import standing
from dutybook.records.people.kinds import KINDS, FactKind, values_of
from dutybook.records.people.models import FindRow, KnownIn, PersonFact


def project(kind: FactKind, fact: PersonFact) -> None:
    """Make the search see the version just kept, or no longer see a withdrawn fact."""
    FindRow.objects.filter(fact_id=fact.fact_id).delete()
    row = find_row(kind, fact)
    if row is not None:
        row.save(force_insert=True)


def find_row(kind: FactKind, fact: PersonFact) -> FindRow | None:
    """What the search reads of a fact; None for one that it does not know."""
    if not kind.is_found or fact.withdrawn:
        return None
    values = values_of(kind, fact)
    keys = sorted(kind.keys(values) - {""})
    if not keys:
        return None
    return FindRow(
        fact_id=fact.fact_id,
        person_id=fact.person_id,
        subject_id=fact.subject_id,
        force_id=fact.force_id,
        kind=kind.key,
        first=kind.first(values) and fact.until_day is None,
        shown=kind.says(values)[:330],
        keys=keys,
    )


def all_rows(force_id: int) -> Iterable[FindRow]:
    """The search of a force made anew from its facts; equal to what is stored when all is well."""
    for kind in KINDS.values():
        if kind.is_found:
            for fact in standing(kind.model).filter(force_id=force_id).order_by("fact_id"):
                row = find_row(kind, fact)
                if row is not None:
                    yield row


def note_known_in(person_id: int, subject_id: int, force_id: int, now: datetime) -> None:
    """Remember that a record speaks of a person."""
    made: dict[str, Any] = {"force_id": force_id, "since": now}
    KnownIn.objects.get_or_create(person_id=person_id, subject_id=subject_id, defaults=made)
