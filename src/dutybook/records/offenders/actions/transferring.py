"""An offender goes to another force: sent, answered, and only then no longer owed here."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import add_first
from dutybook.ledger.writes import Saved, finish
from dutybook.records.offenders.models import CommunityStatus, Transfer, TransferAnswer

OUTCOMES = tuple(name for name, _ in TransferAnswer.OUTCOMES)


@transaction.atomic
def send_transfer(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    sent_on: date,
    force: str,
    contact: str,
    reason: str,
) -> Saved:
    """The package for another force was sent. Nothing ends by it: every duty stays owed here."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("sent_on", moment_of(sent_on)[0], now, what="the day")
    problems.filled("force", force, "Name the force", longest=120)
    problems.filled("contact", contact, "Say who there is to answer", longest=200)
    problems.filled("reason", reason, "Say why the offender goes there")
    problems.refuse_if_any()
    refuse_second(subject)
    Transfer.objects.create(
        subject=subject,
        direction=Transfer.OUT,
        force=force.strip(),
        contact=contact.strip(),
        reason=reason.strip(),
        sent_on=sent_on,
        recorded_by_id=by.user_id,
        recorded_at=now,
    )
    return finish(subject, None, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def answer_transfer(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    outcome: str,
    answered_on: date,
    answered_by: str = "",
    note: str = "",
) -> Saved:
    """The other force accepted or refused, or the package was taken back.

    Accepted: from that day the offender is transferred, and what is open here closes as it stands
    (late stays late). Refused or taken back: nothing changes, and a reason is given.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    sent = waiting(subject, Transfer.OUT)
    problems = answer_problems(sent, outcome, answered_on, answered_by, note, now)
    problems.refuse_if_any()
    accepted = outcome == TransferAnswer.ACCEPTED
    fact = _transferred(subject, by, now, answered_on, sent) if accepted else None
    keep_answer(sent, outcome, answered_on, answered_by, note, fact=fact, by=by, now=now)
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


def waiting(subject: Subject, direction: str) -> Transfer:
    """The package that waits for an answer. Raises `NotFound` when none does."""
    sent = Transfer.objects.filter(subject=subject, direction=direction, answer=None).first()
    if sent is None:
        raise NotFound("no transfer waits for an answer")
    return sent


def refuse_second(subject: Subject) -> None:
    """Raise `InvalidInput` while a package in either direction waits for its answer."""
    if Transfer.objects.filter(subject=subject, answer=None).exists():
        raise InvalidInput(
            {"": "A transfer waits for its answer already. Record that answer first"}
        )


def answer_problems(
    sent: Transfer, outcome: str, answered_on: date, answered_by: str, note: str, now: datetime
) -> Problems:
    """What stands against an answer: to accept names somebody, anything else a reason."""
    problems = Problems()
    problems.choice("outcome", outcome, OUTCOMES)
    problems.moment("answered_on", moment_of(answered_on)[0], now, what="the answer")
    problems.length("answered_by", answered_by, 200)
    problems.length("note", note, 4000)
    if answered_on < sent.sent_on:
        problems.add("answered_on", "The answer cannot come before the package")
    if outcome == TransferAnswer.ACCEPTED:
        problems.filled("answered_by", answered_by, "Say who accepted: name and rank or post")
    elif outcome in OUTCOMES:
        problems.filled("note", note, "Give the reason")
    return problems


def keep_answer(
    sent: Transfer,
    outcome: str,
    answered_on: date,
    answered_by: str,
    note: str,
    *,
    fact: FactVersion | None,
    by: Viewer,
    now: datetime,
) -> None:
    """Write the one answer to a package, with the fact that an acceptance made."""
    TransferAnswer.objects.create(
        transfer=sent,
        outcome=outcome,
        answered_on=answered_on,
        answered_by=answered_by.strip(),
        note=note.strip(),
        status_fact=None if fact is None else fact.fact_id,
        recorded_by_id=by.user_id,
        recorded_at=now,
    )


def _transferred(
    subject: Subject, by: Viewer, now: datetime, day: date, sent: Transfer
) -> CommunityStatus:
    at, day_only = since_day(day, now)
    return add_first(
        CommunityStatus,
        subject_id=subject.pk,
        at=at,
        day_only=day_only,
        by=by,
        now=now,
        state="transferred",
        note=f"Accepted by {sent.force}",
    )


def since_day(day: date, now: datetime) -> tuple[datetime, bool]:
    """From an earlier day as a whole; on today itself, from the moment it is recorded."""
    return (now, False) if day == local_day(now) else moment_of(day)
