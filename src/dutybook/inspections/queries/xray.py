"""Where a claim and what it rests on part company: looked for in every limb of an inspection."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Subquery, Value
from django.db.models.functions import Concat, JSONObject

from dutybook.access.consulting import consultation
from dutybook.access.viewer import Viewer
from dutybook.inspections.auditors import duties_to_test
from dutybook.inspections.findings import Finding, contradicts
from dutybook.inspections.models import (
    Certification,
    ForceState,
    Inspection,
    Limb,
    LimbEvidence,
    Ownership,
)
from dutybook.inspections.queries.choosing import ForceChoice
from dutybook.inspections.queries.commitments import late_of_limb
from dutybook.inspections.queries.inspection_pages import (
    LimbLine,
    RecommendationLine,
    inspection_page,
)
from dutybook.inspections.queries.reality import Tested, lasts_on, tested_of, with_tests
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import OutboxNote
from dutybook.ledger.policies import policies_of

SOON = timedelta(days=30)
CLAIMS = (ForceState.CLAIMS_COMPLETE, ForceState.SELF_CERTIFIED)


@dataclass(frozen=True)
class Crack:
    """One thing that does not hold: of which limbs (code and title), what, since when if known.

    `gravity` is 4 for what was certified and is not so, 3 for what is claimed or certified and not
    shown, 2 for what is open, 1 for what is to be done.
    """

    gravity: int
    limbs: tuple[tuple[str, str], ...]
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
class _Item:
    """An item of evidence that was not withdrawn."""

    title: str
    expires_on: date | None


@dataclass(frozen=True)
class _Known:
    """What is known of one limb beside its line on the inspection's page.

    `finding` and `certified_on` are of the certification that stands, None where none does;
    `changed` is since when the limb has read as it reads, as far as the worker has seen; `tested`
    the newest sample of its records; `promise_late_since` the day by which the promise about it
    that is late the longest was to be kept.
    """

    finding: Finding | None
    certified_on: date | None
    evidence: tuple[_Item, ...]
    owned: bool
    changed: date | None
    tested: Tested | None
    promise_late_since: date | None


@consultation
def xray(viewer: Viewer, key: str, *, now: datetime) -> XRay:
    """Every crack in what the viewer's force says of one inspection. Raises `NotFound`."""
    day = local_day(now)
    settings = policies_of(viewer.force_id)
    page = inspection_page(viewer, key, day=day, now=now, settings=settings)
    lines = [
        (recommendation, line)
        for recommendation in page.recommendations
        for line in recommendation.limbs
    ]
    known = _known(key, viewer.force_id, lasts_on(settings, day), day)
    cracks = [
        crack
        for recommendation, line in lines
        for crack in _cracks(recommendation, line, known[line.limb.pk], day)
    ]
    return XRay(page.inspection, page.choice, len(lines), _together(cracks, day), day)


def _together(cracks: list[Crack], day: date) -> tuple[Crack, ...]:
    """What is the same of several limbs, said once; gravest first, longest first."""
    limbs: dict[tuple[int, str, date | None], list[tuple[str, str]]] = {}
    for one in cracks:
        limbs.setdefault((one.gravity, one.what, one.since), []).extend(one.limbs)
    together = [
        Crack(gravity, tuple(of), what, since) for (gravity, what, since), of in limbs.items()
    ]
    return tuple(sorted(together, key=lambda one: (-one.gravity, one.since or day, one.limbs)))


def _cracks(
    recommendation: RecommendationLine, line: LimbLine, known: _Known, day: date
) -> Iterator[Crack]:
    limb, state = line.limb, line.state.state if line.state else None

    def crack(gravity: int, what: str, since: date | None = None) -> Crack:
        return Crack(gravity, ((limb.code, limb.title),), what, since)

    if known.finding is not None:
        if line.finding.state is not Finding.FULLY_SHOWN:
            was_shown = known.finding is Finding.FULLY_SHOWN
            since = known.changed if was_shown else known.certified_on
            yield crack(4, f"Certified; the records say: {line.finding.words.lower()}", since)
        if _measured_by_another(known.finding, line):
            yield crack(2, "Certified before the policy on what is material changed")
        yield from (crack(*one) for one in _of_evidence(known.evidence, day))
        if duties_to_test(limb) and (known.tested is None or known.tested.says_nothing):
            yield crack(2, "Certified; its records are untested")
    elif recommendation.whole is not None:
        since = recommendation.whole.certified_on
        yield crack(4, "The whole recommendation is certified; this limb is not any more", since)
    elif state in CLAIMS and contradicts(line.finding.state):
        yield crack(3, f"Claimed complete; the records say: {line.finding.words.lower()}")
    if known.tested is not None and known.tested.disagrees:
        yield crack(3, _disagreeing(known.tested, line), known.tested.drawn_on)
    if state == ForceState.SELF_CERTIFIED and line.state is not None and not line.state.signatory:
        yield crack(2, "Self-certified; who signed is not stated")
    if state == ForceState.IN_PROGRESS and line.state is not None and not line.state.end_date:
        yield crack(2, "In progress; no end date is given")
    left = recommendation.days_left
    if known.finding is None and left is not None and left < 0:
        yield crack(
            2, "The deadline has passed, and nobody has certified it", day + timedelta(left)
        )
    if known.promise_late_since is not None:
        yield crack(2, "A promise about it is late", known.promise_late_since)
    if not known.owned:
        yield crack(1, "No senior owner, delivery owner and board are named")


def _disagreeing(tested: Tested, line: LimbLine) -> str:
    """In words that count nobody for those whose views are suppressed."""
    if any(one.is_bare for one in line.finding.figures):
        return "Record and file disagree"
    return f"Record and file disagree in {tested.disagrees} of {tested.audited} audited"


def _measured_by_another(certified: Finding, line: LimbLine) -> bool:
    """Whether a shortfall was certified as material or not, and the policy now says otherwise."""
    shortfalls = {Finding.SHORTFALL, Finding.MATERIAL_SHORTFALL}
    return {certified, line.finding.state} == shortfalls


def _of_evidence(evidence: tuple[_Item, ...], day: date) -> Iterator[tuple[int, str, date | None]]:
    lasting = [one for one in evidence if one.expires_on is None or one.expires_on >= day]
    if not evidence:
        yield 3, "Certified; no item of evidence is kept for it", None
    elif not lasting:
        last = max(one.expires_on for one in evidence if one.expires_on is not None)
        yield 3, "Certified; all its evidence has expired", last
    for one in lasting:
        if one.expires_on is not None and one.expires_on <= day + SOON:
            yield 1, f"Evidence expires within 30 days: {one.title}", one.expires_on


def _known(key: str, force_id: int, lasts: int | None, day: date) -> dict[int, _Known]:
    """What is known of each limb of an inspection, by its number, in one statement."""
    of_limb = {"force_id": force_id, "limb": OuterRef("pk")}
    standing = Certification.objects.filter(
        proposal__force_id=force_id,
        proposal__limb=OuterRef("pk"),
        outcome=Certification.CERTIFIED,
        withdrawal=None,
    ).order_by("-id")
    notes = OutboxNote.objects.filter(
        force_id=force_id, kind="finding", about=Concat(Value(f"{key}/"), OuterRef("code"))
    ).order_by("-id")
    items = LimbEvidence.objects.filter(**of_limb, withdrawal=None).order_by("id")
    limbs = with_tests(Limb.objects.filter(recommendation__inspection__key=key), force_id, day)
    found = limbs.annotate(
        certified_as=Subquery(standing.values("finding")[:1]),
        certified_at=Subquery(standing.values("said_at")[:1]),
        changed_at=Subquery(notes.values("at")[:1]),
        late_since=Subquery(late_of_limb(force_id, day).values("due")[:1]),
        owned=Exists(Ownership.objects.filter(**of_limb)),
        items=ArraySubquery(items.values(json=JSONObject(title="title", until="expires_on"))),
    )
    return {
        limb.pk: _Known(
            finding=Finding(limb.certified_as) if limb.certified_as else None,
            certified_on=local_day(limb.certified_at) if limb.certified_at else None,
            evidence=tuple(_item(one) for one in limb.items),
            owned=limb.owned,
            changed=local_day(limb.changed_at) if limb.changed_at else None,
            tested=tested_of(limb, lasts, day),
            promise_late_since=limb.late_since,
        )
        for limb in found
    }


def _item(stored: dict[str, str | None]) -> _Item:
    until = stored["until"]
    return _Item(str(stored["title"]), date.fromisoformat(until) if until else None)
