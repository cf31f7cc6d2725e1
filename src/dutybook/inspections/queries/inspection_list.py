"""The list of inspections: where whoever answers for the force begins, with what waits for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery

from dutybook.access.models import Force
from dutybook.access.viewer import Viewer
from dutybook.documents.response.statutory import last_day_to_publish
from dutybook.inspections.findings import Finding
from dutybook.inspections.models import (
    Certification,
    CertificationProposal,
    Inspection,
    LimbQuestion,
    Release,
)
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import OutboxNote


@dataclass(frozen=True)
class InspectionLine:
    """One inspection in the list, and what waits in the viewer's force.

    `last_day` is the last for publishing a response to it, `days_left` the days until then
    (negative once it has passed), `released_on` the day on which the force's response was last
    released, None while it was not. `unproved` are the limbs whose certification stands and no
    longer holds, as the worker last saw.
    """

    inspection: Inspection
    recommendations: int
    responses: int
    last_day: date
    days_left: int
    released_on: date | None
    proposals: int
    questions: int
    unproved: tuple[str, ...]


@transaction.atomic
def inspections(viewer: Viewer, *, now: datetime) -> tuple[InspectionLine, ...]:
    """Every inspection known here, the newest first."""
    check_may_read(viewer)
    force_id, today = viewer.force_id, local_day(now)
    found = Inspection.objects.annotate(
        numbered=Count("recommendations", distinct=True),
        answered=Count("responses", distinct=True),
        proposed=_waiting(CertificationProposal.objects.filter(force_id=force_id)),
        asked=_waiting(LimbQuestion.objects.filter(force_id=force_id)),
        released_at=Subquery(
            Release.objects.filter(
                inspection_key=OuterRef("key"),
                force_key=Force.objects.filter(pk=force_id).values("key")[:1],
            )
            .order_by()
            .values("inspection_key")
            .annotate(last=Max("released_at"))
            .values("last")
        ),
    ).order_by("-published_on", "id")
    unproved = _unproved(force_id)
    return tuple(_line(one, unproved, today) for one in found)


def _line(one: Inspection, unproved: Mapping[str, Sequence[str]], today: date) -> InspectionLine:
    last_day = last_day_to_publish(one.published_on)
    return InspectionLine(
        inspection=one,
        recommendations=one.numbered,
        responses=one.answered,
        last_day=last_day,
        days_left=(last_day - today).days,
        released_on=local_day(one.released_at) if one.released_at else None,
        proposals=one.proposed or 0,
        questions=one.asked or 0,
        unproved=tuple(unproved.get(one.key, ())),
    )


def _waiting(
    rows: "QuerySet[CertificationProposal] | QuerySet[LimbQuestion]",
) -> Subquery:
    """How many of these, about any limb of the outer inspection, have no answer yet."""
    counted = (
        rows.filter(answer=None, limb__recommendation__inspection=OuterRef("pk"))
        .order_by()
        .values("limb__recommendation__inspection")
        .annotate(number=Count("pk"))
        .values("number")
    )
    return Subquery(counted)


def _unproved(force_id: int) -> dict[str, list[str]]:
    """By inspection, the certified limbs whose finding the worker last saw as not fully shown."""
    standing = Certification.objects.filter(
        proposal__force_id=force_id, outcome=Certification.CERTIFIED, withdrawal=None
    ).values_list("proposal__limb__recommendation__inspection__key", "proposal__limb__code")
    certified = {f"{key}/{code}" for key, code in standing}
    notes = (
        OutboxNote.objects.filter(force_id=force_id, kind="finding", about__in=certified)
        .order_by("about", "-id")
        .distinct("about")
    )
    found: dict[str, list[str]] = {}
    for note in notes:
        if note.after != Finding.FULLY_SHOWN:
            key, _, code = note.about.rpartition("/")
            found.setdefault(key, []).append(code)
    return found
