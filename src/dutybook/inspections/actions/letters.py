"""Writing down that a letter of section 55 was sent."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max

from dutybook.access import log
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import Force, Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Inspection, LetterTo, Release, SentLetter
from dutybook.ledger.checks import Problems, moment_of


@transaction.atomic
def record_letter(
    *,
    by: Viewer,
    now: datetime,
    inspection_key: str,
    to: str,
    sent_on: date,
    how: str,
    reference: str = "",
    answer_by: date | None = None,
) -> SentLetter:
    """That a letter was sent, by the commissioner's office. A copy is of the newest release; the
    invitation names the day before which comments were asked for.
    """
    if by.user_id is None or not by.has_role(Role.COMMISSIONERS_OFFICE):
        raise NotAllowed("letters of the response are sent by the commissioner's office")
    inspection = Inspection.objects.filter(key=inspection_key).first()
    if inspection is None:
        raise NotFound("no such inspection")
    invites = to == LetterTo.CHIEF_OFFICER
    force = Force.objects.get(pk=by.force_id)
    released = Release.objects.filter(force_key=force.key, inspection_key=inspection_key)
    number = released.aggregate(newest=Max("number"))["newest"]
    problems = Problems()
    problems.choice("to", to, LetterTo.values)
    problems.moment("sent_on", moment_of(sent_on)[0], now, what="the letter")
    problems.filled("how", how, "Say how it was sent, and to which address", longest=200)
    problems.length("reference", reference, 200)
    if invites and (answer_by is None or answer_by <= sent_on):
        problems.add("answer_by", "Enter the day before which comments are asked for")
    if not invites and number is None:
        problems.add("", "Nothing was released yet, so no copy can have been sent")
    problems.refuse_if_any()
    made = SentLetter.objects.create(
        force_id=by.force_id,
        inspection=inspection,
        to=to,
        release_number=None if invites else number,
        sent_on=sent_on,
        how=how.strip(),
        reference=reference.strip(),
        answer_by=answer_by if invites else None,
        said_by_id=by.user_id,
        said_at=now,
    )
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.RESPONSE,
        subjects=[made.pk],
        detail="letter sent",
    )
    return made
