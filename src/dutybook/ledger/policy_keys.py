"""Every setting a force can make, gathered from the duties that read it and the lists.

A key that is not here is refused: a mistyped setting would be a silent nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.facts import RANKS
from dutybook.duties.language import Duty, Reading

DANGEROUS_FIRST = "list.dangerous_first"
PIN_AFTER_DAYS = "list.pin_after_days"
WARNING_CHECKED_DAYS = "people.warning_checked_days"
MEASURE_WINDOW = "measure.window_days"
SMALLEST_PUBLISHED = "publication.smallest_count"
MATERIAL_BELOW = "finding.material_below"
TEST_WITHIN_DAYS = "audit.test_within_days"
FEWEST_ANSWERS = "pulse.fewest_answers"
SECOND_VISITOR = "visit.second_visitor"
HOURS_A_WEEK = "work.hours_a_week"
MINUTES_EACH = "work.minutes_each"
EMERGENCY_HOURS = "emergency.hours"
ESCALATE_AFTER_DAYS = "notice.escalate_after_days"
PACK_DAY = "pack.day_of_month"
REMIND_DAYS_BEFORE = "reminder.days_before"
LOAD_POINTS = "load.points"
LOAD_FULL = "load.points_full"

ORDERS = ("level_then_lateness", "lateness_then_level", "unseen_then_level")
"""The published rules by which lists put the dangerous first; unset means the first of them."""

SECONDS = ("of_the_force", "of_a_team", "of_offender_management")
"""Who may be the second visitor; while unset, nobody who serves is turned down."""


BY_LEVEL = ("low", "medium", "high", "very_high")


class Shape(StrEnum):
    """What a setting's value looks like."""

    ALLOWANCE = "allowance"  # a number and a unit, perhaps by level
    NUMBER = "number"  # a whole number of days, hours, minutes, rows or people
    DAY_OF_MONTH = "day_of_month"  # from 1 to 31
    COUNT = "count"  # a whole number of something that is neither days nor rows
    SHARE = "share"  # a whole number of per cent
    CHOICE = "choice"  # one of the options


@dataclass(frozen=True)
class PolicyKey:
    """One setting: its key, what its value looks like, and the duties that read it."""

    key: str
    shape: Shape
    options: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


@cache
def policy_keys() -> Mapping[str, PolicyKey]:
    """Every known setting by its key, in the order of the catalogue."""
    known: dict[str, PolicyKey] = {}
    for duty in duties():
        for key in duty.policies:
            held = known.get(key)
            users = (*held.duties, duty.key) if held else (duty.key,)
            known[key] = _key_of(duty, key, users)
    known[DANGEROUS_FIRST] = PolicyKey(DANGEROUS_FIRST, Shape.CHOICE, ORDERS)
    known[PIN_AFTER_DAYS] = PolicyKey(PIN_AFTER_DAYS, Shape.NUMBER)
    known[WARNING_CHECKED_DAYS] = PolicyKey(WARNING_CHECKED_DAYS, Shape.NUMBER)
    known[MEASURE_WINDOW] = PolicyKey(MEASURE_WINDOW, Shape.NUMBER)
    known[SMALLEST_PUBLISHED] = PolicyKey(SMALLEST_PUBLISHED, Shape.NUMBER)
    known[MATERIAL_BELOW] = PolicyKey(MATERIAL_BELOW, Shape.SHARE)
    known[TEST_WITHIN_DAYS] = PolicyKey(TEST_WITHIN_DAYS, Shape.NUMBER)
    known[FEWEST_ANSWERS] = PolicyKey(FEWEST_ANSWERS, Shape.NUMBER)
    known[SECOND_VISITOR] = PolicyKey(SECOND_VISITOR, Shape.CHOICE, SECONDS)
    known[HOURS_A_WEEK] = PolicyKey(HOURS_A_WEEK, Shape.NUMBER)
    known[MINUTES_EACH] = PolicyKey(MINUTES_EACH, Shape.NUMBER)
    known[EMERGENCY_HOURS] = PolicyKey(EMERGENCY_HOURS, Shape.NUMBER)
    known[ESCALATE_AFTER_DAYS] = PolicyKey(ESCALATE_AFTER_DAYS, Shape.NUMBER)
    known[LOAD_POINTS] = PolicyKey(LOAD_POINTS, Shape.COUNT, levels=BY_LEVEL)
    known[LOAD_FULL] = PolicyKey(LOAD_FULL, Shape.COUNT)
    known[REMIND_DAYS_BEFORE] = PolicyKey(REMIND_DAYS_BEFORE, Shape.NUMBER)
    known[PACK_DAY] = PolicyKey(PACK_DAY, Shape.DAY_OF_MONTH)
    return known


def _key_of(duty: Duty, key: str, users: tuple[str, ...]) -> PolicyKey:
    if duty.authorised_by and key == duty.authorised_by.least_rank:
        return PolicyKey(key, Shape.CHOICE, RANKS, users)
    if isinstance(duty.opens, Reading) and key == duty.opens.policy:
        options = tuple(option.name for option in duty.opens.options)
        return PolicyKey(key, Shape.CHOICE, options, users)
    levels = duty.levels.order if duty.levels else ()
    return PolicyKey(key, Shape.ALLOWANCE, duties=users, levels=levels)


def duties(kind: str | None = None) -> tuple[Duty, ...]:
    """The catalogue in its order, or the duties owed on one kind of subject."""
    return tuple(duty for duty in CATALOGUE.values() if kind is None or duty.subject == kind)


@cache
def duty_of(key: str) -> Duty:
    """The duty with this key. Raises KeyError when there is none."""
    return {duty.key: duty for duty in duties()}[key]
