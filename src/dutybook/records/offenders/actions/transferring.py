"""An offender goes to another force: sent, answered, and only then no longer owed here."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
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
    to_force: str,
    contact: str,
    reason: str,
) -> Saved:
    """The package for another force was sent. Nothing ends by it: every duty stays owed here."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("sent_on", moment_of(sent_on)[0], now, what="the day")
    problems.filled("to_force", to_force, "Name the force", longest=120)
    problems.filled("contact", contact, "Say who there is to answer", longest=200)
    problems.filled("reason", reason, "Say why the offender goes there")
    problems.refuse_if_any()
    if _waiting(subject) is not None:
        raise InvalidInput(
            {"": "A transfer waits for its answer already. Record that answer first"}
        )
    Transfer.objects.create(
        subject=subject,
        to_force=to_force.strip(),
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
    sent = _waiting(subject)
    if sent is None:
        raise NotFound("no transfer waits for an answer")
    problems = Problems()
    problems.choice("outcome", outcome, OUTCOMES)
    problems.moment("answered_on", moment_of(answered_on)[0], now, what="the answer")
    problems.length("answered_by", answered_by, 200)
    problems.length("note", note, 4000)
    if answered_on < sent.sent_on:
        problems.add("answered_on", "The answer cannot come before the package was sent")
    accepted = outcome == TransferAnswer.ACCEPTED
    if accepted:
        problems.filled("answered_by", answered_by, "Say who accepted: name and rank or post")
    elif outcome in OUTCOMES:
        problems.filled("note", note, "Give the reason")
    problems.refuse_if_any()
    fact = _transferred(subject, by, now, answered_on, sent) if accepted else None
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
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


def _waiting(subject: Subject) -> Transfer | None:
    return Transfer.objects.filter(subject=subject, answer=None).order_by("-pk").first()


def _transferred(
    subject: Subject, by: Viewer, now: datetime, day: date, sent: Transfer
) -> CommunityStatus:
    """From the day of the acceptance; on that day itself, from the moment it is recorded."""
    at, day_only = (now, False) if day == local_day(now) else moment_of(day)
    return add_first(
        CommunityStatus,
        subject_id=subject.pk,
        at=at,
        day_only=day_only,
        by=by,
        now=now,
        state="transferred",
        note=f"Accepted by {sent.to_force}",
    )
