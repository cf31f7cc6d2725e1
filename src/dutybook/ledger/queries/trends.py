"""How the open entries of a duty stood at the end of each month, from one pass over the ledger."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import aggregate_area
from dutybook.access.roles import Reach, RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties.trend import DUE, NO_STANDARD, OVERDUE, STOPPED, UNKNOWN, stock_on
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import SMALLEST_PUBLISHED, duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.filters import known_duty
from dutybook.ledger.queries.small_counts import is_suppressed, why_held_back
from dutybook.ledger.stored_ledger import stored_ledger

MONTHS = 12


@dataclass(frozen=True)
class Month:
    """Entries open at the end of `day`, and how many of them stood in which way."""

    day: date
    open: int
    due: int
    overdue: int
    unknown: int
    no_standard: int
    stopped: int


@consultation
def months_of(viewer: Viewer, duty: str, today: date, *, now: datetime) -> tuple[Month, ...]:
    """The last twelve ends of months, the oldest first, in what `viewer` may count.

    Nothing without a reach into aggregates, and of a month with a small count nothing for those
    whose views are suppressed. Raises `InvalidInput` for a duty that is none.
    """
    found = duty_of(known_duty(duty))
    if viewer.reach(RecordKind.LEDGER_AGGREGATE) is Reach.NONE:
        return ()
    ledger = stored_ledger(found, aggregate_area(viewer), force_id=viewer.force_id, now=now)
    days = month_ends(today, MONTHS)
    counts = stock_on(ledger, days).counts.sum(axis=(1, 2))
    looks.log_figures(viewer, [], detail=f"months of {duty}")
    if is_suppressed(viewer):
        smallest = value_in_force(policies_of(viewer.force_id), SMALLEST_PUBLISHED, day_ends(today))
        shown = [why_held_back(viewer, (row.sum(), *row), smallest) is None for row in counts]
        days = [day for day, is_shown in zip(days, shown, strict=True) if is_shown]
        counts = counts[shown]
    return tuple(
        Month(
            day=day,
            open=int(row.sum()),
            due=int(row[DUE]),
            overdue=int(row[OVERDUE]),
            unknown=int(row[UNKNOWN]),
            no_standard=int(row[NO_STANDARD]),
            stopped=int(row[STOPPED]),
        )
        for day, row in zip(days, counts, strict=True)
    )


def month_ends(today: date, months: int) -> list[date]:
    """The last days of the `months` months before that of `today`, ascending; and its own when it
    ends today."""
    last = today if today.day == monthrange(today.year, today.month)[1] else None
    day = last or today.replace(day=1) - timedelta(days=1)
    found = []
    for _ in range(months):
        found.append(day)
        day = day.replace(day=1) - timedelta(days=1)
    return found[::-1]
