"""Certifying a limb: one proposes, another certifies, and what the records show is frozen."""

from datetime import datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.findings import Finding, LimbFinding, frozen_figures
from dutybook.inspections.models import (
    Certification,
    CertificationProposal,
    CertificationWithdrawal,
    Limb,
)
from dutybook.inspections.queries.choosing import choose_force
from dutybook.inspections.queries.standing import findings_of_limbs
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day


@transaction.atomic
def propose_certification(
    *, by: Viewer, now: datetime, limb_id: int, claim: str, evidence: str
) -> CertificationProposal:
    """The liaison officer proposes that a limb be certified as met, and says on what it rests.

    One proposal at a time waits for each limb. Raises `NotAllowed`, `NotFound`, `InvalidInput`.
    """
    if by.user_id is None or not by.has_role(Role.INSPECTION_LIAISON):
        raise NotAllowed("a certification is proposed by the inspection liaison officer")
    limb = Limb.objects.filter(pk=limb_id).first()
    if limb is None:
        raise NotFound("no such limb")
    problems = Problems()
    problems.filled("claim", claim, "Say what the force claims of this limb")
    problems.filled("evidence", evidence, "Say on what the claim rests")
    waiting = CertificationProposal.objects.filter(limb=limb, force_id=by.force_id, answer=None)
    if waiting.exists():
        problems.add("", "A proposal on this limb waits for a chief officer already")
    problems.refuse_if_any()
    made = CertificationProposal.objects.create(
        force_id=by.force_id,
        limb=limb,
        claim=claim.strip(),
        evidence=evidence.strip(),
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, "certification proposed")
    return made


@transaction.atomic
def answer_proposal(
    *,
    by: Viewer,
    now: datetime,
    proposal_id: int,
    outcome: str,
    reason: str = "",
    public_reason: str = "",
) -> Certification:
    """A chief officer certifies or declines what another proposed, and the day's finding is frozen.

    Certifying what the records do not fully show needs the reason, and the form of it that may be
    published. Raises `NotAllowed`, `NotFound`, `InvalidInput`.
    """
    if by.user_id is None or not by.has_role(Role.CHIEF_OFFICER):
        raise NotAllowed("a limb is certified by a chief officer")
    proposal = (
        CertificationProposal.objects.select_related("limb__recommendation__inspection")
        .filter(pk=proposal_id, force_id=by.force_id)
        .first()
    )
    if proposal is None:
        raise NotFound("no such proposal")
    if proposal.said_by_id == by.user_id:
        raise NotAllowed("whoever prepared a proposal cannot certify it")
    if Certification.objects.filter(proposal=proposal).exists():
        raise InvalidInput({"": "This proposal was answered already"})
    found = _finding(by, proposal.limb, now)
    shown = found.state is Finding.FULLY_SHOWN
    reasons_given(outcome, reason, public_reason, shown=shown).refuse_if_any()
    made = Certification.objects.create(
        proposal=proposal,
        proposed_by_id=proposal.said_by_id,
        outcome=outcome,
        reason=reason.strip(),
        public_reason=public_reason.strip(),
        finding=found.state.value,
        figures=frozen_figures(found),
        day=found.day,
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, f"proposal {outcome}")
    return made


@transaction.atomic
def withdraw_certification(
    *, by: Viewer, now: datetime, certification_id: int, reason: str
) -> CertificationWithdrawal:
    """A chief officer takes a certification back; both stay. Raises as `answer_proposal` does."""
    if by.user_id is None or not by.has_role(Role.CHIEF_OFFICER):
        raise NotAllowed("a certification is withdrawn by a chief officer")
    made = Certification.objects.filter(
        pk=certification_id,
        proposal__force_id=by.force_id,
        outcome=Certification.CERTIFIED,
    ).first()
    if made is None:
        raise NotFound("no such certification")
    problems = Problems()
    problems.filled("reason", reason, "Say why it is withdrawn")
    if CertificationWithdrawal.objects.filter(certification=made).exists():
        problems.add("", "This certification was withdrawn already")
    problems.refuse_if_any()
    withdrawn = CertificationWithdrawal.objects.create(
        certification=made, reason=reason.strip(), said_by_id=by.user_id, said_at=now
    )
    log_layer(by, withdrawn.pk, "certification withdrawn")
    return withdrawn


def reasons_given(outcome: str, reason: str, public_reason: str, *, shown: bool) -> Problems:
    """What is missing of an answer to a proposal: to decline, a reason; to certify what the records
    do not fully show, the reason and the form of it that may be published.
    """
    problems = Problems()
    problems.choice("outcome", outcome, (Certification.CERTIFIED, Certification.DECLINED))
    problems.length("reason", reason, 4000)
    problems.length("public_reason", public_reason, 2000)
    if outcome == Certification.DECLINED:
        problems.filled("reason", reason, "Say why it is declined")
    elif not shown:
        problems.filled("reason", reason, "The records do not fully show it: say why you certify")
        problems.filled(
            "public_reason", public_reason, "Give the reason in the form that may be published"
        )
    return problems


def _finding(by: Viewer, limb: Limb, now: datetime) -> LimbFinding:
    choice = choose_force(by, limb.recommendation.inspection, None)
    return findings_of_limbs(by, [limb], choice, local_day(now), now=now)[limb.pk]
