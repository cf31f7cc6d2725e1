"""What whoever goes to meet a person must know before they do: the warnings that stand."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from dutybook.access.prepared import padded, prepared
from dutybook.access.viewer import Viewer
from dutybook.ledger.versions import standing
from dutybook.records.people.kinds import KINDS
from dutybook.records.people.models import Flag, Person
from dutybook.records.people.visibility import visible_said


@dataclass(frozen=True)
class Warned:
    """One warning in a line; `said_in` is the record that says it: its kind and number."""

    line: str
    said_in: tuple[str, int]


def warnings_of(
    viewer: Viewer, subject_ids: Collection[int], day: date
) -> dict[int, tuple[Warned, ...]]:
    """By record, the warnings about its own person that stand on `day`, whichever record says them,
    as far as `viewer` may see that one; nobody without a warning is in it.

    One statement, for a page that may show these records and logs its own look, also at `said_in`.
    """
    if not subject_ids:
        return {}
    said: dict[int, list[Warned]] = defaultdict(list)
    for row in _standing_flags(viewer, subjects=padded(subject_ids), day=day):
        warned = Warned(KINDS["flag"].says(row), (row["of_kind"], row["subject_id"]))
        for subject in row["about"]:
            said[subject].append(warned)
    return {subject: tuple(warned) for subject, warned in said.items()}


def warnings_about(viewer: Viewer, subject_id: int, day: date) -> tuple[Warned, ...]:
    """The same about the person of one record."""
    return warnings_of(viewer, [subject_id], day).get(subject_id, ())


@prepared()
def _standing_flags(
    viewer: Viewer, *, subjects: tuple[int, ...], day: date
) -> QuerySet[Flag, dict[str, Any]]:
    """Each warning with those of the records that it is `about`: a person found to be another has
    two, and both are about the same person as the merges that stand make them."""
    own = Person.objects.filter(subject_id__in=subjects).annotate(root=Coalesce("same_as_id", "pk"))
    roots = own.values("root")
    # As a union, for each half is found by an index of its own.
    entries = roots.union(Person.objects.filter(same_as_id__in=roots).values("pk"))
    return (
        standing(Flag)
        .filter(
            visible_said(viewer),
            Q(until_day=None) | Q(until_day__gte=day),
            person_id__in=entries,
        )
        .annotate(
            root=Coalesce("person__same_as_id", "person_id"),
            about=ArraySubquery(own.filter(root=OuterRef("root")).values("subject_id")),
            of_kind=F("subject__kind"),
        )
        .order_by("signal", "fact_id")
        .values("about", "signal", "detail", "subject_id", "of_kind")
    )
