"""What named people say of a force's printed words: the state they amount to, and how wide."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Force, Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.reminding import OF_THE_FORCE, OF_THE_OFFICE, holding
from dutybook.inspections.models import (
    ForceState,
    Limb,
    NarrowerJudgement,
    NarrowerReply,
    PolicingBodyComment,
    Position,
    PositionState,
    Recommendation,
)
from dutybook.inspections.models.position_state import NEEDS_REASONS
from dutybook.ledger.answering import people_of
from dutybook.ledger.reminding import remind

LONGEST_NAME, LONGEST_RANK, LONGEST_REPLY = 200, 60, 4000
REPLIED_ALREADY = "Somebody replied to this judgement meanwhile: look at it first"


@transaction.atomic
def map_position(
    *,
    position_id: int,
    limb_id: int,
    state: str,
    by: Viewer,
    now: datetime,
    reasons: str = "",
    signatory: str = "",
    signatory_rank: str = "",
    milestone: str = "",
    end_date: date | None = None,
    interim_control: str = "",
) -> PositionState:
    """Say what the force's printed words amount to for one limb; earlier readings stay."""
    position, limb = _position_and_limb(position_id, limb_id, by)
    problems = {}
    if state not in ForceState.values:
        problems["state"] = "choose one of the listed states"
    if state in NEEDS_REASONS and not reasons.strip():
        problems["reasons"] = "give the force's reasons, in its words where it gave any"
    if state == ForceState.DEFERRED and end_date is None:
        problems["end_date"] = "a deferral needs its new date; the deadline itself stays"
    if state == ForceState.DEFERRED and not interim_control.strip():
        problems["interim_control"] = "say what keeps people safe until then"
    if len(signatory) > LONGEST_NAME:
        problems["signatory"] = f"use {LONGEST_NAME} characters or fewer"
    if len(signatory_rank) > LONGEST_RANK:
        problems["signatory_rank"] = f"use {LONGEST_RANK} characters or fewer"
    if problems:
        raise InvalidInput(problems)
    made = PositionState.objects.create(
        position=position,
        limb=limb,
        state=state,
        reasons=reasons.strip(),
        signatory=signatory.strip(),
        signatory_rank=signatory_rank.strip(),
        milestone=milestone.strip(),
        end_date=end_date,
        interim_control=interim_control.strip(),
        mapped_by_id=_person(by),
        mapped_at=now,
    )
    _log(by, made.pk, "position mapped to a state")
    return made


@transaction.atomic
def judge_narrower(
    *,
    position_id: int,
    limb_id: int,
    is_narrower: bool,
    reasons: str,
    by: Viewer,
    now: datetime,
) -> NarrowerJudgement:
    """Record a reasoned judgement on whether the claim is narrower than what was asked.

    The commissioner's office may judge it too; the force is told, so that it can reply before
    anything is published.
    """
    position, limb = _position_and_limb(position_id, limb_id, by, Role.COMMISSIONERS_OFFICE)
    if not reasons.strip():
        raise InvalidInput({"reasons": "say what was asked that the words leave out"})
    made = NarrowerJudgement.objects.create(
        position=position,
        limb=limb,
        is_narrower=is_narrower,
        reasons=reasons.strip(),
        judged_by_id=_person(by),
        judged_at=now,
    )
    if is_narrower and position.response.force_id == by.force_id:
        _tell(made, "narrower_judged", OF_THE_FORCE, now)
    _log(by, made.pk, "narrower than asked: judged")
    return made


@transaction.atomic
def reply_to_judgement(
    *, judgement_id: int, words: str, by: Viewer, now: datetime
) -> NarrowerReply:
    """The force's reply to the judgement that stands, once; published beside it."""
    if not by.has_role(*OF_THE_FORCE):
        raise NotAllowed("the force's reply is for the inspection liaison or a chief officer")
    judgement = (
        NarrowerJudgement.objects.select_related("limb__recommendation__inspection", "position")
        .filter(pk=judgement_id, position__response__force_id=by.force_id)
        .first()
    )
    if judgement is None:
        raise NotFound
    if not words.strip():
        raise InvalidInput({"words": "write the reply"})
    if len(words) > LONGEST_REPLY:
        raise InvalidInput({"words": f"use {LONGEST_REPLY} characters or fewer"})
    try:
        with transaction.atomic():
            made = NarrowerReply.objects.create(
                judgement=judgement, words=words.strip(), said_by_id=_person(by), said_at=now
            )
    except IntegrityError as error:
        raise InvalidInput({"": REPLIED_ALREADY}) from error
    _tell(judgement, "narrower_replied", OF_THE_OFFICE, now)
    _log(by, made.pk, "narrower than asked: replied")
    return made


@transaction.atomic
def comment_as_policing_body(
    *,
    recommendation_id: int,
    action: str,
    by: Viewer,
    now: datetime,
    reply_to_chief: str = "",
    adopt: bool = False,
) -> PolicingBodyComment:
    """Write or adopt the policing body's own comment; only its own office may."""
    if not by.has_role(Role.COMMISSIONERS_OFFICE):
        raise NotAllowed("the policing body's comment is written by its own office")
    if not Recommendation.objects.filter(pk=recommendation_id).exists():
        raise NotFound
    if not action.strip():
        raise InvalidInput({"action": "say what the body has done or proposes, or why nothing"})
    made = PolicingBodyComment.objects.create(
        force_id=by.force_id,
        recommendation_id=recommendation_id,
        action=action.strip(),
        reply_to_chief=reply_to_chief.strip(),
        is_adopted=adopt,
        written_by_id=_person(by),
        written_at=now,
    )
    _log(by, made.pk, "policing body comment adopted" if adopt else "policing body comment drafted")
    return made


def _position_and_limb(
    position_id: int, limb_id: int, by: Viewer, *also: Role
) -> tuple[Position, Limb]:
    """The two, if they belong together and to the person's own force or a documents-only one;
    for those who write inspections, and for the roles named beside them."""
    if not by.may_write(RecordKind.INSPECTION) and not (also and by.has_role(*also)):
        raise NotAllowed("reading a position is for the inspection liaison or a chief officer")
    position = (
        Position.objects.select_related("response")
        .filter(pk=position_id, response__force_id__in=_forces_of(by))
        .first()
    )
    limb = Limb.objects.filter(pk=limb_id).first()
    if position is None or limb is None or limb.recommendation_id != position.recommendation_id:
        raise NotFound
    return position, limb


def _forces_of(by: Viewer) -> list[int]:
    others = Force.objects.filter(holds_records=False).values_list("id", flat=True)
    return [by.force_id, *others]


def _tell(judgement: NarrowerJudgement, code: str, roles: tuple[Role, ...], now: datetime) -> None:
    limb, force_id = judgement.limb, judgement.position.response.force_id
    remind(
        force_id,
        code,
        people=holding(people_of(force_id, now), roles),
        now=now,
        inspection=limb.recommendation.inspection.key,
        part=limb.code,
        number=judgement.pk,
    )


def _person(by: Viewer) -> int:
    if by.user_id is None:
        raise NotAllowed("a judgement needs a named person, not a command")
    return by.user_id


def _log(by: Viewer, row: int, detail: str) -> None:
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.INSPECTION,
        subjects=[row],
        detail=detail,
    )
