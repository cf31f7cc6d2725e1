"""Certifying a recommendation as a whole, once each of its limbs is certified."""

from datetime import datetime

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.certifying import reasons_given
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.findings import Finding, LimbFinding, frozen_figures
from dutybook.inspections.models import (
    Certification,
    Limb,
    Recommendation,
    WholeCertification,
    WholeProposal,
    WholeWithdrawal,
)
from dutybook.inspections.queries.choosing import choose_force
from dutybook.inspections.queries.standing import findings_of_limbs
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day


@transaction.atomic
def propose_whole(
    *, by: Viewer, now: datetime, recommendation_id: int, claim: str
) -> WholeProposal:
    """The liaison officer proposes that a recommendation be certified; one proposal at a time."""
    if by.user_id is None or not by.has_role(Role.INSPECTION_LIAISON):
        raise NotAllowed("a certification is proposed by the inspection liaison officer")
    recommendation = Recommendation.objects.filter(pk=recommendation_id).first()
    if recommendation is None:
        raise NotFound("no such recommendation")
    problems = Problems()
    problems.filled("claim", claim, "Say what the force claims of this recommendation")
    if not recommendation.limbs.exists():
        problems.add("", "Its text is not known here, so it has no limbs that could be certified")
    waiting = WholeProposal.objects.filter(
        recommendation=recommendation, force_id=by.force_id, answer=None
    )
    if waiting.exists():
        problems.add("", "A proposal on this recommendation waits for a chief officer already")
    problems.refuse_if_any()
    made = WholeProposal.objects.create(
        force_id=by.force_id,
        recommendation=recommendation,
        claim=claim.strip(),
        said_by_id=by.user_id,
        said_at=now,
    )
    log_layer(by, made.pk, "recommendation proposed")
    return made


@transaction.atomic
def answer_whole(
    *,
    by: Viewer,
    now: datetime,
    proposal_id: int,
    outcome: str,
    reason: str = "",
    public_reason: str = "",
) -> WholeCertification:
    """A chief officer certifies or declines what another proposed; every limb is frozen with it.

    Certifying needs a certification of each limb that stands and, where the records do not fully
    show every limb, the reason and the form of it that may be published.
    """
    proposal = _proposal(by, proposal_id)
    limbs = list(proposal.recommendation.limbs.order_by("code"))
    findings = _findings(by, limbs, now)
    standing = _standing(by.force_id, limbs)
    all_shown = all(one.state is Finding.FULLY_SHOWN for one in findings.values())
    missing = [limb.code for limb in limbs if limb.pk not in standing]
    if missing and outcome == WholeCertification.CERTIFIED:
        left = f"Certify each limb first. Not certified: {', '.join(missing)}"
        raise InvalidInput({"outcome": left})
    reasons_given(outcome, reason, public_reason, shown=all_shown).refuse_if_any()
    try:
        with transaction.atomic():
            made = WholeCertification.objects.create(
                proposal=proposal,
                proposed_by_id=proposal.said_by_id,
                outcome=outcome,
                reason=reason.strip(),
                public_reason=public_reason.strip(),
                all_shown=all_shown,
                limbs=[
                    {
                        "code": limb.code,
                        "certification": standing.get(limb.pk),
                        "finding": findings[limb.pk].state.value,
                        "figures": frozen_figures(findings[limb.pk]),
                    }
                    for limb in limbs
                ],
                day=local_day(now),
                said_by_id=by.user_id,
                said_at=now,
            )
    except IntegrityError as error:
        raise InvalidInput({"": "This proposal was answered already"}) from error
    log_layer(by, made.pk, f"recommendation {outcome}")
    return made


@transaction.atomic
def withdraw_whole(
    *, by: Viewer, now: datetime, certification_id: int, reason: str
) -> WholeWithdrawal:
    """A chief officer takes the certification of a recommendation back; both stay."""
    if by.user_id is None or not by.has_role(Role.CHIEF_OFFICER):
        raise NotAllowed("a certification is withdrawn by a chief officer")
    made = WholeCertification.objects.filter(
        pk=certification_id,
        proposal__force_id=by.force_id,
        outcome=WholeCertification.CERTIFIED,
    ).first()
    if made is None:
        raise NotFound("no such certification")
    problems = Problems()
    problems.filled("reason", reason, "Say why it is withdrawn")
    problems.refuse_if_any()
    try:
        with transaction.atomic():
            withdrawn = WholeWithdrawal.objects.create(
                certification=made, reason=reason.strip(), said_by_id=by.user_id, said_at=now
            )
    except IntegrityError as error:
        raise InvalidInput({"": "This certification was withdrawn already"}) from error
    log_layer(by, withdrawn.pk, "recommendation withdrawn")
    return withdrawn


def _proposal(by: Viewer, proposal_id: int) -> WholeProposal:
    if by.user_id is None or not by.has_role(Role.CHIEF_OFFICER):
        raise NotAllowed("a recommendation is certified by a chief officer")
    proposal = (
        WholeProposal.objects.select_related("recommendation__inspection")
        .filter(pk=proposal_id, force_id=by.force_id)
        .first()
    )
    if proposal is None:
        raise NotFound("no such proposal")
    if proposal.said_by_id == by.user_id:
        raise NotAllowed("whoever prepared a proposal cannot certify it")
    return proposal


def _findings(by: Viewer, limbs: list[Limb], now: datetime) -> dict[int, LimbFinding]:
    choice = choose_force(by, limbs[0].recommendation.inspection, None)
    return findings_of_limbs(by, limbs, choice, local_day(now), now=now)


def _standing(force_id: int, limbs: list[Limb]) -> dict[int, int]:
    """The certification that stands for each limb, by the limb's number."""
    found = Certification.objects.filter(
        proposal__force_id=force_id,
        proposal__limb__in=limbs,
        outcome=Certification.CERTIFIED,
        withdrawal=None,
    )
    return dict(found.order_by("id").values_list("proposal__limb_id", "id"))
