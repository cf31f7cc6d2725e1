"""What is checked of every day and term that is keyed about a document or an agreement."""

from datetime import date, datetime

from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.instants import day_ends


def lasting(at: datetime | date, until: date, now: datetime) -> Problems:
    """As `dated`, and the term ends after it begins."""
    problems = dated(at, now)
    begins = moment_of(at)[0]
    if begins.tzinfo is not None and day_ends(until) <= begins:
        problems.add("until", "This must be after the day above")
    return problems


def dated(at: datetime | date, now: datetime) -> Problems:
    """A day that has come; more problems may be added."""
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    return problems
