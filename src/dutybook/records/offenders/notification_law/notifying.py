"""By when a registered offender must notify (Sexual Offences Act 2003, ss. 83 to 85).

Sources: ss. 83 and 84 and their notes, s. 85, and the guidance on the regulations of 2012. The
times for foreign travel that sources do not give are the force's policy, not reckoned here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dutybook.records.offenders.notification_law.counting import (
    DAY,
    Spell,
    add_months,
    last_of_days,
)

DAYS_TO_NOTIFY = 3
WEEK = 7
TRAVEL_NOTICE_DAYS = 7
EARLY_BY_AT_MOST = 2
NON_OCCURRENCE_DAYS = 6
QUALIFYING_DAYS = 7


class Notified(StrEnum):
    """What was notified; the first three move the anniversary (s. 85), the last does not."""

    INITIAL = "initial"
    CHANGE = "change"
    PERIODIC = "periodic"
    REGULATIONS_2012 = "regulations_2012"


MOVES_ANNIVERSARY = frozenset({Notified.INITIAL, Notified.CHANGE, Notified.PERIODIC})


def initial_last_day(relevant: date, spells: Iterable[Spell] = ()) -> date | None:
    """The last day for the first notification: three days beginning with the relevant date.

    Days in custody, in hospital or abroad are left out (s. 83(6)); None while one goes on.
    """
    return last_of_days(relevant, DAYS_TO_NOTIFY, spells)


def change_last_day(event: date, spells: Iterable[Spell] = ()) -> date | None:
    """The last day for notifying a change: three days beginning with it (s. 84)."""
    return last_of_days(event, DAYS_TO_NOTIFY, spells)


def qualifying_day(stays: Iterable[Spell], until: date) -> date | None:
    """The day on which stays at one unnotified place make a qualifying period, by `until`.

    Seven days, in one stay or several, within any twelve months (s. 84(6)). A stay without an end
    goes on to `until`.
    """
    days = sorted(
        {
            stay.first + DAY * count
            for stay in stays
            for count in range((min(stay.last or until, until) - stay.first).days + 1)
        }
    )
    for place in range(QUALIFYING_DAYS - 1, len(days)):
        first, seventh = days[place - QUALIFYING_DAYS + 1], days[place]
        if seventh < add_months(first, 12):
            return seventh
    return None


@dataclass(frozen=True)
class AdvanceNotice:
    """What became of notice given beforehand of a change expected on a day.

    `stands`: it did for the duty. Otherwise `notify_by` is the last day for notifying the change
    itself, when it happened; `say_it_did_not_by` the last day for telling that it had not.
    """

    stands: bool
    notify_by: date | None
    say_it_did_not_by: date | None


def advance_notice(
    expected: date, happened: date | None, spells: Iterable[Spell] = ()
) -> AdvanceNotice:
    """Judge notice given before a change (s. 84(2) to (4)).

    It stands when the change comes no more than two days early and within three days beginning
    with the expected date. Otherwise the duty revives, and that nothing happened must be told
    within six days beginning with the expected date.
    """
    last_happening = expected + DAY * (DAYS_TO_NOTIFY - 1)
    if happened is not None and expected - DAY * EARLY_BY_AT_MOST <= happened <= last_happening:
        return AdvanceNotice(True, None, None)
    notify_by = None if happened is None else change_last_day(happened, spells)
    too_early = happened is not None and happened < expected
    not_told = None if too_early else expected + DAY * (NON_OCCURRENCE_DAYS - 1)
    return AdvanceNotice(False, notify_by, not_told)


def periodic_last_day(
    notifications: Iterable[tuple[date, Notified]],
    *,
    has_residence: bool,
    spells: Iterable[Spell] = (),
) -> date | None:
    """The last day for the next periodic notification (s. 85).

    Within a year after the last notification that moves the anniversary, or within seven days
    for a person without a sole or main residence. Whoever is in custody, in hospital or abroad on
    that day has three days beginning with the day on which he no longer is. None when nothing has
    been notified yet, or while such a spell goes on.
    """
    moving = [day for day, what in notifications if what in MOVES_ANNIVERSARY]
    if not moving:
        return None
    last = max(moving)
    due = add_months(last, 12) if has_residence else last + DAY * WEEK
    spells = tuple(spells)
    return last_of_days(due, DAYS_TO_NOTIFY, spells) if _away(due, spells) else due


def travel_last_day(departure: date) -> date:
    """The last day for notifying travel abroad: not less than seven days before departure."""
    return departure - DAY * TRAVEL_NOTICE_DAYS


def _away(day: date, spells: Iterable[Spell]) -> bool:
    return any(spell.holds(day) for spell in spells)
