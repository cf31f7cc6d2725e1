"""What whoever goes to meet a person must know before they do: the warnings that stand."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
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

    Two statements, for a page that may show these records and logs its own look, also at `said_in`.
    """
    if not subject_ids:
        return {}
    about = dict(_people_of(subjects=padded(subject_ids)))
    if not about:
        return {}
    said: dict[int, list[Warned]] = defaultdict(list)
    for row in _standing_flags(viewer, roots=padded(about.values()), day=day):
        said_in = (row["of_kind"], row["subject_id"])
        said[row["root"]].append(Warned(KINDS["flag"].says(row), said_in))
    return {subject: tuple(said[root]) for subject, root in about.items() if root in said}


@prepared()
def _people_of(*, subjects: tuple[int, ...]) -> QuerySet[Person, tuple[Any, ...]]:
    """The person whom each record is about, as the merges that stand make them."""
    root = Coalesce("same_as_id", "pk")
    return Person.objects.filter(subject_id__in=subjects).values_list("subject_id", root)


@prepared()
def _standing_flags(
    viewer: Viewer, *, roots: tuple[int, ...], day: date
) -> QuerySet[Flag, dict[str, Any]]:
    entries = Person.objects.filter(Q(pk__in=roots) | Q(same_as_id__in=roots)).values("pk")
    return (
        standing(Flag)
        .filter(
            visible_said(viewer),
            Q(until_day=None) | Q(until_day__gte=day),
            person_id__in=entries,
        )
        .annotate(root=Coalesce("person__same_as_id", "person_id"), of_kind=F("subject__kind"))
        .order_by("signal", "fact_id")
        .values("root", "signal", "detail", "subject_id", "of_kind")
    )
