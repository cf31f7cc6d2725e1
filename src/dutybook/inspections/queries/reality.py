"""What the newest sample of a limb's records found, counted; it names no record."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.inspections.auditors import duties_to_test
from dutybook.inspections.models import AuditSample, CaseGrade, Inspection, Limb, Reality
from dutybook.inspections.queries.choosing import check_may_read, the_inspection
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import TEST_WITHIN_DAYS

COUNTED: Final = (
    *("drawn", "audited", "agrees", "disagrees"),
    *("good", "requires_improvement", "inadequate"),
)


@dataclass(frozen=True)
class Tested:
    """One sample, counted: `drawn` cases, `audited` of them, and what stands of each audit.

    `lasts` is over how many days a test speaks for the limb by the force's policy, None while the
    force has set none; `day` is the day on which this is read.
    """

    sample_id: int
    duty: str
    drawn_on: date
    drawn: int
    audited: int
    agrees: int
    disagrees: int
    good: int
    requires_improvement: int
    inadequate: int
    lasts: int | None
    day: date

    @property
    def cannot_tell(self) -> int:
        """Cases of which the file does not say."""
        return self.audited - self.agrees - self.disagrees

    @property
    def is_out_of_date(self) -> bool:
        """Whether the test was longer ago than the force's policy lets it speak for the limb."""
        return self.lasts is not None and (self.day - self.drawn_on).days > self.lasts

    @property
    def says_nothing(self) -> bool:
        """Whether the limb's records are untested for all that this sample says of them."""
        return self.is_out_of_date or not self.audited

    @property
    def is_finished(self) -> bool:
        return self.audited == self.drawn


@dataclass(frozen=True)
class LimbTested:
    """A limb with its newest sample, None where none was ever drawn."""

    limb: Limb
    tested: Tested | None


@dataclass(frozen=True)
class InspectionTests:
    """Every limb that records about cases can show, in the order of the report."""

    inspection: Inspection
    limbs: tuple[LimbTested, ...]
    lasts: int | None

    @property
    def untested(self) -> int:
        """Limbs of which nothing that was audited speaks on this day."""
        return sum(one.tested is None or one.tested.says_nothing for one in self.limbs)


def inspection_tests(viewer: Viewer, key: str, *, now: datetime) -> InspectionTests:
    """The newest test of each limb in the viewer's force. Raises `NotFound`."""
    check_may_read(viewer)
    inspection, day = the_inspection(key), local_day(now)
    limbs = Limb.objects.filter(recommendation__inspection=inspection).exclude(duties=[])
    limbs = limbs.select_related("recommendation").order_by("id")
    lasts = lasts_on(policies_of(viewer.force_id), day)
    lines = (
        LimbTested(limb, tested_of(limb, lasts, day))
        for limb in with_tests(limbs, viewer.force_id, day)
        if duties_to_test(limb)
    )
    return InspectionTests(inspection, tuple(lines), lasts)


def lasts_on(settings: Policies, day: date) -> int | None:
    """Over how many days a test speaks for a limb by the policy of `day`."""
    days = value_in_force(settings, TEST_WITHIN_DAYS, day_ends(day))
    return days if isinstance(days, int) else None


def with_tests(limbs: "QuerySet[Limb]", force_id: int, day: date) -> "QuerySet[Limb]":
    """The limbs with `newest_test`, the counts of one force's newest sample as it stood at the end
    of `day`."""
    of_limb = AuditSample.objects.filter(force_id=force_id, limb=OuterRef("pk"), day__lte=day)
    newest = counted_samples(of_limb, day).order_by("-id")
    parts = JSONObject(**{name: name for name in (*COUNTED, "id", "duty", "day")})
    return limbs.annotate(newest_test=Subquery(newest.values(parts=parts)[:1]))


def counted_samples(samples: "QuerySet[AuditSample]", day: date) -> "QuerySet[AuditSample]":
    """The samples with the counts of `Tested`, by their names there, as they stood at the end of
    `day`: an audit that was replaced only later stood then."""
    at = day_ends(day)
    audit = "cases__audits__"
    replaced = Q(**{f"{audit}replaced_by": None}) | Q(**{f"{audit}replaced_by__said_at__gt": at})
    stood = Q(**{f"{audit}said_at__lte": at}) & replaced

    def count(**narrowed: object) -> Count:
        of_audit = {f"{audit}{name}": value for name, value in narrowed.items()}
        return Count("cases__audits", filter=stood & Q(**of_audit), distinct=True)

    return samples.annotate(
        drawn=Count("cases", distinct=True),
        audited=count(),
        agrees=count(reality=Reality.AGREES),
        disagrees=count(reality=Reality.DISAGREES),
        good=count(grade=CaseGrade.GOOD),
        requires_improvement=count(grade=CaseGrade.REQUIRES_IMPROVEMENT),
        inadequate=count(grade=CaseGrade.INADEQUATE),
    )


def tested_of(limb: Limb, lasts: int | None, day: date) -> Tested | None:
    """The newest test of a limb that was read `with_tests`."""
    found: dict[str, Any] | None = limb.newest_test
    if found is None:
        return None
    counts = {name: found[name] for name in COUNTED}
    drawn_on = date.fromisoformat(found["day"])
    return Tested(found["id"], found["duty"], drawn_on, **counts, lasts=lasts, day=day)


def tested_by(sample: AuditSample, lasts: int | None, day: date) -> Tested:
    """The test that a sample is, which was read by `counted_samples`."""
    counts = {name: getattr(sample, name) for name in COUNTED}
    return Tested(sample.pk, sample.duty, sample.day, **counts, lasts=lasts, day=day)
