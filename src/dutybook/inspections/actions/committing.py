"""What was promised about a recommendation, what became of it, and the meetings
that ask for it."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.models import (
    AccountMeeting,
    Commitment,
    CommitmentStep,
    Learning,
    Limb,
    Party,
    PromisedIn,
    Recommendation,
    StepKind,
)
from dutybook.inspections.parties import may_promise, may_step
from dutybook.ledger.checks import EARLIEST, Problems, moment_of
from dutybook.ledger.instants import local_day


@transaction.atomic
def record_meeting(
    *, by: Viewer, now: datetime, title: str, held_on: date, attended: str, minutes: str = ""
) -> AccountMeeting:
    """A meeting that was held; kept by the commissioner's office."""
    if by.user_id is None or not by.has_role(Role.COMMISSIONERS_OFFICE):
        raise NotAllowed("meetings that hold to account are kept by the commissioner's office")
    problems = Problems()
    problems.filled("title", title, "Name the meeting", longest=200)
    problems.moment("held_on", moment_of(held_on)[0], now, what="the meeting")
    problems.filled("attended", attended, "Say who was there", longest=2000)
    problems.length("minutes", minutes, 300)
    problems.refuse_if_any()
    made = AccountMeeting.objects.create(
        force_id=by.force_id,
        title=title.strip(),
        held_on=held_on,
        attended=attended.strip(),
        minutes=minutes.strip(),
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, "meeting held")
    return made


@transaction.atomic
def make_commitment(
    *,
    by: Viewer,
    now: datetime,
    recommendation_id: int,
    party: str,
    promised_in: str,
    what: str,
    owner: str,
    by_when: date,
    limb_id: int | None = None,
    meeting_id: int | None = None,
    learning_id: int | None = None,
    amount: int | None = None,
    decided: str = "",
    public_words: str = "",
) -> Commitment:
    """Write down a promise. The force writes its own; the commissioner's office its own, and what
    the force promised at a meeting. `amount` is whole pounds.
    """
    person = _writer(by, party, promised_in)
    recommendation = Recommendation.objects.filter(pk=recommendation_id).first()
    if recommendation is None:
        raise NotFound("no such recommendation")
    problems = Problems()
    problems.choice("party", party, Party.values)
    problems.choice("promised_in", promised_in, PromisedIn.values)
    problems.filled("what", what, "Say what is promised", longest=2000)
    problems.filled("owner", owner, "Name who answers for it", longest=160)
    problems.length("decided", decided, 200)
    problems.length("public_words", public_words, 1000)
    if by_when < EARLIEST:
        problems.add("by_when", "Enter the day by which it is promised")
    if amount is not None and not 0 <= amount < 10**12:
        problems.add("amount", "Enter whole pounds, or leave it empty")
    if limb_id is not None and not _has_limb(recommendation, limb_id):
        problems.add("limb_id", "Choose a limb of this recommendation")
    held = AccountMeeting.objects.filter(pk=meeting_id, force_id=by.force_id).exists()
    if (promised_in == PromisedIn.MEETING) != held:
        problems.add("meeting_id", "Choose the meeting at which it was promised, and only then")
    learnt = Learning.objects.filter(pk=learning_id, force_id=by.force_id).exists()
    if (promised_in == PromisedIn.LEARNING) != learnt:
        problems.add("learning_id", "Choose what it was learnt from, and only then")
    problems.refuse_if_any()
    made = Commitment.objects.create(
        force_id=by.force_id,
        recommendation=recommendation,
        limb_id=limb_id,
        meeting_id=meeting_id,
        learning_id=learning_id,
        party=party,
        promised_in=promised_in,
        what=what.strip(),
        owner=owner.strip(),
        amount=amount,
        by_when=by_when,
        decided=decided.strip(),
        public_words=public_words.strip(),
        said_by_id=person,
        said_at=now,
    )
    log_layer(by, made.pk, "commitment made")
    return made


@transaction.atomic
def step_commitment(
    *,
    by: Viewer,
    now: datetime,
    commitment_id: int,
    kind: str,
    words: str,
    day: date | None = None,
) -> CommitmentStep:
    """Say what became of a promise: delivered on a day, moved to another, or dropped, and why.

    Only those whose promise it is say so.
    """
    found = Commitment.objects.filter(pk=commitment_id, force_id=by.force_id).first()
    if found is None:
        raise NotFound("no such commitment")
    if not may_step(by, found.party):
        raise NotAllowed("what became of a promise is said by those who made it")
    problems = Problems()
    problems.choice("kind", kind, StepKind.values)
    problems.filled("words", words, "Say what shows it, or why", longest=2000)
    if kind == StepKind.DELIVERED:
        at = None if day is None else moment_of(day)[0]
        if at is None:
            problems.add("day", "Enter the day on which it was delivered")
        else:
            problems.moment("day", at, now, what="the delivery")
    if kind == StepKind.MOVED and (day is None or day < local_day(now)):
        problems.add("day", "Enter the new day: one that has not passed")
    problems.refuse_if_any()
    made = CommitmentStep.objects.create(
        commitment=found,
        kind=kind,
        day=None if kind == StepKind.DROPPED else day,
        words=words.strip(),
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, f"commitment {kind}")
    return made


def _writer(by: Viewer, party: str, promised_in: str) -> int:
    """The person's number. Raises `NotAllowed` for a promise of somebody else's."""
    if by.user_id is None or not may_promise(by, party, promised_in):
        raise NotAllowed("a promise is written down by those who made it")
    return by.user_id


def _has_limb(recommendation: Recommendation, limb_id: int) -> bool:
    return Limb.objects.filter(pk=limb_id, recommendation=recommendation).exists()
