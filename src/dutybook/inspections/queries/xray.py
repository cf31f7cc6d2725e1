"""Where a claim and what it rests on part company: looked for in every limb of an inspection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.inspections.findings import Finding, contradicts
from dutybook.inspections.models import (
    Certification,
    ForceState,
    Inspection,
    LimbEvidence,
    LimbOwnership,
)
from dutybook.inspections.queries.basis import EvidenceLine, evidence_line
from dutybook.inspections.queries.choosing import ForceChoice
from dutybook.inspections.queries.inspection_pages import (
    LimbLine,
    RecommendationLine,
    inspection_page,
)
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import OutboxNote

SOON = timedelta(days=30)
CLAIMS = (ForceState.CLAIMS_COMPLETE, ForceState.SELF_CERTIFIED)


@dataclass(frozen=True)
class Crack:
    """One thing that does not hold: of which limb, what, since when if known, gravest first."""

    gravity: int
    code: str
    title: str
    what: str
    since: date | None


@dataclass(frozen=True)
class XRay:
    """What was looked at and what was found."""

    inspection: Inspection
    choice: ForceChoice
    limbs: int
    cracks: tuple[Crack, ...]
    day: date


@dataclass(frozen=True)
class _Known:
    """What is known of one limb beside its line on the inspection's page."""

    certification: Certification | None
    evidence: tuple[EvidenceLine, ...]
    owned: bool
    changed: date | None


@transaction.atomic
def xray(viewer: Viewer, key: str, *, now: datetime) -> XRay:
    """Every crack in what the viewer's force says of one inspection. Raises `NotFound`."""
    day = local_day(now)
    page = inspection_page(viewer, key, day=day, now=now)
    lines = [
        (recommendation, line)
        for recommendation in page.recommendations
        for line in recommendation.limbs
    ]
    force_id = viewer.force_id
    certified = _certified(key, force_id)
    evidence = _evidence(key, force_id, day)
    owned = set(
        LimbOwnership.objects.filter(
            force_id=force_id, limb__recommendation__inspection__key=key
        ).values_list("limb_id", flat=True)
    )
    changed = _changed(key, force_id)
    cracks = [
        crack
        for recommendation, line in lines
        for crack in _cracks(
            recommendation,
            line,
            _Known(
                certification=certified.get(line.limb.pk),
                evidence=evidence.get(line.limb.pk, ()),
                owned=line.limb.pk in owned,
                changed=changed.get(line.limb.code),
            ),
            day,
        )
    ]
    cracks.sort(key=lambda one: (-one.gravity, one.since or day, one.code))
    return XRay(page.inspection, page.choice, len(lines), tuple(cracks), day)


def _cracks(
    recommendation: RecommendationLine, line: LimbLine, known: _Known, day: date
) -> Iterator[Crack]:
    limb, state = line.limb, line.state.state if line.state else None
    certification = known.certification

    def crack(gravity: int, what: str, since: date | None = None) -> Crack:
        return Crack(gravity, limb.code, limb.title, what, since)

    if certification is not None:
        if line.finding.state is not Finding.FULLY_SHOWN:
            was_shown = certification.finding == Finding.FULLY_SHOWN
            since = known.changed if was_shown else local_day(certification.said_at)
            yield crack(4, f"Certified; the records say: {line.finding.words.lower()}", since)
        if _measured_by_another(certification, line):
            yield crack(2, "Certified before the policy on what is material changed")
        yield from (crack(*one) for one in _of_evidence(known.evidence, day))
    elif state in CLAIMS and contradicts(line.finding.state):
        yield crack(3, f"Claimed complete; the records say: {line.finding.words.lower()}")
    if state == ForceState.SELF_CERTIFIED and line.state is not None and not line.state.signatory:
        yield crack(2, "Self-certified; who signed is not stated")
    if state == ForceState.IN_PROGRESS and line.state is not None and not line.state.end_date:
        yield crack(2, "In progress; no end date is given")
    left = recommendation.days_left
    if certification is None and left is not None and left < 0:
        yield crack(
            2, "The deadline has passed, and nobody has certified it", day + timedelta(left)
        )
    if not known.owned:
        yield crack(1, "No senior owner, delivery owner and board are named")


def _measured_by_another(certification: Certification, line: LimbLine) -> bool:
    """Whether a shortfall was certified as material or not, and the policy now says otherwise."""
    shortfalls = {Finding.SHORTFALL, Finding.MATERIAL_SHORTFALL}
    return {Finding(certification.finding), line.finding.state} == shortfalls


def _of_evidence(
    evidence: tuple[EvidenceLine, ...], day: date
) -> Iterator[tuple[int, str, date | None]]:
    counting = [one for one in evidence if one.counts]
    if not counting:
        expired = [one.item.expires_on for one in evidence if one.expired and not one.withdrawn]
        last = max((one for one in expired if one is not None), default=None)
        if last is None:
            yield 3, "Certified; no item of evidence is kept for it", None
        else:
            yield 3, "Certified; all its evidence has expired", last
        return
    for one in counting:
        if one.item.expires_on is not None and one.item.expires_on <= day + SOON:
            yield 1, f"Evidence expires within 30 days: {one.item.title}", one.item.expires_on


def _certified(key: str, force_id: int) -> dict[int, Certification]:
    """The certification that stands of each limb: the newest that was not withdrawn."""
    found = Certification.objects.filter(
        proposal__force_id=force_id,
        proposal__limb__recommendation__inspection__key=key,
        outcome=Certification.CERTIFIED,
        withdrawal=None,
    ).select_related("proposal")
    return {one.proposal.limb_id: one for one in found.order_by("id")}


def _evidence(key: str, force_id: int, day: date) -> dict[int, tuple[EvidenceLine, ...]]:
    found = LimbEvidence.objects.filter(
        force_id=force_id, limb__recommendation__inspection__key=key
    ).select_related("withdrawal")
    by_limb: dict[int, list[EvidenceLine]] = {}
    for item in found.order_by("-id"):
        by_limb.setdefault(item.limb_id, []).append(evidence_line(item, day))
    return {limb: tuple(lines) for limb, lines in by_limb.items()}


def _changed(key: str, force_id: int) -> dict[str, date]:
    """Since when each limb has read as it reads now, as far as the worker has seen it change."""
    notes = OutboxNote.objects.filter(
        force_id=force_id, kind="finding", about__startswith=f"{key}/"
    ).order_by("about", "-id")
    return {note.about.rpartition("/")[2]: local_day(note.at) for note in notes.distinct("about")}
