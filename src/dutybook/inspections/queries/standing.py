"""What named people have said of each limb, newest first, and what the records show."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties.figures import Measure
from dutybook.duties.policy import Policies
from dutybook.inspections.findings import Finding, LimbFinding, figure, finding
from dutybook.inspections.models import (
    Limb,
    NarrowerJudgement,
    Position,
    PositionState,
    ShownBy,
)
from dutybook.inspections.queries.choosing import ForceChoice
from dutybook.ledger.queries import measures_of


def newest_states(positions: Iterable[Position]) -> dict[int, PositionState]:
    """The state that stands for each limb, by the limb's id."""
    found = (
        PositionState.objects.filter(position__in=list(positions))
        .select_related("mapped_by")
        .order_by("position_id", "limb_id", "-id")
        .distinct("position_id", "limb_id")
    )
    return {each.limb_id: each for each in found}


def newest_judgements(positions: Iterable[Position]) -> dict[int, NarrowerJudgement]:
    """The judgement that stands for each limb, by the limb's id."""
    found = (
        NarrowerJudgement.objects.filter(position__in=list(positions))
        .select_related("judged_by")
        .order_by("position_id", "limb_id", "-id")
        .distinct("position_id", "limb_id")
    )
    return {each.limb_id: each for each in found}


def findings_of_limbs(
    viewer: Viewer,
    limbs: Sequence[Limb],
    choice: ForceChoice,
    day: date,
    *,
    now: datetime,
    known_at: datetime | None = None,
    settings: Policies | None = None,
) -> dict[int, LimbFinding]:
    """What the records show of each limb at the end of `day`, by the limb's id, as known at
    `known_at` (None: now); every duty's figures are read together."""
    duties = {duty for limb in limbs for duty in limb.duties}
    counts = choice.records_here and viewer.may_read(RecordKind.LEDGER_AGGREGATE)
    found = (
        measures_of(
            viewer, day, duties=sorted(duties), now=now, known_at=known_at, settings=settings
        )
        if duties and counts
        else {}
    )
    return {limb.pk: _finding(viewer, limb, choice, day, found) for limb in limbs}


def _finding(
    viewer: Viewer, limb: Limb, choice: ForceChoice, day: date, found: Mapping[str, Measure]
) -> LimbFinding:
    if limb.shown_by != ShownBy.RECORDS:
        return LimbFinding(Finding.NOT_FROM_RECORDS, (), day)
    if not choice.records_here:
        return LimbFinding(Finding.NO_RECORDS_HERE, (), day)
    if not viewer.may_read(RecordKind.LEDGER_AGGREGATE):
        return LimbFinding(Finding.NOT_FOR_YOUR_ROLE, (), day)
    figures = tuple(figure(found[duty], limb.counted) for duty in limb.duties)
    state = finding(figures)
    if state is Finding.NO_RECORDS_YET and figures and choice.counts_team_only:
        state = Finding.NONE_IN_YOUR_TEAM
    return LimbFinding(state, figures, day)
