"""The inspector's room: somebody who inspects asks, the force answers, and both stand on record."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.actions.reminding import OF_THE_FORCE, holding
from dutybook.inspections.models import AuditSample, Limb, RoomAnswer, RoomKind, RoomRequest
from dutybook.inspections.room import answers_in_room
from dutybook.ledger.answering import people_of
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.reminding import remind


@transaction.atomic
def ask_in_room(
    *,
    by: Viewer,
    now: datetime,
    kind: str,
    what: str,
    limb_id: int | None = None,
    wanted_by: date | None = None,
) -> RoomRequest:
    """An inspector asks the force for a document, a sample of cases or an explanation."""
    if by.user_id is None or not by.has_role(Role.INSPECTOR):
        raise NotAllowed("what is asked for in the inspector's room is an inspector's to ask")
    problems = Problems()
    problems.choice("kind", kind, RoomKind.values)
    problems.filled("what", what, "Say what you ask for", longest=2000)
    if wanted_by is not None and wanted_by < local_day(now):
        problems.add("wanted_by", "The day by which it is wanted cannot have passed")
    if limb_id is not None and not Limb.objects.filter(pk=limb_id).exists():
        problems.add("limb_id", "Choose one of the limbs listed")
    problems.refuse_if_any()
    made = RoomRequest.objects.create(
        force_id=by.force_id,
        kind=kind,
        limb_id=limb_id,
        what=what.strip(),
        wanted_by=wanted_by,
        said_by_id=by.user_id,
        said_at=now,
    )
    told = holding(people_of(by.force_id, now), OF_THE_FORCE)
    remind(by.force_id, "room_asked", people=told, now=now, number=made.pk)
    log_layer(by, made.pk, "asked in the inspectors room")
    return made


@transaction.atomic
def answer_in_room(
    *,
    by: Viewer,
    now: datetime,
    request_id: int,
    words: str,
    reference: str = "",
    sample_id: int | None = None,
) -> RoomAnswer:
    """The liaison officer or a chief officer gives what was asked for; there may be more later."""
    if by.user_id is None or not answers_in_room(by):
        raise NotAllowed("the inspector's room is answered by the liaison or a chief officer")
    asked = RoomRequest.objects.filter(pk=request_id, force_id=by.force_id).first()
    if asked is None:
        raise NotFound("no such request")
    problems = Problems()
    problems.filled("words", words, "Say what you give, or why you do not", longest=4000)
    problems.length("reference", reference, 300)
    of_force = AuditSample.objects.filter(pk=sample_id, force_id=by.force_id)
    if sample_id is not None and not of_force.exists():
        problems.add("sample_id", "Choose one of the samples listed")
    problems.refuse_if_any()
    made = RoomAnswer.objects.create(
        request=asked,
        words=words.strip(),
        reference=reference.strip(),
        sample_id=sample_id,
        said_by_id=by.user_id,
        said_at=now,
    )
    remind(by.force_id, "room_answered", people={asked.said_by_id}, now=now, number=made.pk)
    log_layer(by, made.pk, "answered in the inspectors room")
    return made
