"""The certification of a whole recommendation, limb by limb."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.findings import Finding
from dutybook.inspections.models import (
    Certification,
    Inspection,
    Limb,
    Recommendation,
    WholeCertification,
    WholeProposal,
)
from dutybook.inspections.queries.inspection_pages import LimbLine, inspection_page
from dutybook.ledger.instants import local_day


@dataclass(frozen=True)
class LimbCertified:
    """One limb as the records show it now, with when and by whom it was certified, None where no
    certification stands."""

    line: LimbLine
    certified_at: datetime | None
    certified_by: str | None

    @property
    def holds(self) -> bool:
        """Whether it is certified, and the records fully show it now."""
        shown = self.line.finding.state is Finding.FULLY_SHOWN
        return self.certified_at is not None and shown


@dataclass(frozen=True)
class WholePage:
    """Each limb, and every proposal that the whole be certified, newest first."""

    inspection: Inspection
    recommendation: Recommendation
    limbs: tuple[LimbCertified, ...]
    proposals: tuple[WholeProposal, ...]

    @property
    def waiting(self) -> WholeProposal | None:
        """The proposal that waits for a chief officer."""
        return next((one for one in self.proposals if not hasattr(one, "answer")), None)

    @property
    def certification(self) -> WholeCertification | None:
        """The certification that stands: the newest that was made and not withdrawn."""
        for proposal in self.proposals:
            made = getattr(proposal, "answer", None)
            if made is None or made.outcome != WholeCertification.CERTIFIED:
                continue
            if not hasattr(made, "withdrawal"):
                return made
        return None

    @property
    def not_holding(self) -> tuple[str, ...]:
        """The codes of the limbs that do not hold now."""
        return tuple(one.line.limb.code for one in self.limbs if not one.holds)


@consultation
def whole_page(viewer: Viewer, key: str, number: int, *, now: datetime) -> WholePage:
    """Of the viewer's own force. Raises `NotFound`."""
    day = local_day(now)
    limbs = Limb.objects.annotate(certified=Subquery(_standing(viewer.force_id)[:1]))
    page = inspection_page(viewer, key, day=day, now=now, numbers=(number,), limbs=limbs)
    if not page.recommendations:
        raise NotFound("no such recommendation")
    line = page.recommendations[0]
    proposals = WholeProposal.objects.filter(
        recommendation=line.recommendation, force_id=viewer.force_id
    ).select_related("said_by", "answer__said_by", "answer__withdrawal__said_by")
    return WholePage(
        inspection=page.inspection,
        recommendation=line.recommendation,
        limbs=tuple(_certified(each) for each in line.limbs),
        proposals=tuple(proposals.order_by("-id")),
    )


def _standing(force_id: int) -> "QuerySet[Any]":
    """When and by whom the limb of the outer statement was certified, as far as that stands."""
    found = Certification.objects.filter(
        proposal__force_id=force_id,
        proposal__limb=OuterRef("pk"),
        outcome=Certification.CERTIFIED,
        withdrawal=None,
    )
    parts = JSONObject(at="said_at", by="said_by__display_name")
    return found.order_by("-id").values(parts=parts)


def _certified(line: LimbLine) -> LimbCertified:
    made = line.limb.certified
    if not made:
        return LimbCertified(line, None, None)
    return LimbCertified(line, datetime.fromisoformat(made["at"]), made["by"])
