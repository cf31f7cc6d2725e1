"""Until when an offender must notify, by the law, from what is recorded, with the working."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dutybook.ledger.instants import local_day
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import Notification, RelevantDate
from dutybook.records.offenders.notification_law.counting import add_months
from dutybook.records.offenders.notification_law.indefinite_review import (
    HeldOrder,
    ReviewDate,
    review_date,
)
from dutybook.records.offenders.notification_law.period import (
    Disposal,
    Matter,
    NotificationPeriod,
    Term,
    longest,
    notification_period,
)
from dutybook.records.offenders.queries.orders import OrderRow


@dataclass(frozen=True)
class MatterPeriod:
    """One relevant date and the period it gives; `missing` says what must be recorded first."""

    day: date
    matter: str
    period: NotificationPeriod | None
    missing: str


@dataclass(frozen=True)
class NotificationStanding:
    """Every matter, the period that counts, and for an indefinite one when it may be reviewed.

    `counts` is None while any matter is undecided and none is indefinite: an undecided one could
    end later than the others. `review` is None until a first notification is recorded.
    """

    matters: tuple[MatterPeriod, ...]
    counts: NotificationPeriod | None
    review: ReviewDate | None


def notification_standing(
    subject_id: int, born: date | None, orders: Iterable[OrderRow], *, now: datetime
) -> NotificationStanding:
    """For a page that has checked and logs the look; `orders` are the offender's."""
    facts = standing(RelevantDate).filter(subject_id=subject_id, at__lte=now).order_by("at")
    matters = tuple(_period(fact, born) for fact in facts)
    counts = _that_counts(matters)
    review = None
    if counts is not None and counts.indefinite:
        review = _review(subject_id, counts.first_day, born, orders, now)
    return NotificationStanding(matters, counts, review)


def _period(fact: RelevantDate, born: date | None) -> MatterPeriod:
    day = local_day(fact.at)
    if not fact.disposal:
        return MatterPeriod(day, fact.matter, None, "how the matter was dealt with")
    disposal = Disposal(fact.disposal)
    term = None
    if fact.term_months or fact.term_days:
        term = Term(fact.term_months or 0, fact.term_days or 0)
    elif disposal in (Disposal.IMPRISONMENT, Disposal.CONDITIONAL_DISCHARGE):
        return MatterPeriod(day, fact.matter, None, "its length")
    period = notification_period(Matter(day, disposal, born, term))
    return MatterPeriod(day, fact.matter, period, "" if period else "the date of birth")


def _that_counts(matters: Sequence[MatterPeriod]) -> NotificationPeriod | None:
    decided = [one.period for one in matters if one.period is not None]
    last = longest(decided)
    if last is not None and last.indefinite:
        return last
    return last if len(decided) == len(matters) else None


def _review(
    subject_id: int, relevant: date, born: date | None, orders: Iterable[OrderRow], now: datetime
) -> ReviewDate | None:
    """From when an indefinite period may be reviewed, by the first notification after it."""
    told = standing(Notification).filter(subject_id=subject_id, at__lte=now).order_by("at")
    days = [local_day(at) for at in told.values_list("at", flat=True)]
    first = next((day for day in days if day >= relevant), None)
    if first is None or born is None:
        return None
    return review_date(
        first_notified=first,
        under_18=relevant < add_months(born, 12 * 18),
        refused=None,
        orders=[HeldOrder(one.kind, local_day(one.made_at)) for one in orders if one.in_force],
        day=local_day(now),
    )
