"""What each of the five layers says of a limb, newest first, and what certification stands."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import DateField, F, QuerySet, TextChoices, Value
from django.db.models.functions import Cast

from dutybook.inspections.findings import WORDS, Finding, LimbFinding
from dutybook.inspections.models import (
    Assurance,
    Assured,
    Certification,
    CertificationProposal,
    InspectorateStatus,
    Limb,
    StatusOfInspectorate,
    Verification,
    Verified,
)

CHECK, ASSURANCE, INSPECTORATE = "own check", "assurance", "inspectorate"
_LABELS: dict[str, type[TextChoices]] = {
    CHECK: Verified,
    ASSURANCE: Assured,
    INSPECTORATE: StatusOfInspectorate,
}


@dataclass(frozen=True)
class Said:
    """One thing that somebody said of the limb in one layer.

    `code` is the stored choice, `says` that in words. `on` is the day of the check, or that from
    which the inspectorate's status is in effect; `document_date` is that of its document.
    """

    layer: str
    number: int
    at: datetime
    who: str
    code: str
    words: str
    on: date | None = None
    document_date: date | None = None

    @property
    def says(self) -> str:
        """The choice in words."""
        return str(_LABELS[self.layer](self.code).label) if self.layer in _LABELS else self.code


@dataclass(frozen=True)
class Layers:
    """What was said in three of the layers and of certification, each newest first.

    `is_unproven`: a certification stands, and the records now show less than it rested on. What
    was answered or withdrawn only after `until` had not been yet.
    """

    rows: tuple[Said, ...]
    proposals: tuple[CertificationProposal, ...]
    finding: LimbFinding
    until: datetime

    @property
    def verification(self) -> Said | None:
        """The force's own check that stands."""
        return next((one for one in self.rows if one.layer == CHECK), None)

    @property
    def assurance(self) -> Said | None:
        """The commissioner's view that stands."""
        return next((one for one in self.rows if one.layer == ASSURANCE), None)

    @property
    def status(self) -> Said | None:
        """The inspectorate's status that stands; None while no document says anything."""
        said = [one for one in self.rows if one.layer == INSPECTORATE]
        return max(said, key=lambda one: (one.on, one.number), default=None)

    @property
    def waiting(self) -> CertificationProposal | None:
        """The proposal that waits for a chief officer."""
        return next((one for one in self.proposals if self._by_then(one, "answer") is None), None)

    @property
    def certification(self) -> Certification | None:
        """The certification that stands: the newest that was made and not withdrawn."""
        made = [self._by_then(one, "answer") for one in self.proposals]
        standing = [
            one
            for one in made
            if one is not None
            and one.outcome == Certification.CERTIFIED
            and self._by_then(one, "withdrawal") is None
        ]
        return max(standing, key=lambda one: one.pk, default=None)

    @property
    def said(self) -> tuple[Said, ...]:
        """Everything said in these layers, newest first."""
        rows = list(self.rows)
        for proposal in self.proposals:
            rows.append(_of_certification(proposal, "proposed", proposal.claim))
            if answer := self._by_then(proposal, "answer"):
                rows.append(_of_certification(answer, answer.outcome, answer.reason))
                if taken := self._by_then(answer, "withdrawal"):
                    rows.append(_of_certification(taken, "withdrawn", taken.reason))
        return tuple(sorted(rows, key=lambda one: one.at, reverse=True))

    def _by_then(self, of: Any, name: str) -> Any:
        """What answers or withdraws something, if it was said by then."""
        found = getattr(of, name, None)
        return found if found is not None and found.said_at <= self.until else None

    @property
    def certified_as(self) -> str:
        """The finding that the standing certification rested on, in words."""
        return WORDS[Finding(self.certification.finding)] if self.certification else ""

    @property
    def is_unproven(self) -> bool:
        """Whether the records no longer fully show what was certified."""
        return self.certification is not None and self.finding.state is not Finding.FULLY_SHOWN


def layers_of(limb: Limb, force_id: int, finding: LimbFinding, *, until: datetime) -> Layers:
    """What was said of one limb by `until`; for a page that has checked what may be read."""
    proposals = (
        CertificationProposal.objects.filter(limb=limb, force_id=force_id, said_at__lte=until)
        .select_related("said_by", "answer__said_by", "answer__withdrawal__said_by")
        .order_by("-id")
    )
    return Layers(_rows(limb, force_id, until), tuple(proposals), finding, until)


def _rows(limb: Limb, force_id: int, until: datetime) -> tuple[Said, ...]:
    """The three layers in one statement, newest first."""
    nothing = Cast(Value(None), DateField())

    def of(rows: QuerySet[Any], layer: str, code: str, words: str) -> QuerySet[Any]:
        said = rows.filter(limb=limb, force_id=force_id, said_at__lte=until).order_by()
        return said.annotate(layer=Value(layer), code=F(code), words=F(words))

    checks = of(Verification.objects.all(), CHECK, "outcome", "checked")
    views = of(Assurance.objects.all(), ASSURANCE, "view", "reasons")
    statuses = of(InspectorateStatus.objects.all(), INSPECTORATE, "status", "document")
    found = checks.values_list(*_COLUMNS, F("checked_on"), nothing).union(
        views.values_list(*_COLUMNS, nothing, nothing),
        statuses.values_list(*_COLUMNS, F("effective_on"), F("document_date")),
        all=True,
    )
    rows = [Said(*row) for row in found]
    return tuple(sorted(rows, key=lambda one: (one.at, one.number), reverse=True))


_COLUMNS = ("layer", "id", "said_at", "said_by__display_name", "code", "words")


def _of_certification(row: Any, says: str, words: str) -> Said:
    return Said("certification", row.pk, row.said_at, row.said_by.display_name, says, words)
