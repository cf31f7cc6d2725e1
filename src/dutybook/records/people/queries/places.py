"""Where the people of some records live now, for going there."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, When

from dutybook.access.prepared import padded, prepared
from dutybook.access.viewer import Viewer
from dutybook.ledger.versions import standing
from dutybook.records.people.models import Address
from dutybook.records.people.visibility import visible_said

_NEAREST_FIRST = ("main", "other", "found", "stayed", "institution")


@dataclass(frozen=True)
class Place:
    """A place as it was stated, and its postcode where there is one."""

    place: str
    postcode: str

    @property
    def area(self) -> str:
        """The first half of the postcode, by which a round of visits can be planned."""
        return self.postcode.split()[0] if self.postcode else ""


def present_places(viewer: Viewer, subject_ids: Collection[int], day: date) -> dict[int, Place]:
    """By record, where its own person lives on `day`: the main residence, else another place.

    One statement, for a page that logs its own look; nobody without a place is in it.
    """
    if not subject_ids:
        return {}
    found = _nearest(viewer, subjects=padded(subject_ids), day=day)
    return {subject_id: Place(place, postcode) for subject_id, place, postcode in found}


@prepared()
def _nearest(
    viewer: Viewer, *, subjects: tuple[int, ...], day: date
) -> QuerySet[Address, tuple[Any, ...]]:
    nearness = Case(
        *(When(residence=one, then=place) for place, one in enumerate(_NEAREST_FIRST)),
        output_field=IntegerField(),
    )
    return (
        standing(Address)
        .filter(
            visible_said(viewer),
            Q(from_day=None) | Q(from_day__lte=day),
            Q(until_day=None) | Q(until_day__gte=day),
            subject_id__in=subjects,
            person__subject_id=F("subject_id"),
        )
        .order_by("subject_id", nearness, "-from_day", "-fact_id")
        .distinct("subject_id")
        .values_list("subject_id", "place", "postcode")
    )
