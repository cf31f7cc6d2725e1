"""The force's settings in plain words, and one row for each however many versions it has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from dutybook.duties.catalogue.settings import POLICY_KEYS
from dutybook.ledger.policy_keys import (
    EMERGENCY_HOURS,
    FEWEST_ANSWERS,
    HOURS_A_WEEK,
    MINUTES_EACH,
    SMALLEST_PUBLISHED,
    PolicyKey,
    Shape,
    policy_keys,
)
from dutybook.ledger.queries import PolicyRow, UnsetPolicy
from dutybook.web import wording

TITLES = {
    "visit.first": "First home visit",
    "visit.maximum": "Longest time between home visits",
    "visit.second_visitor": "Who may be the second visitor",
    "visit.authoriser_rank": "Lowest rank that may authorise a visit announced or not in pairs",
    "arms.first": "First ARMS assessment",
    "arms.interval": "Time between ARMS assessments",
    "supervisor_review.within": "Supervisor's review of an assessment, a plan or a visit",
    "referral.target": "Action after a referral",
    "referral.clock_starts": "What starts the clock of a referral",
    "bail.period_reading": "What one bail period is",
    "screening.first": "First psychological screening",
    "screening.interval": "Time between psychological screenings",
    "people.warning_checked_days": "How long a warning about a person stands without a check",
    "list.dangerous_first": "How lists put the dangerous first",
    "list.pin_after_days": "How late an item of any level is pinned to the top",
    "measure.window_days": "How far back figures of events look",
    "notice.escalate_after_days": "When a notice nobody acknowledged goes to the supervisor",
    "load.points": "Points that a record of each level counts in somebody’s load",
    "load.points_full": "Points that one person carries at the most",
    "reminder.days_before": "How long before a deadline or an expiry people are reminded of it",
    "finding.material_below": "Share below which a shortfall is material",
    "audit.test_within_days": "How long a test of records against their files speaks for a limb",
    "pulse.fewest_answers": "How many must answer before staff’s answers are shown",
    "work.hours_a_week": "Hours a week that one person has for records, abstractions taken off",
    "work.minutes_each": "Minutes that one item takes, taken together",
    "emergency.hours": "How long a record stays open to whoever opens it out of hours",
    "publication.smallest_count": "Smallest count that is published",
    "pack.day_of_month": "Day of the month on which last month’s governance packs are made",
}

CHOICES = {
    "level_then_lateness": "By level, then by lateness",
    "lateness_then_level": "By lateness, then by level",
    "unseen_then_level": "By time since seen, then by level",
    "of_the_force": "Anybody of the force",
    "of_a_team": "Somebody who holds a role in a team",
    "of_offender_management": "Somebody of an offender management team",
    "segment": "Each segment of the period",
    "whole": "The whole period with its extensions",
    "receipt": "The receipt of the referral",
    "grading": "The grading of the suspect",
}


OF_ROWS = frozenset({SMALLEST_PUBLISHED, FEWEST_ANSWERS})
"""Settings whose number counts rows or people, not days."""
OF_HOURS = frozenset({EMERGENCY_HOURS, HOURS_A_WEEK})
OF_MINUTES = frozenset({MINUTES_EACH})


@dataclass(frozen=True)
class SettingLine:
    """One setting as it stands: what is set, or that nothing is, and whom that leaves without."""

    key: str
    title: str
    now: tuple[str, ...]
    missing_levels: tuple[str, ...]
    is_unset: bool
    without_standard: int


def title(key: str) -> str:
    """A setting's name: the short one of the pages, else the catalogue's, else its key."""
    if key in TITLES:
        return TITLES[key]
    return POLICY_KEYS[key].title if key in POLICY_KEYS else key


def value_in_words(value: int | str | None, unit: str, key: str = "") -> str:
    """`3 months`, `Sergeant`, `unset`; a number without a unit is of days unless `key` counts."""
    if value is None:
        return "unset"
    if isinstance(value, str):
        return CHOICES.get(value, wording.plain(value))
    if key in OF_ROWS:
        return wording.number(value)
    if key in OF_HOURS:
        return wording.interval(value, "hours")
    if key in OF_MINUTES:
        return f"{value:,} {'minute' if value == 1 else 'minutes'}"
    shape = policy_keys()[key].shape if key in policy_keys() else None
    if shape is Shape.SHARE:
        return f"{value}%"
    if shape is Shape.COUNT:
        return f"{wording.number(value)} {'point' if value == 1 else 'points'}"
    if shape is Shape.DAY_OF_MONTH:
        return f"day {value} of each month"
    return wording.interval(value, unit or "days")


def choice_words(known: PolicyKey) -> list[tuple[str, str]]:
    """A choice's options as (stored, in words)."""
    return [(option, value_in_words(option, "")) for option in known.options]


def setting_lines(
    unset: Iterable[UnsetPolicy], history: Sequence[PolicyRow], now: datetime
) -> list[SettingLine]:
    """Every setting there is, in the catalogue's order, with what stands at `now`."""
    lacking = {one.key: one for one in unset}
    lines = []
    for key in policy_keys():
        missing = lacking.get(key)
        lines.append(
            SettingLine(
                key=key,
                title=title(key),
                now=tuple(_standing(history, key, now)),
                missing_levels=missing.missing_levels if missing else (),
                is_unset=missing is not None,
                without_standard=missing.subjects if missing else 0,
            )
        )
    return lines


def _standing(history: Sequence[PolicyRow], key: str, now: datetime) -> Iterable[str]:
    """What is set now, level by level: the latest begun of those that were not withdrawn."""
    latest: dict[int, PolicyRow] = {}
    for row in history:
        held = latest.get(row.policy_id)
        if row.key == key and (held is None or row.version > held.version):
            latest[row.policy_id] = row
    standing: dict[tuple[str, str | None], PolicyRow] = {}
    for row in sorted(latest.values(), key=lambda one: (one.from_at, one.policy_id)):
        if not row.withdrawn and row.from_at <= now:
            standing[row.level, row.team] = row
    order = ["", *wording.LEVELS]
    for (level, team), row in sorted(
        standing.items(), key=lambda one: (order.index(one[0][0]), one[0][1] or "")
    ):
        about = ", ".join(part for part in (wording.level(level) if level else "", team) if part)
        said = value_in_words(row.value, row.unit, row.key)
        yield f"{about}: {said}" if about else said
