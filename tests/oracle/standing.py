"""The status of an entry on a day, read from its spans."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum

from tests.oracle.clock import day_of, last_instant
from tests.oracle.entry import Due, Ending, Entry, WhyEmpty


class Status(Enum):
    NOT_YET_OPEN = "not yet open"
    DUE = "due"
    OVERDUE = "overdue"
    MET_ON_TIME = "met on time"
    MET_LATE = "met late"
    AUTHORISED = "authorised"
    AUTHORISED_LATE = "authorised late"
    IN_BREACH = "in breach"
    CLOSED_UNMET = "closed unmet"
    NO_LONGER_OWED = "no longer owed"
    STOPPED = "stopped"
    UNKNOWN = "unknown"
    NO_STANDARD_SET = "no standard set"


def status_on(entry: Entry, day: date) -> tuple[Status, int]:
    """The status at the end of the local day, and for *overdue* how many days it has been so."""
    now = last_instant(day)
    if entry.opened_at > now:
        return Status.NOT_YET_OPEN, 0
    if entry.ending is Ending.DECIDED:
        return event_status(entry, now), 0
    standings = [standing for at, standing in entry.history if at <= now]
    due = standings[-1].due
    evidenced = entry.met_at is not None and entry.met_at <= now
    if (entry.ended_at is None or entry.ended_at > now) and not evidenced:
        return open_status(due, now, day)
    if entry.ending is Ending.NO_LONGER_OWED:
        return Status.NO_LONGER_OWED, 0
    if entry.ending is Ending.CLOSED_UNMET:
        return Status.CLOSED_UNMET, 0
    return met_status(entry, due), 0


def met_status(entry: Entry, due: Due) -> Status:
    """Met without a standard, or at an unknown level, stays so; met while stopped is on time
    (reading p)."""
    if due.at is None:
        stands = due.why_empty in (WhyEmpty.LEVEL_UNKNOWN, WhyEmpty.NO_STANDARD)
        return without_due(due) if stands else Status.MET_ON_TIME
    assert entry.met_at is not None
    return Status.MET_LATE if entry.met_at > due.at else Status.MET_ON_TIME


def days_since_met(entries: Iterable[Entry], day: date) -> int | None:
    """Days since any of a subject's entries was last met by the end of `day` (R6)."""
    met = [entry.met_at for entry in entries if entry.met_at is not None]
    seen = [at for at in met if at <= last_instant(day)]
    return (day - day_of(max(seen))).days if seen else None


def open_status(due: Due, now: int, day: date) -> tuple[Status, int]:
    if due.at is None:
        return without_due(due), 0
    if now > due.at:
        return Status.OVERDUE, max(1, (day - day_of(due.at)).days)
    return Status.DUE, 0


def without_due(due: Due) -> Status:
    if due.why_empty is WhyEmpty.LEVEL_UNKNOWN:
        return Status.UNKNOWN
    if due.why_empty is WhyEmpty.STOPPED:
        return Status.STOPPED
    return Status.NO_STANDARD_SET if due.why_empty is WhyEmpty.NO_STANDARD else Status.DUE


def event_status(entry: Entry, now: int) -> Status:
    """R10, in its order: met, authorised, authorised late, unknown, in breach."""
    if entry.answer:
        return Status.MET_ON_TIME
    given = entry.authorised_at is not None and entry.authorised_at <= now
    if given and not entry.rank_not_set:
        assert entry.authorised_at is not None
        late = entry.authorised_at > entry.opened_at
        return Status.AUTHORISED_LATE if late else Status.AUTHORISED
    if entry.answer is None:
        return Status.UNKNOWN
    return Status.NO_STANDARD_SET if given else Status.IN_BREACH
