"""One inspection with what the force says and the records show, limb by limb."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from dutybook.access.consulting import consultation
from dutybook.access.viewer import Viewer
from dutybook.documents.response.statutory import last_day_to_publish
from dutybook.duties.policy import Policies
from dutybook.inspections.findings import LimbFinding
from dutybook.inspections.models import (
    ImportedResponse,
    Inspection,
    Limb,
    NarrowerJudgement,
    Ownership,
    PolicingBodyComment,
    Position,
    PositionState,
    Recommendation,
    WholeCertification,
    WholeProposal,
)
from dutybook.inspections.queries.choosing import (
    ForceChoice,
    check_may_read,
    choose_force,
    newest_answer,
    the_inspection,
)
from dutybook.inspections.queries.standing import (
    findings_of_limbs,
    newest_judgements,
    newest_states,
)
from dutybook.ledger.instants import day_ends, local_day


@dataclass(frozen=True)
class LimbLine:
    """One limb with the five things said of it that this release knows."""

    limb: Limb
    state: PositionState | None
    judgement: NarrowerJudgement | None
    finding: LimbFinding


@dataclass(frozen=True)
class BodyComment:
    """The policing body's comment that stands, drafted or adopted."""

    action: str
    reply_to_chief: str
    is_adopted: bool


@dataclass(frozen=True)
class WholeClaim:
    """That the force's certification of the whole recommendation stands."""

    certified_on: date
    public_reason: str


@dataclass(frozen=True)
class Owners:
    """Who answers for a recommendation as a whole, and where that was decided."""

    senior_owner: str
    delivery_owner: str
    board: str
    minute: str


@dataclass(frozen=True)
class RecommendationLine:
    """One recommendation: what is asked, what the force says, the policing body's own comment (the
    newest, and the newest that was adopted), whether the whole is certified, who answers for it,
    and its limbs.

    `days_left` is negative once the deadline has passed; None without a deadline.
    """

    recommendation: Recommendation
    position: Position | None
    limbs: tuple[LimbLine, ...]
    days_left: int | None
    comment: BodyComment | None
    adopted: BodyComment | None
    whole: WholeClaim | None
    owners: Owners | None


@dataclass(frozen=True)
class InspectionPage:
    """One inspection as one force answers it, on one day."""

    inspection: Inspection
    choice: ForceChoice
    response: ImportedResponse | None
    recommendations: tuple[RecommendationLine, ...]
    last_day: date
    day: date


@consultation
def inspection_page(
    viewer: Viewer,
    key: str,
    *,
    day: date,
    now: datetime,
    force_key: str | None = None,
    known_at: datetime | None = None,
    numbers: Collection[int] | None = None,
    settings: Policies | None = None,
    limbs: "QuerySet[Limb] | None" = None,
) -> InspectionPage:
    """One inspection, whole or (with `numbers`) only those recommendations. `settings` are the
    viewer's force's, where the caller has them; `limbs` how each limb is read, where the caller
    wants more of it than its own columns.

    Raises NotFound for an inspection or force that cannot be shown.
    """
    check_may_read(viewer)
    of_force = Q(force_id=viewer.force_id) if force_key is None else Q(force__key=force_key)
    recommendations = _recommendations(key, numbers, of_force, limbs, day)
    inspection = recommendations[0].inspection if recommendations else the_inspection(key)
    choice = choose_force(viewer, inspection, force_key)
    response, positions = newest_answer(inspection, choice.force)
    states = newest_states(positions.values())
    judgements = newest_judgements(positions.values())
    every = [limb for each in recommendations for limb in each.limbs.all()]
    findings = findings_of_limbs(
        viewer, every, choice, day, now=now, known_at=known_at, settings=settings
    )
    lines = []
    for recommendation in recommendations:
        ordered = sorted(recommendation.limbs.all(), key=lambda limb: limb.code)
        lines.append(
            RecommendationLine(
                recommendation=recommendation,
                position=positions.get(recommendation.number),
                limbs=tuple(
                    LimbLine(
                        limb=limb,
                        state=states.get(limb.pk),
                        judgement=judgements.get(limb.pk),
                        finding=findings[limb.pk],
                    )
                    for limb in ordered
                ),
                days_left=days_left(recommendation.deadline, day),
                comment=_comment(recommendation.comment),
                adopted=_comment(recommendation.adopted),
                whole=_whole(recommendation.whole),
                owners=Owners(**recommendation.owners) if recommendation.owners else None,
            )
        )
    return InspectionPage(
        inspection=inspection,
        choice=choice,
        response=response,
        recommendations=tuple(lines),
        last_day=last_day_to_publish(inspection.published_on),
        day=day,
    )


def _recommendations(
    key: str,
    numbers: Collection[int] | None,
    of_force: Q,
    limbs: "QuerySet[Limb] | None",
    day: date,
) -> list[Recommendation]:
    """Those of one inspection in order, each with its inspection and limbs, and with the newest
    `comment` of the policing body of one force, the newest `adopted` one, and the `owners` named by
    the end of `day`."""
    said = PolicingBodyComment.objects.filter(of_force, recommendation=OuterRef("pk"))
    parts = {name: name for name in BodyComment.__dataclass_fields__}
    newest = said.order_by("-id").values(parts=JSONObject(**parts))
    found = Recommendation.objects.filter(inspection__key=key).select_related("inspection")
    certified = WholeCertification.objects.filter(
        proposal__in=WholeProposal.objects.filter(
            of_force, recommendation=OuterRef(OuterRef("pk"))
        ),
        outcome=WholeCertification.CERTIFIED,
        withdrawal=None,
    ).order_by("-id")
    whole = JSONObject(said_at="said_at", public_reason="public_reason")
    named = Ownership.objects.filter(
        of_force, recommendation=OuterRef("pk"), said_at__lte=day_ends(day)
    ).order_by("-id")
    owners = JSONObject(**{name: name for name in Owners.__dataclass_fields__})
    found = found.annotate(
        whole=Subquery(certified.values(parts=whole)[:1]),
        comment=Subquery(newest[:1]),
        adopted=Subquery(newest.filter(is_adopted=True)[:1]),
        owners=Subquery(named.values(parts=owners)[:1]),
    )
    if numbers is not None:
        found = found.filter(number__in=numbers)
    read = Prefetch("limbs", queryset=Limb.objects.all() if limbs is None else limbs)
    return list(found.order_by("number").prefetch_related(read))


def _comment(stored: dict[str, Any] | None) -> BodyComment | None:
    return BodyComment(**stored) if stored else None


def _whole(stored: dict[str, str] | None) -> WholeClaim | None:
    if not stored:
        return None
    certified_on = local_day(datetime.fromisoformat(stored["said_at"]))
    return WholeClaim(certified_on, stored["public_reason"])


def days_left(deadline: date | None, day: date) -> int | None:
    """Days from `day` to the deadline; negative once it has passed."""
    return None if deadline is None else (deadline - day).days
