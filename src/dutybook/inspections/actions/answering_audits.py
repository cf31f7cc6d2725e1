"""What an auditor found goes back to those whose record it is, and they answer it."""

from datetime import datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import CaseAudit, CaseGrade, CaseReply, Reality
from dutybook.ledger.answering import people_of
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.reminding import remind
from dutybook.ledger.subjects import RECORD_KINDS, lock_for_writing


def tell_the_team(audit: CaseAudit, subject: Subject, now: datetime) -> None:
    """Tell the owner and the team's supervisors of a file that does not bear the record out, or
    shows a case handled badly; each case once a day at most."""
    if audit.reality != Reality.DISAGREES and audit.grade != CaseGrade.INADEQUATE:
        return
    people = people_of(subject.force_id, now)
    told = set(people.holding(Role.SUPERVISOR, subject.team_id) if subject.team_id else ())
    if subject.owner_id is not None and people.serves(subject.owner_id, subject.team_id):
        told.add(subject.owner_id)
    remind(
        subject.force_id,
        "case_disagrees",
        people=told,
        now=now,
        number=audit.case_id,
        day=local_day(now),
    )


@transaction.atomic
def answer_audit(*, by: Viewer, now: datetime, audit_id: int, words: str) -> CaseReply:
    """Answer what an auditor found of a record; by those who may write the record.

    An audit that was replaced is answered no more: its correction is.
    """
    audit = (
        CaseAudit.objects.select_related("case__subject")
        .filter(pk=audit_id, case__force_id=by.force_id, replaced_by=None)
        .first()
    )
    if audit is None:
        raise NotFound("no such audit")
    subject = audit.case.subject
    if by.user_id is None:
        raise NotAllowed("an audit is answered by a named person")
    lock_for_writing(by, subject.pk, SubjectKind(subject.kind))
    problems = Problems()
    problems.filled("words", words, "Write the answer")
    problems.refuse_if_any()
    made = CaseReply.objects.create(
        audit=audit, words=words.strip(), said_by_id=by.user_id, said_at=now
    )
    remind(
        by.force_id,
        "case_answered",
        people={audit.said_by_id},
        now=now,
        number=audit.case_id,
        day=local_day(now),
    )
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RECORD_KINDS[subject.kind],
        subjects=[subject.pk],
        detail="audit answered",
    )
    return made
