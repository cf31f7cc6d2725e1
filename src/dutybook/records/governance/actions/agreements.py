"""What becomes of an agreement that the force must have, and what passes under it."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import newest_version
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.governance import models
from dutybook.records.governance.actions.terms import dated, lasting


@transaction.atomic
def sign_agreement(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    until: date,
    signed_by_us: str,
    signed_by_them: str,
    kept_at: str,
) -> Saved:
    """Both sides signed; it counts to the end of `until`, its end or its review."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = lasting(at, until, now)
    problems.filled("signed_by_us", signed_by_us, "Say who signed for the force", longest=200)
    problems.filled("signed_by_them", signed_by_them, "Say who signed for them", longest=200)
    problems.filled("kept_at", kept_at, "Say where it is kept", longest=200)
    problems.refuse_if_any()
    return keep_first(
        *(models.AgreementSigned, subject),
        by=by,
        now=now,
        at=at,
        until=day_ends(until),
        signed_by_us=signed_by_us.strip(),
        signed_by_them=signed_by_them.strip(),
        kept_at=kept_at.strip(),
    )


@transaction.atomic
def own_agreement(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    ours: str = "",
    theirs: str = "",
) -> Saved:
    """Who answers for the agreement on each side; one side alone does not make it owned."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = dated(at, now)
    problems.length("ours", ours, 200)
    problems.length("theirs", theirs, 200)
    if not ours.strip() and not theirs.strip():
        problems.add("ours", "Say who answers for it on one side at least")
    problems.refuse_if_any()
    both = bool(ours.strip() and theirs.strip())
    return keep_first(
        *(models.AgreementOwner, subject),
        by=by,
        now=now,
        at=at,
        ours=ours.strip(),
        theirs=theirs.strip(),
        both_sides=both,
    )


@transaction.atomic
def end_agreement(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The agreement was ended, or what it says no longer serves."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = dated(at, now)
    problems.filled("reason", reason, "Say why it ended")
    problems.refuse_if_any()
    return keep_first(models.AgreementEnded, subject, by=by, now=now, at=at, reason=reason.strip())


@transaction.atomic
def review_with_partner(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    both_ways: bool | None,
    note: str = "",
) -> Saved:
    """Both sides met; `both_ways` says whether each gave the other its view."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = dated(at, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    values = {"both_ways": both_ways, "note": note.strip()}
    return keep_first(models.PartnerReview, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def escalate(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    raised_by: str,
    matter: str,
) -> Saved:
    """One side escalated a matter to the other; the matter names no person."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = dated(at, now)
    problems.choice("raised_by", raised_by, choices_of("partner_escalation", "raised_by"))
    problems.filled("matter", matter, "Say what was escalated, without a name")
    problems.refuse_if_any()
    values = {"raised_by": raised_by, "matter": matter.strip()}
    return keep_first(models.PartnerEscalation, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def answer_escalation(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    at: datetime | date,
    answer: str,
) -> Saved:
    """The side that was asked answered one escalation."""
    subject = lock_for_writing(by, subject_id, SubjectKind.AGREEMENT)
    problems = dated(at, now)
    problems.filled("answer", answer, "Say what was answered")
    raised = newest_version(models.PartnerEscalation, subject_id, fact_id)
    if raised.withdrawn:
        problems.add("answer", "This escalation was withdrawn and cannot be answered")
    begins = moment_of(at)[0]
    if begins.tzinfo is not None and local_day(begins) < local_day(raised.at):
        problems.add("at", "The answer cannot come before the escalation")
    problems.refuse_if_any()
    return keep_first(
        *(models.EscalationAnswer, subject),
        by=by,
        now=now,
        at=at,
        of_fact=raised.fact_id,
        of_version=raised.version,
        answer=answer.strip(),
    )
