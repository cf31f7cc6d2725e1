"""What the public may read beside a claim: who says what of a limb, whether its records were
tested, and what was promised; of the force's own words only those checked for publication."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from dutybook.documents.response import ResponseLayer, ResponsePromise
from dutybook.duties.policy import Policies
from dutybook.inspections.auditors import duties_to_test
from dutybook.inspections.findings import WORDS, Finding, contradicts
from dutybook.inspections.models import (
    Assurance,
    Assured,
    Certification,
    ForceState,
    InspectorateStatus,
    Limb,
    StatusOfInspectorate,
    Verification,
    Verified,
)
from dutybook.inspections.queries.commitments import Promise
from dutybook.inspections.queries.inspection_pages import (
    InspectionPage,
    LimbLine,
    RecommendationLine,
)
from dutybook.inspections.queries.reality import Tested, lasts_on, tested_of, with_tests
from dutybook.ledger.instants import day_ends, local_day

POSITION: Final = "The force's position, as it is read"
NARROWER: Final = "How wide the force's claim is"
NO_REPLY: Final = "The force was told and has not replied."
CHECK: Final = "The force's own check"
CERTIFICATION: Final = "Certification by the force"
ASSURANCE: Final = "The commissioner's assurance"
INSPECTORATE: Final = "The inspectorate"
BEING_READ = "Records drawn by chance are being read against their files."
UNTESTED = "Records untested."
BORNE_OUT = "Records drawn by chance on {day} were read against their files, which bear them out."
NOT_BORNE_OUT = (
    "Records drawn by chance on {day} were read against their files. Not every file bears its "
    "record out."
)
STANDS = {
    "late": "late",
    "open": "not due yet",
    "delivered": "delivered",
    "dropped": "no longer promised",
}
CLAIMS: Final = (ForceState.CLAIMS_COMPLETE, ForceState.SELF_CERTIFIED)
OPEN: Final = "Open"
NO_DOCUMENT: Final = "No document of the inspectorate says otherwise."


def limbs_with_layers(force_id: int, day: date) -> "QuerySet[Limb]":
    """The limbs with what one force's layers said of each at the end of `day`: `own_check`, `view`,
    `status` and `certified` as objects, None where nobody said anything, and `newest_test`."""
    at = day_ends(day)
    said = {"force_id": force_id, "limb": OuterRef("pk"), "said_at__lte": at}
    checks = Verification.objects.filter(**said).order_by("-said_at", "-id")
    views = Assurance.objects.filter(**said).order_by("-said_at", "-id")
    statuses = InspectorateStatus.objects.filter(**said).order_by("-effective_on", "-id")
    made = Certification.objects.filter(
        Q(withdrawal=None) | Q(withdrawal__said_at__gt=at),
        proposal__force_id=force_id,
        proposal__limb=OuterRef("pk"),
        outcome=Certification.CERTIFIED,
        said_at__lte=at,
    ).order_by("-id")
    return with_tests(Limb.objects.all(), force_id, day).annotate(
        own_check=_newest(checks, "outcome", "checked_on"),
        view=_newest(views, "view", "reasons", "said_at"),
        status=_newest(statuses, "status", "document", "document_date", "effective_on"),
        certified=_newest(made, "finding", "public_reason", "said_at"),
    )


def _newest(rows: "QuerySet[Any]", *columns: str) -> Subquery:
    parts = JSONObject(**{name: name for name in columns})
    return Subquery(rows.values(parts=parts)[:1])


def public_layers(page: InspectionPage, day: date) -> Mapping[int, tuple[ResponseLayer, ...]]:
    """The layers of each limb of a page that was read by `limbs_with_layers`, by the limb's number,
    in the order in which a page shows them. Those in which nobody has said anything are left out,
    but for the inspectorate's, which is open until one of its documents says otherwise. Nothing
    where the force's records are not here, since then nobody here speaks for it.
    """
    if not page.choice.records_here:
        return {}
    since = page.inspection.published_on or day
    lines = [line for each in page.recommendations for line in each.limbs]
    return {line.limb.pk: tuple(_layers(line, since)) for line in lines}


def public_whole(line: RecommendationLine) -> tuple[ResponseLayer, ...]:
    """That the force certified the recommendation as a whole, and which limbs the records do not
    fully show now."""
    if line.whole is None:
        return ()
    shown = Finding.FULLY_SHOWN
    less = [each.limb.code for each in line.limbs if each.finding.state is not shown]
    now = f"The records do not fully show now: {', '.join(less)}." if less else ""
    words = " ".join(text for text in (line.whole.public_reason, now) if text)
    certified_on = line.whole.certified_on
    return (ResponseLayer(CERTIFICATION, "Certified", certified_on, words or None),)


def public_tests(page: InspectionPage, settings: Policies, day: date) -> Mapping[int, str]:
    """Whether the records of each limb were tested, in words that count nobody: how many files
    were read, and in how many the record is not borne out, could tell of one person."""
    if not page.choice.records_here:
        return {}
    lasts = lasts_on(settings, day)
    limbs = [line.limb for each in page.recommendations for line in each.limbs]
    return {limb.pk: _tested(tested_of(limb, lasts, day)) for limb in limbs if duties_to_test(limb)}


def public_promises(promised: Sequence[Promise]) -> tuple[ResponsePromise, ...]:
    """The promises that may be published, in the words checked for it."""
    return tuple(_promise(each) for each in promised if each.commitment.public_words)


def _layers(line: LimbLine, open_since: date) -> Iterator[ResponseLayer]:
    state, limb, shown = line.state, line.limb, line.finding.words.lower()
    if state is not None:
        less = state.state in CLAIMS and contradicts(line.finding.state)
        words = f"The records show: {shown}." if less else None
        read_on = local_day(state.mapped_at)
        yield ResponseLayer(POSITION, state.get_state_display(), read_on, words)
    if (judgement := line.judgement) is not None and judgement.is_narrower:
        reply = getattr(judgement, "reply", None)
        replied = f"The force replies: {reply.words}" if reply else NO_REPLY
        words = f"{judgement.reasons} {replied}"
        yield ResponseLayer(NARROWER, "Narrower than asked", local_day(judgement.judged_at), words)
    if check := limb.own_check:
        says = Verified(check["outcome"]).label
        yield ResponseLayer(CHECK, says, date.fromisoformat(check["checked_on"]))
    if made := limb.certified:
        then = WORDS[Finding(made["finding"])].lower()
        reason = f" {made['public_reason']}" if made["public_reason"] else ""
        now = f" They now show: {shown}." if shown != then else ""
        words = f"The records then showed: {then}.{reason}{now}"
        yield ResponseLayer(CERTIFICATION, "Certified", _said_on(made), words)
    if view := limb.view:
        says = Assured(view["view"]).label
        yield ResponseLayer(ASSURANCE, says, _said_on(view), view["reasons"])
    if status := limb.status:
        dated = date.fromisoformat(status["document_date"])
        yield ResponseLayer(
            INSPECTORATE,
            StatusOfInspectorate(status["status"]).label,
            date.fromisoformat(status["effective_on"]),
            f"{status['document'].rstrip('.')}, {dated:%-d %B %Y}.",
        )
    else:
        yield ResponseLayer(INSPECTORATE, OPEN, open_since, NO_DOCUMENT)


def _said_on(row: Mapping[str, str]) -> date:
    return local_day(datetime.fromisoformat(row["said_at"]))


def _promise(one: Promise) -> ResponsePromise:
    made = one.commitment
    return ResponsePromise(
        what=made.public_words,
        whose=made.get_party_display(),
        by_when=one.due,
        first_by=made.by_when,
        stands=STANDS[one.state],
        on=one.settled_on if one.state == "delivered" else None,
        amount=made.amount,
    )


def _tested(tested: Tested | None) -> str:
    if tested is None or tested.says_nothing:
        return UNTESTED
    all_agree = tested.agrees == tested.audited
    if all_agree and not tested.is_finished:
        return BEING_READ
    said = BORNE_OUT if all_agree else NOT_BORNE_OUT
    return said.format(day=f"{tested.drawn_on:%-d %B %Y}")
