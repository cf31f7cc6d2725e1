"""The list of inspections: where whoever answers for the force begins, with what waits for them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, QuerySet, Subquery

from dutybook.access.consulting import consultation
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
    ReleaseDraft,
    WholeProposal,
)
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.inspections.queries.commitments import open_promises
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import OutboxNote


@dataclass(frozen=True)
class InspectionLine:
    """One inspection in the list, and what waits in the viewer's force.

    `last_day` is the last for publishing a response to it, `days_left` the days until then
    (negative once it has passed), `released_on` the day on which the force's response was first
    released, None while it was not, `days_late` how long after the last day that was.
    `to_approve` is a draft of a release that waits for approval. `proposals` are the limbs, and
    `wholes` the recommendations, that are proposed for certification; `late_promises` those open
    past their day. `unproved` are the limbs whose certification stands and no
    longer holds, as the worker last saw.
    """

    inspection: Inspection
    recommendations: int
    responses: int
    last_day: date
    days_left: int
    released_on: date | None
    days_late: int
    to_approve: bool
    proposals: tuple[str, ...]
    wholes: tuple[int, ...]
    late_promises: int
    questions: int
    unproved: tuple[str, ...]


@consultation
def inspections(viewer: Viewer, *, now: datetime) -> tuple[InspectionLine, ...]:
    """Every inspection known here, the newest first."""
    check_may_read(viewer)
    force_id, today = viewer.force_id, local_day(now)
    released = Release.objects.filter(
        inspection_key=OuterRef("key"),
        force_key=Force.objects.filter(pk=force_id).values("key")[:1],
    )
    found = Inspection.objects.annotate(
        numbered=Count("recommendations", distinct=True),
        answered=Count("responses", distinct=True),
        proposed=ArraySubquery(
            CertificationProposal.objects.filter(
                force_id=force_id, answer=None, limb__recommendation__inspection=OuterRef("pk")
            )
            .order_by("limb_id")
            .values("limb__code")
            .distinct()
        ),
        wholes=ArraySubquery(
            WholeProposal.objects.filter(
                force_id=force_id, answer=None, recommendation__inspection=OuterRef("pk")
            )
            .order_by("recommendation__number")
            .values("recommendation__number")
            .distinct()
        ),
        asked=_waiting(LimbQuestion.objects.filter(force_id=force_id)),
        first_released_at=Subquery(released.order_by("released_at").values("released_at")[:1]),
        last_released_at=Subquery(released.order_by("-released_at").values("released_at")[:1]),
        drafted_at=Subquery(
            ReleaseDraft.objects.filter(inspection=OuterRef("pk"), force_id=force_id)
            .order_by("-prepared_at")
            .values("prepared_at")[:1]
        ),
    ).order_by("-published_on", "id")
    late = Counter(
        one.recommendation.inspection_id
        for one, due in open_promises(force_id, today)
        if due < today
    )
    unproved = _unproved(force_id)
    return tuple(_line(one, unproved, late, today) for one in found)


def _line(
    one: Any, unproved: Mapping[str, Sequence[str]], late: Mapping[int, int], today: date
) -> InspectionLine:
    last_day = last_day_to_publish(one.published_on)
    released_on = local_day(one.first_released_at) if one.first_released_at else None
    drafted, released = one.drafted_at, one.last_released_at
    return InspectionLine(
        inspection=one,
        recommendations=one.numbered,
        responses=one.answered,
        last_day=last_day,
        days_left=(last_day - today).days,
        released_on=released_on,
        days_late=max((released_on - last_day).days, 0) if released_on else 0,
        to_approve=drafted is not None and (released is None or drafted > released),
        proposals=tuple(one.proposed),
        wholes=tuple(one.wholes),
        late_promises=late.get(one.pk, 0),
        questions=one.asked or 0,
        unproved=tuple(unproved.get(one.key, ())),
    )


def _waiting(rows: "QuerySet[LimbQuestion]") -> Subquery:
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
