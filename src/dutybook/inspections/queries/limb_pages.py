"""One limb: asked, said, shown, side by side, with the records behind the figures."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.roles import CASE_KINDS
from dutybook.access.viewer import Viewer
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
    newest_response,
    the_inspection,
)
from dutybook.inspections.queries.inspection_pages import LimbLine, days_left
from dutybook.inspections.queries.standing import (
    finding_of_limb,
    newest_judgements,
    newest_states,
)
from dutybook.ledger.queries import BreachRow, Page, records_in_breach

CLAIMS_DONE = (ForceState.CLAIMS_COMPLETE, ForceState.SELF_CERTIFIED)


@dataclass(frozen=True)
class LimbPage:
    """Everything about one limb of one force on one day.

    `rows` are the records of `duty` that the figures count and do not count as met, as far as the
    viewer may see persons; None for those who may not, or where there are no figures. `history`
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
    rows: Page[BreachRow] | None
    is_contradicted: bool
    days_left: int | None
    day: date
    known_at: datetime | None


@transaction.atomic
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
    inspection = the_inspection(key)
    limb = (
        Limb.objects.select_related("recommendation")
        .filter(recommendation__inspection=inspection, code=code)
        .first()
    )
    if limb is None or (duty is not None and duty not in limb.duties):
        raise NotFound
    choice = choose_force(viewer, inspection, force_key)
    response = newest_response(inspection, choice.force)
    position = Position.objects.filter(
        response=response, recommendation=limb.recommendation
    ).first()
    positions = [position] if position else []
    line = LimbLine(
        limb=limb,
        state=newest_states(positions).get(limb.pk),
        judgement=newest_judgements(positions).get(limb.pk),
        finding=finding_of_limb(viewer, limb, choice, day, now=now, known_at=known_at),
    )
    shown_duty = duty or (limb.duties[0] if limb.duties else None)
    return LimbPage(
        inspection=inspection,
        recommendation=limb.recommendation,
        limb=limb,
        choice=choice,
        response=response,
        position=position,
        line=line,
        states=_history(PositionState, limb, position, "mapped_by"),
        judgements=_history(NarrowerJudgement, limb, position, "judged_by"),
        duty=shown_duty,
        rows=_rows(viewer, choice, line, shown_duty, day, page),
        is_contradicted=line.state is not None
        and line.state.state in CLAIMS_DONE
        and contradicts(line.finding.state),
        days_left=days_left(limb.recommendation.deadline, day),
        day=day,
        known_at=known_at,
    )


def _history(model, limb: Limb, position: Position | None, person: str):
    found = model.objects.filter(limb=limb, position=position).select_related(person)
    return tuple(found.order_by("-id"))


def _rows(
    viewer: Viewer,
    choice: ForceChoice,
    line: LimbLine,
    duty: str | None,
    day: date,
    page: str,
) -> Page[BreachRow] | None:
    sees_persons = any(viewer.may_read(kind) for kind in CASE_KINDS)
    if not (choice.records_here and line.finding.figures and duty and sees_persons):
        return None
    try:
        return records_in_breach(viewer, duty, day, page=page)
    except NotAllowed:
        return None
