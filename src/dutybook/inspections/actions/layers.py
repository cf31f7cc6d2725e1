"""Three of the five layers of a limb: the force's check, the commissioner's view, and the word of
the inspectorate. Each is its own dated row; none changes another.
"""

from datetime import date, datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import (
    Assurance,
    Assured,
    InspectorateStatus,
    Limb,
    StatusOfInspectorate,
    Verification,
    Verified,
)
from dutybook.ledger.checks import Problems, moment_of


@transaction.atomic
def verify_limb(
    *, by: Viewer, now: datetime, limb_id: int, outcome: str, checked: str, checked_on: date
) -> Verification:
    """The force checked by itself what it says of a limb; by the inspection liaison officer."""
    limb, person = _limb(limb_id), _one_of(by, Role.INSPECTION_LIAISON, "the force's own check")
    problems = Problems()
    problems.choice("outcome", outcome, Verified.values)
    problems.filled("checked", checked, "Say what was looked at, and how much of it")
    problems.moment("checked_on", moment_of(checked_on)[0], now, what="the check")
    problems.refuse_if_any()
    made = Verification.objects.create(
        force_id=by.force_id,
        limb=limb,
        outcome=outcome,
        checked=checked.strip(),
        checked_on=checked_on,
        said_by_id=person,
        said_at=now,
    )
    log_layer(by, made.pk, "verification")
    return made


@transaction.atomic
def assure_limb(*, by: Viewer, now: datetime, limb_id: int, view: str, reasons: str) -> Assurance:
    """The commissioner's view of a limb, with reasons; by the commissioner's office alone."""
    limb, person = _limb(limb_id), _one_of(by, Role.COMMISSIONERS_OFFICE, "the commissioner's view")
    problems = Problems()
    problems.choice("view", view, Assured.values)
    problems.filled("reasons", reasons, "Give the reasons")
    problems.refuse_if_any()
    made = Assurance.objects.create(
        force_id=by.force_id,
        limb=limb,
        view=view,
        reasons=reasons.strip(),
        said_by_id=person,
        said_at=now,
    )
    log_layer(by, made.pk, "assurance")
    return made


@transaction.atomic
def record_inspectorate_status(
    *,
    by: Viewer,
    now: datetime,
    limb_id: int,
    status: str,
    document: str,
    document_date: date,
    effective_on: date,
    reference: str = "",
    scope: str = "",
) -> InspectorateStatus:
    """What a document of the inspectorate says of a limb; kept by the liaison officer."""
    limb, person = _limb(limb_id), _one_of(by, Role.INSPECTION_LIAISON, "the inspectorate's status")
    problems = Problems()
    problems.choice("status", status, StatusOfInspectorate.values)
    problems.filled("document", document, "Name the inspectorate's document", longest=300)
    problems.moment("document_date", moment_of(document_date)[0], now, what="the document")
    problems.length("reference", reference, 500)
    problems.length("scope", scope, 2000)
    problems.refuse_if_any()
    made = InspectorateStatus.objects.create(
        force_id=by.force_id,
        limb=limb,
        status=status,
        document=document.strip(),
        document_date=document_date,
        reference=reference.strip(),
        scope=scope.strip(),
        effective_on=effective_on,
        said_by_id=person,
        said_at=now,
    )
    log_layer(by, made.pk, "inspectorate status")
    return made


def _limb(limb_id: int) -> Limb:
    limb = Limb.objects.filter(pk=limb_id).first()
    if limb is None:
        raise NotFound("no such limb")
    return limb


def _one_of(by: Viewer, role: Role, what: str) -> int:
    """The person's number. Raises NotAllowed for anybody without the role, and for a command."""
    if by.user_id is None or not by.has_role(role):
        raise NotAllowed(f"{what} is recorded by the {role.replace('_', ' ')}")
    return by.user_id


def log_layer(by: Viewer, row: int, detail: str) -> None:
    """One row in the log for one thing said of a limb."""
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.INSPECTION,
        subjects=[row],
        detail=detail,
    )
