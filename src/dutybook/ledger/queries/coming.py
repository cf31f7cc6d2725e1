"""What of the work that is open now falls due in the weeks ahead, by duty."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from dutybook.duties.policy import Policies
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policies import value_in_force
from dutybook.ledger.policy_keys import HOURS_A_WEEK, MINUTES_EACH, duty_of
from dutybook.ledger.queries.cells import COLUMNS, LATE
from dutybook.ledger.queries.open_work import WEEKS, Group


@dataclass(frozen=True)
class Coming:
    """One duty: how many are overdue, and how many more fall due within each of `WEEKS`."""

    duty: str
    title: str
    overdue: int
    within: tuple[int, ...]


@dataclass(frozen=True)
class Capacity:
    """Hours that it takes to do what is overdue and falls due, and hours that there are, within
    each of `WEEKS`; both by the force's settings, whole hours."""

    needed: tuple[int, ...]
    there: tuple[int, ...]
    people: int


def capacity(
    found: Sequence[Coming], people: int, settings: Policies, day: date
) -> Capacity | None:
    """What falls due against the hours of those who carry it; None while the force has not set how
    long an item takes and how many hours one person has."""
    hours = value_in_force(settings, HOURS_A_WEEK, day_ends(day))
    minutes = value_in_force(settings, MINUTES_EACH, day_ends(day))
    if not isinstance(hours, int) or not isinstance(minutes, int):
        return None
    late = sum(one.overdue for one in found)
    due = [late + sum(one.within[place] for one in found) for place in range(len(WEEKS))]
    return Capacity(
        needed=tuple(round(count * minutes / 60) for count in due),
        there=tuple(people * hours * weeks for weeks in WEEKS),
        people=people,
    )


def coming_of(groups: Iterable[Group]) -> tuple[Coming, ...]:
    """What falls due by the end of each number of weeks, the busiest duty first.

    Only what is open is counted: what is met opens its next occurrence, which may fall due in the
    same weeks.
    """
    overdue: Counter[str] = Counter()
    due: dict[str, Counter[int]] = defaultdict(Counter)
    for one in groups:
        if COLUMNS[one.column] in LATE:
            overdue[one.duty] += one.entries
        if one.weeks is not None:
            due[one.duty][one.weeks] += one.entries
    found = [
        Coming(
            duty=duty,
            title=duty_of(duty).title,
            overdue=overdue[duty],
            within=tuple(accumulate(due[duty][place] for place in range(len(WEEKS)))),
        )
        for duty in {*overdue, *due}
    ]
    return tuple(sorted(found, key=lambda one: (-one.within[-1], one.duty)))
