"""Why an entry is due when it is: the fact, the rule and the standard behind it, in a sentence."""

from datetime import datetime
from typing import Final

from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries import SubjectEntry
from dutybook.web import wording
from dutybook.web.policy_words import title

WITHOUT_DATE: Final = {
    "no_standard": "No date: the force has set no standard for it, so it never counts as met",
    "level_unknown": "No date: the level is not recorded, and the standard depends on it",
    "no_end_yet": "No date: the period has no end yet",
    "stopped": "No date now: the clock stands still, and what was left then goes on afterwards",
}
"""By the ledger's reason why a due date is empty."""

CAME_TO_COUNT: Final = {
    "at_opening": "{standard}, counted from {opened}",
    "first_set": "{standard}, first set on {since} while it was open",
    "tightened": "{standard}, made shorter on {since}",
    "level_rise": "{standard}, since the level rose on {since}",
    "level_fall": "{standard}, moved when the level fell on {since}",
    "level_first_known": "{standard}, since the level became known on {since}",
    "reopened_overdue": "Due as it opened on {opened}: it was overdue when it last stopped",
    "period_end": "The end of the period that began on {opened}",
    "event": "The event itself, on {opened}",
    "evidence_expired": "Due as it opened on {opened}: the evidence before it ran out",
    "after_stop": "{standard}, moved by the time the clock stood still until {since}",
    "stop_floor": "The least that is left after the clock stood still until {since}",
}
"""By the ledger's word for how a due date came to count."""


def why(entry: SubjectEntry) -> str:
    """What the due date of `entry` rests on, or why there is none."""
    if entry.due_at is None:
        return WITHOUT_DATE[entry.why_empty or "no_standard"]
    words = CAME_TO_COUNT[entry.basis_how or "at_opening"]
    return words.format(
        standard=_standard(entry), opened=_day(entry.opened_at), since=_day(entry.basis_from)
    )


def _standard(entry: SubjectEntry) -> str:
    """What the time allowed comes from: the person's own plan, a setting, the law or the record."""
    duty = duty_of(entry.duty)
    if entry.basis_plan is not None and duty.allowance.own_plan is not None:
        return "The interval in the plan"
    if entry.basis_plan is not None:
        return "The date that the record names"
    settings = [one for one in duty.allowance.figures if isinstance(one, str)]
    if entry.basis_policy is not None and settings:
        named = " or ".join(f"“{title(one)}”" for one in dict.fromkeys(settings))
        return f"The force's setting {named}"
    if duty.statutes:
        return duty.statutes[0].source
    return "Due as it opens"


def _day(at: datetime | None) -> str:
    return wording.short_day(at) if at is not None else "a day not recorded"
