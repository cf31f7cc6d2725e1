"""What named people have said of each limb, newest first, and what the records show."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
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
from dutybook.inspections.models.limb import Counted
from dutybook.inspections.queries.choosing import ForceChoice
from dutybook.inspections.suppression import Counts, parts
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import MATERIAL_BELOW, SMALLEST_PUBLISHED, duty_of
from dutybook.ledger.queries import measures_of
from dutybook.ledger.queries.small_counts import is_suppressed, why_held_back
from dutybook.ledger.recorded import is_recorded


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
        .select_related("judged_by", "reply")
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
    settings = policies_of(viewer.force_id) if settings is None else settings
    share = value_in_force(settings, MATERIAL_BELOW, day_ends(day), known_at=known_at)
    material_below = share if isinstance(share, int) else None
    duties = {duty for limb in limbs for duty in limb.duties}
    counts = choice.records_here and viewer.may_read(RecordKind.LEDGER_AGGREGATE)
    found = (
        measures_of(
            viewer, day, duties=sorted(duties), now=now, known_at=known_at, settings=settings
        )
        if duties and counts
        else {}
    )
    findings = {
        limb.pk: _finding(viewer, limb, choice, day, found, material_below) for limb in limbs
    }
    if not is_suppressed(viewer):
        return findings
    smallest = value_in_force(settings, SMALLEST_PUBLISHED, day_ends(day), known_at=known_at)
    return {limb: _suppressed(viewer, one, smallest) for limb, one in findings.items()}


def _suppressed(viewer: Viewer, found: LimbFinding, smallest: int | str | None) -> LimbFinding:
    """The same finding, with the numbers held back that tell of a few."""
    figures = tuple(
        replace(
            one,
            held_back=why_held_back(
                viewer, parts(Counts(one.shown, one.of, one.unknown, one.no_standard)), smallest
            ),
            is_bare=True,
        )
        for one in found.figures
    )
    return replace(found, figures=figures)


def _finding(
    viewer: Viewer,
    limb: Limb,
    choice: ForceChoice,
    day: date,
    found: Mapping[str, Measure],
    material_below: int | None,
) -> LimbFinding:
    if limb.shown_by != ShownBy.RECORDS and not limb.duties:
        return LimbFinding(Finding.NOT_FROM_RECORDS, (), day)
    if not choice.records_here:
        return LimbFinding(Finding.NO_RECORDS_HERE, (), day)
    if not viewer.may_read(RecordKind.LEDGER_AGGREGATE):
        return LimbFinding(Finding.NOT_FOR_YOUR_ROLE, (), day)
    figures = tuple(
        figure(found[duty], _counted(limb, duty), recorded=is_recorded(duty_of(duty)))
        for duty in limb.duties
    )
    state = finding(figures, material_below=material_below)
    kept = any(each.recorded for each in figures)
    if state is Finding.NO_RECORDS_YET and kept and choice.counts_team_only:
        state = Finding.NONE_IN_YOUR_TEAM
    return LimbFinding(state, figures, day, material_below)


def _counted(limb: Limb, duty: str) -> str:
    """What counts as shown: only where events may be authorised can a limb ask for that."""
    counted = limb.counted if duty_of(duty).authorised_by else Counted.MET
    return str(counted)
