"""When an indefinite notification period may be reviewed (Sexual Offences Act 2003, ss. 91A, 91B).

In force since 30 July 2012. The figures of s. 91B were read in a secondary copy only: the result
says so, and the force's legal services confirm it. What counts as a refusal's *further date* under
s. 91B(4) to (6) is not reckoned.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dutybook.records.offenders.notification_law.counting import DAY, last_day_of_months

ADULT_YEARS = 15
YOUNG_YEARS = 8
FURTHER_YEARS = 8
IN_FORCE = date(2012, 7, 30)
BLOCKING_ORDERS = {
    "shpo": "sexual harm prevention order",
    "interim_shpo": "interim sexual harm prevention order",
    "sopo": "sexual offences prevention order",
    "interim_sopo": "interim sexual offences prevention order",
}


@dataclass(frozen=True)
class HeldOrder:
    """An order in force on the days from `first` to `last` (None: no end)."""

    kind: str
    first: date
    last: date | None = None


@dataclass(frozen=True)
class ReviewDate:
    """From when an application may be made, what stands in its way on a day, and the working."""

    from_day: date
    blocks: tuple[str, ...]
    working: tuple[str, ...]

    def open_on(self, day: date) -> bool:
        """Whether the person may apply on `day`."""
        return day >= self.from_day and not self.blocks


def review_date(
    *,
    first_notified: date,
    under_18: bool,
    refused: date | None,
    orders: Iterable[HeldOrder],
    day: date,
) -> ReviewDate:
    """The qualifying date and what blocks an application on `day`.

    `first_notified` is the relevant notification (broadly the first one after release), `under_18`
    whether he was so on the relevant date, `refused` the day of the last refusal.
    """
    if refused is not None:
        from_day = last_day_of_months(refused, 12 * FURTHER_YEARS) + DAY
        working = [f"{FURTHER_YEARS} years beginning with the refusal of {_day(refused)}"]
    else:
        years = YOUNG_YEARS if under_18 else ADULT_YEARS
        from_day = last_day_of_months(first_notified, 12 * years) + DAY
        age = "under 18" if under_18 else "18 or over"
        working = [
            f"{age} on the relevant date: the day after {years} years beginning with the "
            f"notification of {_day(first_notified)}"
        ]
    if from_day < IN_FORCE:
        from_day = IN_FORCE
        working.append("not before these sections came into force, 30 July 2012")
    working.append(f"from {_day(from_day)}")
    blocks = tuple(
        f"{BLOCKING_ORDERS[order.kind]} made {_day(order.first)}"
        for order in orders
        if order.kind in BLOCKING_ORDERS
        and order.first <= day
        and (order.last is None or day <= order.last)
    )
    return ReviewDate(from_day, blocks, tuple(working))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
