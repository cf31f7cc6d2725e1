"""How every entry of a ledger stands at the end of a local day; derived, never stored.

A day stands for its last instant in Europe/London. Whatever happened after it is not read, so a
ledger answers any day as it then stood. Rules: R2, R6, R10, R11 and the readings (d), (p), (t).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from dutybook.duties.calendar import end_of_day, local_days
from dutybook.duties.columns import NULL, BoolArray, Columns, IntArray
from dutybook.duties.ledger import AUTHORISATION, CLOSED_WHY, WHY_EMPTY, Ledger

STATUSES: Final = (
    "not_yet_open",
    "due",
    "overdue",
    "met_on_time",
    "met_late",
    "authorised",
    "authorised_late",
    "in_breach",
    "closed_unmet",
    "no_longer_owed",
    "stopped",
    "unknown",
    "no_standard_set",
)
"""Every status an entry can have; a status is kept as its place in this list."""

NOT_YET_OPEN, DUE, OVERDUE, MET_ON_TIME, MET_LATE, AUTHORISED, AUTHORISED_LATE = range(7)
IN_BREACH, CLOSED_UNMET, NO_LONGER_OWED, STOPPED, UNKNOWN, NO_STANDARD_SET = range(7, 13)

OPEN_STATUSES: Final = (DUE, OVERDUE, STOPPED, UNKNOWN, NO_STANDARD_SET)
"""The statuses that an entry which is still open can have."""

NEVER = 2**63 - 1
"""Later than any instant: what has not happened, when instants are compared."""

StatusArray: TypeAlias = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Standing:
    """How the entries of a ledger stand at the end of `day`; one row per entry.

    `status` is a place in `STATUSES`. `is_open`: still owed at that moment, whatever its status.
    `span` is the row of the span read, -1 before opening. `overdue_days` is 0 unless overdue, else
    the days from the day it was due to `day`, and at least 1. `days_since_met` counts from the
    subject's last meeting of this duty, across entries and gaps; NULL when there has been none.
    `left` is the microseconds left on a stopped clock, else NULL.
    """

    day: date
    at: int
    status: StatusArray
    is_open: BoolArray
    span: IntArray
    due_at: IntArray
    overdue_days: IntArray
    days_since_met: IntArray
    left: IntArray


def status_on(ledger: Ledger, day: date) -> Standing:
    """The standing of every entry of `ledger` at the end of the local day `day`."""
    at = end_of_day(day)
    entries, spans = ledger.entries, ledger.spans
    span = _span_at(entries, spans, at)
    seen = span >= 0
    due = np.full(len(span), NULL, dtype=np.int64)
    due[seen] = spans["due_at"][span[seen]]
    why = np.full(len(span), NULL, dtype=np.int64)
    why[seen] = spans["why_empty"][span[seen]]
    status = _of_open(due, why, at)
    is_open = (entries["opened_at"] <= at) & (_or_never(entries["closed_at"]) > at)
    _settle_met(status, entries, due, at)
    _settle_closed(status, entries, at)
    _settle_judged(status, entries, at)
    status[entries["opened_at"] > at] = NOT_YET_OPEN
    left = np.full(len(span), NULL, dtype=np.int64)
    stopped = status == STOPPED
    left[stopped] = spans["left"][span[stopped]]
    return Standing(
        day=day,
        at=at,
        status=status,
        is_open=is_open,
        span=span,
        due_at=due,
        overdue_days=_overdue_days(status, due, at),
        days_since_met=_days_since_met(entries, at),
        left=left,
    )


@dataclass(frozen=True)
class EntryStanding:
    """One entry in words: for a page about one subject. Instants are microseconds, UTC."""

    entry: int
    subject_id: int
    opened_by: int
    opened_at: int
    status: str
    level: str | None
    due_at: int | None
    overdue_days: int
    met_at: int | None
    days_since_met: int | None
    left: int | None


def entries_on(ledger: Ledger, day: date) -> Iterator[EntryStanding]:
    """The entries that had opened by the end of `day`, in the ledger's order, in words."""
    standing = status_on(ledger, day)
    entries, spans = ledger.entries, ledger.spans
    for row in np.flatnonzero(standing.status != NOT_YET_OPEN).tolist():
        level = int(spans["level"][standing.span[row]])
        met_at = int(entries["met_at"][row])
        yield EntryStanding(
            entry=row,
            subject_id=int(entries["subject_id"][row]),
            opened_by=int(entries["opened_by"][row]),
            opened_at=int(entries["opened_at"][row]),
            status=STATUSES[standing.status[row]],
            level=None if level == NULL else ledger.levels[level],
            due_at=_or_none(standing.due_at[row]),
            overdue_days=int(standing.overdue_days[row]),
            met_at=met_at if NULL < met_at <= standing.at else None,
            days_since_met=_or_none(standing.days_since_met[row]),
            left=_or_none(standing.left[row]),
        )


def days_from(earlier: int, later: int) -> int:
    """How many local midnights lie between two instants."""
    days = local_days(np.array([earlier, later], dtype=np.int64))
    return int(days[1] - days[0])


def _or_none(value: np.int64) -> int | None:
    return None if value == NULL else int(value)


def _or_never(instants: IntArray) -> IntArray:
    return np.where(instants == NULL, NEVER, instants)


def _span_at(entries: Columns, spans: Columns, at: int) -> IntArray:
    """For each entry the row of its last span that began by `at`, -1 when none had."""
    count = len(entries["opened_at"])
    begun = np.flatnonzero(spans["from_at"] <= at)
    last = np.full(count, -1, dtype=np.int64)
    last[spans["entry"][begun]] = begun  # spans are in order, so the latest begun stays
    return last


def _of_open(due: IntArray, why: IntArray, at: int) -> StatusArray:
    """Statuses as if every entry were open: due is inclusive; an empty due says why."""
    status = np.where(due < at, OVERDUE, DUE).astype(np.int8)
    empty = due == NULL
    status[empty] = NO_STANDARD_SET
    status[empty & (why == WHY_EMPTY.index("level_unknown"))] = UNKNOWN
    status[empty & (why == WHY_EMPTY.index("stopped"))] = STOPPED
    status[empty & (why == WHY_EMPTY.index("no_end_yet"))] = DUE
    return status


def _settle_met(status: StatusArray, entries: Columns, due: IntArray, at: int) -> None:
    """Met by `at`: on time or late; with no standard or level it stays so (reading p)."""
    met_at = entries["met_at"]
    met = (met_at != NULL) & (met_at <= at)
    judged = np.isin(status, (NO_STANDARD_SET, UNKNOWN))
    late = met & (due != NULL) & (met_at > due)
    status[met & ~judged] = MET_ON_TIME
    status[late] = MET_LATE


def _settle_closed(status: StatusArray, entries: Columns, at: int) -> None:
    closed = _or_never(entries["closed_at"]) <= at
    why = entries["closed_why"]
    status[closed & (why == CLOSED_WHY.index("closed_unmet"))] = CLOSED_UNMET
    status[closed & (why == CLOSED_WHY.index("no_longer_owed"))] = NO_LONGER_OWED


def _settle_judged(status: StatusArray, entries: Columns, at: int) -> None:
    """R10: an event is judged by its own answer and by an authorisation given by `at`."""
    judged = entries["closed_why"] == CLOSED_WHY.index("judged")
    if not judged.any():
        return
    opened_at, given_at = entries["opened_at"], entries["authorised_at"]
    answer, authorisation = entries["answer"], entries["authorisation"]
    given = judged & (given_at != NULL) & (given_at <= at)
    sufficient = given & (authorisation == AUTHORISATION.index("sufficient"))
    status[judged] = IN_BREACH
    status[given & (authorisation == AUTHORISATION.index("rank_not_set"))] = NO_STANDARD_SET
    status[judged & (answer == NULL)] = UNKNOWN
    status[sufficient & (given_at <= opened_at)] = AUTHORISED
    status[sufficient & (given_at > opened_at)] = AUTHORISED_LATE
    status[judged & (answer == 1)] = MET_ON_TIME


def _overdue_days(status: StatusArray, due: IntArray, at: int) -> IntArray:
    days = np.zeros(len(status), dtype=np.int64)
    overdue = status == OVERDUE
    if overdue.any():
        today = local_days(np.array([at], dtype=np.int64))[0]
        days[overdue] = np.maximum(today - local_days(due[overdue]), 1)
    return days


def _days_since_met(entries: Columns, at: int) -> IntArray:
    """Days since each entry's subject last met the duty by `at`, over all its entries."""
    subjects, met_at = entries["subject_id"], entries["met_at"]
    days = np.full(len(subjects), NULL, dtype=np.int64)
    if not len(subjects):
        return days
    read = np.where(met_at <= at, met_at, NULL)
    starts = np.flatnonzero(np.append(True, subjects[1:] != subjects[:-1]))
    last = np.maximum.reduceat(read, starts)
    met = last != NULL
    since = np.full(len(last), NULL, dtype=np.int64)
    today = local_days(np.array([at], dtype=np.int64))[0]
    since[met] = today - local_days(last[met])
    lengths = np.diff(np.append(starts, len(subjects)))
    return np.repeat(since, lengths)
