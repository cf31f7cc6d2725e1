"""On whom and on what a limb rests: its owners and board, and items of evidence with their days."""

from datetime import date, datetime

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.findings import frozen_figures
from dutybook.inspections.models import (
    EvidenceKind,
    EvidenceWithdrawal,
    Limb,
    LimbEvidence,
    Ownership,
    Recommendation,
)
from dutybook.inspections.queries.choosing import choose_force
from dutybook.inspections.queries.standing import findings_of_limbs
from dutybook.ledger.checks import EARLIEST, Problems
from dutybook.ledger.instants import local_day

KEEPERS = (Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER)


@transaction.atomic
def own_limb(
    *,
    by: Viewer,
    now: datetime,
    limb_id: int,
    senior_owner: str,
    delivery_owner: str,
    board: str,
    minute: str,
) -> Ownership:
    """Who owns a limb and delivers it, which board decides, and where that was decided."""
    person, limb = _keeper(by), _limb(limb_id)
    values = _owners(senior_owner, delivery_owner, board, minute)
    made = Ownership.objects.create(
        force_id=by.force_id, limb=limb, said_by_id=person, said_at=now, **values
    )
    log_layer(by, made.pk, "owners of a limb")
    return made


@transaction.atomic
def own_recommendation(
    *,
    by: Viewer,
    now: datetime,
    recommendation_id: int,
    senior_owner: str,
    delivery_owner: str,
    board: str,
    minute: str,
) -> Ownership:
    """The same for a recommendation as a whole; its limbs have owners of their own."""
    person = _keeper(by)
    asked = Recommendation.objects.filter(pk=recommendation_id).first()
    if asked is None:
        raise NotFound("no such recommendation")
    values = _owners(senior_owner, delivery_owner, board, minute)
    made = Ownership.objects.create(
        force_id=by.force_id, recommendation=asked, said_by_id=person, said_at=now, **values
    )
    log_layer(by, made.pk, "owners of a recommendation")
    return made


def _owners(senior_owner: str, delivery_owner: str, board: str, minute: str) -> dict[str, str]:
    problems = Problems()
    problems.filled("senior_owner", senior_owner, "Name the senior owner", longest=160)
    problems.filled("delivery_owner", delivery_owner, "Name who delivers it", longest=160)
    problems.filled("board", board, "Name the board that decides", longest=160)
    problems.filled("minute", minute, "Say where this was decided", longest=200)
    problems.refuse_if_any()
    return {
        "senior_owner": senior_owner.strip(),
        "delivery_owner": delivery_owner.strip(),
        "board": board.strip(),
        "minute": minute.strip(),
    }


@transaction.atomic
def add_evidence(
    *,
    by: Viewer,
    now: datetime,
    limb_id: int,
    kind: str,
    title: str,
    speaks_for: date,
    reference: str = "",
    attested_by: str = "",
    expires_on: date | None = None,
) -> LimbEvidence:
    """An item of evidence: a document by its reference, a named person's word, or the records' own
    figures at the end of `speaks_for`, which are counted here and now and frozen.
    """
    person, limb = _keeper(by), _limb(limb_id)
    today = local_day(now)
    problems = Problems()
    problems.choice("kind", kind, EvidenceKind.values)
    problems.filled("title", title, "Say what it is", longest=200)
    problems.length("reference", reference, 300)
    problems.length("attested_by", attested_by, 160)
    if kind == EvidenceKind.DOCUMENT:
        problems.filled("reference", reference, "Say where the document is kept", longest=300)
    if kind == EvidenceKind.ATTESTATION:
        problems.filled("attested_by", attested_by, "Name who says so, and their post", longest=160)
    if not EARLIEST <= speaks_for <= today:
        problems.add("speaks_for", "Choose the day that it is about: not one that is to come")
    if expires_on is not None and expires_on < speaks_for:
        problems.add("expires_on", "It cannot expire before the day that it is about")
    problems.refuse_if_any()
    figures = []
    if kind == EvidenceKind.FIGURES:
        choice = choose_force(by, limb.recommendation.inspection, None)
        found = findings_of_limbs(by, [limb], choice, speaks_for, now=now)[limb.pk]
        if not any(one.recorded for one in found.figures):
            raise InvalidInput({"kind": "No figure is counted for this limb"})
        figures = frozen_figures(found)
    made = LimbEvidence.objects.create(
        force_id=by.force_id,
        limb=limb,
        kind=kind,
        title=title.strip(),
        reference=reference.strip(),
        attested_by=attested_by.strip(),
        speaks_for=speaks_for,
        expires_on=expires_on,
        figures=figures,
        said_by_id=person,
        said_at=now,
    )
    log_layer(by, made.pk, "evidence added")
    return made


@transaction.atomic
def withdraw_evidence(
    *, by: Viewer, now: datetime, evidence_id: int, reason: str
) -> EvidenceWithdrawal:
    """Take an item back; it stays on record and is no evidence any more."""
    person = _keeper(by)
    found = LimbEvidence.objects.filter(pk=evidence_id, force_id=by.force_id).first()
    if found is None:
        raise NotFound("no such evidence")
    problems = Problems()
    problems.filled("reason", reason, "Say why it is withdrawn", longest=2000)
    problems.refuse_if_any()
    try:
        with transaction.atomic():
            made = EvidenceWithdrawal.objects.create(
                evidence=found, reason=reason.strip(), said_by_id=person, said_at=now
            )
    except IntegrityError as error:
        raise InvalidInput({"": "It was withdrawn already"}) from error
    log_layer(by, made.pk, "evidence withdrawn")
    return made


def _keeper(by: Viewer) -> int:
    """The person's number. Raises `NotAllowed` for anybody who keeps no evidence."""
    if by.user_id is None or not any(by.has_role(role) for role in KEEPERS):
        raise NotAllowed("owners and evidence are kept by the liaison officer and chief officers")
    return by.user_id


def _limb(limb_id: int) -> Limb:
    limb = Limb.objects.select_related("recommendation__inspection").filter(pk=limb_id).first()
    if limb is None:
        raise NotFound("no such limb")
    return limb
