"""One limb: asked, said, shown, side by side, with the records behind the figures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.inspections.findings import contradicts
from dutybook.inspections.models import (
    ForceState,
    ImportedResponse,
    Inspection,
    Limb,
    NarrowerJudgement,
    Position,
    PositionState,
    Recommendation,
)
from dutybook.inspections.queries.choosing import (
    ForceChoice,
    check_may_read,
    choose_force,
    newest_answer,
)
from dutybook.inspections.queries.inspection_pages import LimbLine, days_left
from dutybook.inspections.queries.layers import Layers, layers_of
from dutybook.inspections.queries.pulses import (
    StatementLine,
    as_office_reads,
    pulse_of,
    with_pulse,
)
from dutybook.inspections.queries.reality import Tested, lasts_on, tested_of, with_tests
from dutybook.inspections.queries.scrutiny import Questions, with_questions
from dutybook.inspections.queries.standing import (
    findings_of_limbs,
)
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policies import policies_of
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import BreachRow, Page, records_in_breach
from dutybook.ledger.queries.small_counts import is_suppressed
from dutybook.ledger.subjects import RECORD_KINDS

CLAIMS_DONE = (ForceState.CLAIMS_COMPLETE, ForceState.SELF_CERTIFIED)


@dataclass(frozen=True)
class LimbPage:
    """Everything about one limb of one force on one day.

    `rows` are the records of `duty` that the figures count and do not count as met, as far as the
    viewer may see persons; None for those who may not, where there are no figures, or where the
    figures are as known at another time, for which no records are kept. `history`
    holds every state and judgement, newest first. `is_contradicted` says that the force claims
    completion where the records show less.
    """

    inspection: Inspection
    recommendation: Recommendation
    limb: Limb
    choice: ForceChoice
    response: ImportedResponse | None
    position: Position | None
    line: LimbLine
    states: tuple[PositionState, ...]
    judgements: tuple[NarrowerJudgement, ...]
    duty: str | None
    layers: Layers
    questions: Questions
    tested: Tested | None
    pulse: tuple[StatementLine, ...]
    rows: Page[BreachRow] | None
    is_contradicted: bool
    days_left: int | None
    day: date
    known_at: datetime | None


@consultation
def limb_page(
    viewer: Viewer,
    key: str,
    code: str,
    *,
    day: date,
    now: datetime,
    force_key: str | None = None,
    known_at: datetime | None = None,
    duty: str | None = None,
    page: str = "",
) -> LimbPage:
    """Raises NotFound for an inspection, limb or force that cannot be shown."""
    check_may_read(viewer)
    limb = (
        _with_what_was_said(Limb.objects.all(), viewer.force_id, day)
        .select_related("recommendation__inspection")
        .filter(recommendation__inspection__key=key, code=code)
        .first()
    )
    if limb is None or (duty is not None and duty not in limb.duties):
        raise NotFound
    inspection = limb.recommendation.inspection
    choice = choose_force(viewer, inspection, force_key)
    response, positions = newest_answer(inspection, choice.force)
    position = positions.get(limb.recommendation.number)
    states = _history(PositionState, limb, position, "mapped_by")
    judgements = _history(NarrowerJudgement, limb, position, "judged_by", "reply__said_by")
    settings = policies_of(viewer.force_id)
    findings = findings_of_limbs(
        viewer, [limb], choice, day, now=now, known_at=known_at, settings=settings
    )
    line = LimbLine(
        limb=limb,
        state=next(iter(states), None),
        judgement=next(iter(judgements), None),
        finding=findings[limb.pk],
    )
    shown_duty = duty or _falling_short(line) or next(iter(limb.duties), None)
    return LimbPage(
        inspection=inspection,
        recommendation=limb.recommendation,
        limb=limb,
        choice=choice,
        response=response,
        position=position,
        line=line,
        states=states,
        judgements=judgements,
        duty=shown_duty,
        layers=layers_of(limb, choice.force.pk, line.finding, until=day_ends(day)),
        questions=Questions(limb.asked_so_far, limb.waiting),
        tested=tested_of(limb, lasts_on(settings, day), day),
        pulse=_pulse(viewer, limb, choice, settings, day),
        rows=None
        if known_at is not None
        else _rows(viewer, choice, line, shown_duty, day, page, settings),
        is_contradicted=line.state is not None
        and line.state.state in CLAIMS_DONE
        and contradicts(line.finding.state),
        days_left=days_left(limb.recommendation.deadline, day),
        day=day,
        known_at=known_at,
    )


def _with_what_was_said(limbs: "QuerySet[Limb]", force_id: int, day: date) -> "QuerySet[Limb]":
    """The limbs with the questions, the newest test and the newest pulse of one force."""
    return with_pulse(with_tests(with_questions(limbs, force_id), force_id, day), force_id, day)


def _pulse(
    viewer: Viewer, limb: Limb, choice: ForceChoice, settings: Policies, day: date
) -> tuple[StatementLine, ...]:
    """What staff say of the limb, where the force's records are here."""
    said = pulse_of(limb) if choice.records_here else ()
    return as_office_reads(said, viewer, settings, day) if is_suppressed(viewer) else said


def _falling_short(line: LimbLine) -> str | None:
    """The first duty of which the records do not show all; None where they do."""
    short = (one for one in line.finding.figures if one.shown < one.of)
    return next((one.measure.duty for one in short), None)


def _history(model, limb: Limb, position: Position | None, *related: str):
    if position is None:
        return ()
    found = model.objects.filter(limb=limb, position=position).select_related(*related)
    return tuple(found.order_by("-id"))


def _rows(
    viewer: Viewer,
    choice: ForceChoice,
    line: LimbLine,
    duty: str | None,
    day: date,
    page: str,
    settings: Policies,
) -> Page[BreachRow] | None:
    if not (choice.records_here and line.finding.figures and duty):
        return None
    kind = RECORD_KINDS.get(duty_of(duty).subject)
    if kind is None or not viewer.may_read(kind):  # of some kinds no record is kept here yet
        return None
    try:
        return records_in_breach(viewer, duty, day, page=page, settings=settings)
    except NotAllowed:
        return None
