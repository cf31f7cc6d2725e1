"""A sample case by case: what the record told when it was drawn, and what the audits found."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q

from dutybook.access import log
from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.auditors import duties_to_test, may_test
from dutybook.inspections.models import (
    AuditCase,
    AuditQuestionSet,
    AuditSample,
    CaseAudit,
    CaseReply,
    Inspection,
    Limb,
    RoomAnswer,
)
from dutybook.inspections.queries.choosing import check_may_read
from dutybook.inspections.queries.reality import (
    Tested,
    counted_samples,
    lasts_on,
    tested_by,
)
from dutybook.inspections.sampling import WEIGHTS
from dutybook.ledger.instants import local_day
from dutybook.ledger.policies import policies_of
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import Event
from dutybook.ledger.queries.timelines import facts_of_entry
from dutybook.ledger.subjects import RECORD_KINDS


@dataclass(frozen=True)
class LimbTests:
    """Every sample of a limb, the newest first; `duties` are those a sample can be drawn of."""

    inspection: Inspection
    limb: Limb
    samples: tuple[Tested, ...]
    duties: tuple[str, ...]
    may_draw: bool


@dataclass(frozen=True)
class CaseLine:
    """One case. `label` is None for somebody who may not know whose record it is."""

    case: AuditCase
    label: str | None
    kind: str
    audit: CaseAudit | None


@dataclass(frozen=True)
class SamplePage:
    """One draw with its cases in the order in which they were drawn, and the `weights` of the
    levels, the heaviest first; empty where the figure knows no levels."""

    sample: AuditSample
    limb: Limb
    inspection: Inspection
    tested: Tested
    cases: tuple[CaseLine, ...]
    weights: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class CasePage:
    """One case: its `facts` as they stand now, and every audit, the newest first."""

    sample: AuditSample
    limb: Limb
    line: CaseLine
    facts: tuple[Event, ...]
    audits: tuple[CaseAudit, ...]
    replies: tuple[CaseReply, ...]
    may_audit: bool


@consultation
def limb_tests(viewer: Viewer, key: str, code: str, *, now: datetime) -> LimbTests:
    """The samples of a limb in the viewer's force. Raises `NotFound`."""
    check_may_read(viewer)
    limbs = Limb.objects.select_related("recommendation__inspection")
    limb = limbs.filter(recommendation__inspection__key=key, code=code).first()
    if limb is None:
        raise NotFound("no such limb")
    day = local_day(now)
    lasts = lasts_on(policies_of(viewer.force_id), day)
    samples = AuditSample.objects.filter(limb=limb, force_id=viewer.force_id)
    found = counted_samples(samples, day).order_by("-id")
    return LimbTests(
        inspection=limb.recommendation.inspection,
        limb=limb,
        samples=tuple(tested_by(one, lasts, day) for one in found),
        duties=duties_to_test(limb),
        may_draw=may_test(viewer),
    )


@consultation
def question_sets(viewer: Viewer) -> tuple[AuditQuestionSet, ...]:
    """Every version of every set of the viewer's force: by title, the newest version first."""
    _check_reads_audits(viewer)
    found = AuditQuestionSet.objects.filter(force_id=viewer.force_id).select_related("said_by")
    return tuple(found.order_by("title", "-version"))


@consultation
def sample_page(viewer: Viewer, sample_id: int, *, now: datetime) -> SamplePage:
    """One sample of the viewer's force; logged. Raises `NotFound`."""
    _check_reads_audits(viewer)
    samples = AuditSample.objects.filter(pk=sample_id, force_id=viewer.force_id)
    related = samples.select_related("limb__recommendation__inspection", "questions", "said_by")
    day = local_day(now)
    sample = counted_samples(related, day).first()
    if sample is None:
        raise NotFound("no such sample")
    lines = _lines(viewer, Q(sample=sample))
    _log(viewer, lines, "sample of records")
    return SamplePage(
        sample=sample,
        limb=sample.limb,
        inspection=sample.limb.recommendation.inspection,
        tested=tested_by(sample, lasts_on(policies_of(viewer.force_id), day), day),
        cases=lines,
        weights=tuple(WEIGHTS.items()) if duty_of(sample.duty).levels else (),
    )


@consultation
def case_page(viewer: Viewer, sample_id: int, place: int) -> CasePage:
    """One case; logged. Raises `NotFound`, also for somebody who may not know whose it is."""
    _check_reads_audits(viewer)
    lines = _lines(viewer, Q(sample_id=sample_id, place=place))
    line = next((one for one in lines if one.label is not None), None)
    if line is None:
        raise NotFound("no such case")
    _log(viewer, lines, "case of a sample")
    case = line.case
    rests_on = (case.opened_by, case.met_by, case.authorised_by)
    return CasePage(
        sample=case.sample,
        limb=case.sample.limb,
        line=line,
        facts=facts_of_entry(viewer.force_id, case.subject_id, filter(None, rests_on)),
        audits=tuple(case.audits.select_related("said_by").order_by("-id")),
        replies=replies_of(case),
        may_audit=may_test(viewer),
    )


def replies_of(case: AuditCase) -> tuple[CaseReply, ...]:
    """What those who do the work answered to the audits of a case, in the order they did."""
    found = CaseReply.objects.filter(audit__case=case).select_related("said_by", "audit")
    return tuple(found.order_by("id"))


def _lines(viewer: Viewer, narrowed: Q) -> tuple[CaseLine, ...]:
    """An auditor knows whose records the sample holds, an inspector of one that was given in the
    room; others, of those they may see."""
    standing = CaseAudit.objects.filter(replaced_by=None)
    found = (
        AuditCase.objects.filter(narrowed, force_id=viewer.force_id)
        .select_related("subject", "sample__limb__recommendation__inspection", "sample__questions")
        .prefetch_related(Prefetch("audits", queryset=standing, to_attr="standing"))
        .order_by("place")
    )
    cases = list(found)
    if may_test(viewer):
        known = {one.subject_id for one in cases}
    elif viewer.has_role(Role.INSPECTOR):
        given = RoomAnswer.objects.filter(request__force_id=viewer.force_id, sample__isnull=False)
        known = set(
            found.filter(sample__in=given.values("sample")).values_list("subject_id", flat=True)
        )
    else:
        visible = visible_of_kinds(viewer, RECORD_KINDS, prefix="subject__")
        known = set(found.filter(visible).values_list("subject_id", flat=True))
    return tuple(
        CaseLine(
            case=one,
            label=one.subject.label if one.subject_id in known else None,
            kind=one.subject.kind,
            audit=next(iter(one.standing), None),
        )
        for one in cases
    )


def _log(viewer: Viewer, lines: Iterable[CaseLine], detail: str) -> None:
    shown: dict[RecordKind, list[int]] = {RecordKind.CASE_AUDIT: []}
    for one in lines:
        if one.label is not None:
            shown.setdefault(RECORD_KINDS[one.kind], []).append(one.case.subject_id)
    log.record_consultation(viewer, shown, detail=detail)


def _check_reads_audits(viewer: Viewer) -> None:
    if not viewer.may_read(RecordKind.CASE_AUDIT):
        raise NotAllowed("your role reads no samples")
