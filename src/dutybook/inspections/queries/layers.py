"""What each of the five layers says of a limb, newest first, and what certification stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from dutybook.inspections.findings import WORDS, Finding, LimbFinding
from dutybook.inspections.models import (
    Assurance,
    Certification,
    CertificationProposal,
    InspectorateStatus,
    Limb,
    Verification,
)


@dataclass(frozen=True)
class Said:
    """One thing that somebody said of the limb, for the timeline."""

    at: datetime
    who: str
    layer: str
    says: str
    words: str


@dataclass(frozen=True)
class Layers:
    """Verification, assurance, the inspectorate's status and proposals, each newest first.

    `is_unproven`: a certification stands, and the records now show less than it rested on.
    """

    verifications: tuple[Verification, ...]
    assurances: tuple[Assurance, ...]
    statuses: tuple[InspectorateStatus, ...]
    proposals: tuple[CertificationProposal, ...]
    finding: LimbFinding

    @property
    def verification(self) -> Verification | None:
        """The force's own check that stands."""
        return next(iter(self.verifications), None)

    @property
    def assurance(self) -> Assurance | None:
        """The commissioner's view that stands."""
        return next(iter(self.assurances), None)

    @property
    def status(self) -> InspectorateStatus | None:
        """The inspectorate's status that stands; None while no document says anything."""
        return max(self.statuses, key=lambda one: (one.effective_on, one.pk), default=None)

    @property
    def waiting(self) -> CertificationProposal | None:
        """The proposal that waits for a chief officer."""
        return next((one for one in self.proposals if not hasattr(one, "answer")), None)

    @property
    def certification(self) -> Certification | None:
        """The certification that stands: the newest that was made and not withdrawn."""
        made = [one.answer for one in self.proposals if hasattr(one, "answer")]
        standing = [
            one
            for one in made
            if one.outcome == Certification.CERTIFIED and not hasattr(one, "withdrawal")
        ]
        return max(standing, key=lambda one: one.pk, default=None)

    @property
    def said(self) -> tuple[Said, ...]:
        """Everything said in these layers, newest first."""
        rows = [
            *(
                _said(one, "own check", one.get_outcome_display(), one.checked)
                for one in self.verifications
            ),
            *(
                _said(one, "assurance", one.get_view_display(), one.reasons)
                for one in self.assurances
            ),
            *(
                _said(one, "inspectorate", one.get_status_display(), one.document)
                for one in self.statuses
            ),
        ]
        for proposal in self.proposals:
            rows.append(_said(proposal, "certification", "proposed", proposal.claim))
            if answer := getattr(proposal, "answer", None):
                rows.append(
                    _said(answer, "certification", answer.get_outcome_display(), answer.reason)
                )
                if taken := getattr(answer, "withdrawal", None):
                    rows.append(_said(taken, "certification", "withdrawn", taken.reason))
        return tuple(sorted(rows, key=lambda one: one.at, reverse=True))

    @property
    def certified_as(self) -> str:
        """The finding that the standing certification rested on, in words."""
        return WORDS[Finding(self.certification.finding)] if self.certification else ""

    @property
    def is_unproven(self) -> bool:
        """Whether the records no longer fully show what was certified."""
        return self.certification is not None and self.finding.state is not Finding.FULLY_SHOWN


def layers_of(limb: Limb, force_id: int, finding: LimbFinding) -> Layers:
    """For a page that has checked what may be read."""
    proposals = (
        CertificationProposal.objects.filter(limb=limb, force_id=force_id)
        .select_related("said_by", "answer__said_by", "answer__withdrawal__said_by")
        .order_by("-id")
    )
    return Layers(
        verifications=_newest_first(Verification, limb, force_id),
        assurances=_newest_first(Assurance, limb, force_id),
        statuses=_newest_first(InspectorateStatus, limb, force_id),
        proposals=tuple(proposals),
        finding=finding,
    )


def _said(row: Any, layer: str, says: str, words: str) -> Said:
    return Said(row.said_at, row.said_by.display_name, layer, str(says), words)


def _newest_first(model: type[Model], limb: Limb, force_id: int):
    rows = model._default_manager.filter(limb=limb, force_id=force_id)
    return tuple(rows.select_related("said_by").order_by("-id"))
