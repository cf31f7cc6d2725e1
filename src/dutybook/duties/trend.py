"""Stock on many days from one pass over the spans: how what was open stood, by level and team."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt

from dutybook.duties.calendar import end_of_day
from dutybook.duties.columns import NULL, IntArray
from dutybook.duties.compiled import compiled
from dutybook.duties.ledger import WHY_EMPTY, Ledger

DUE, OVERDUE, UNKNOWN, NO_STANDARD, STOPPED = range(5)
"""How an open entry may stand, as places in the last axis of `Trend.counts`."""

MOST_TEAMS = 4_096
COUNTED = ("from_at", "until_at", "level", "team_id", "due_at", "why_empty")
"""The columns of a span that tell how its entry stood."""


@dataclass(frozen=True)
class Trend:
    """`counts[day, level, team, standing]`: entries open at the end of each of `days`.

    The last place of the axis of levels is *not recorded*; a team of NULL is *none*.
    """

    days: tuple[date, ...]
    levels: tuple[str, ...]
    teams: tuple[int, ...]
    counts: npt.NDArray[np.int64]


def stock_on(ledger: Ledger, days: Sequence[date]) -> Trend:
    """How the entries stood that were open at the end of each local day; `days` ascend.

    The same as `measure` says of each day, from one pass. Raises ValueError when days do not
    ascend or there are more than 4,096 teams.
    """
    ends = np.array([end_of_day(day) for day in days], dtype=np.int64)
    if (ends[1:] <= ends[:-1]).any():
        raise ValueError("the days of a trend must ascend")
    spans = ledger.spans
    why = np.full(len(WHY_EMPTY), DUE, dtype=np.int64)
    for name, standing in (
        ("no_standard", NO_STANDARD), ("level_unknown", UNKNOWN), ("stopped", STOPPED)
    ):  # fmt: skip
        why[WHY_EMPTY.index(name)] = standing
    from_at, until_at, level, team_id, due_at, why_empty = (
        np.ascontiguousarray(spans[name]) for name in COUNTED
    )
    counts, teams = _count(
        from_at, until_at, level, team_id, due_at, why_empty, ends, why, len(ledger.levels) + 1
    )
    if len(teams) > MOST_TEAMS:
        raise ValueError(f"a trend is by at most {MOST_TEAMS} teams: take fewer subjects")
    order = np.argsort(teams)
    named = tuple(int(team) for team in teams[order])
    return Trend(tuple(days), ledger.levels, named, counts[:, :, order])


@compiled
def _count(
    from_at: IntArray,
    until_at: IntArray,
    level: IntArray,
    team_id: IntArray,
    due_at: IntArray,
    why_empty: IntArray,
    ends: IntArray,
    why: IntArray,
    levels: int,
) -> tuple[IntArray, IntArray]:
    """Counts by day, level, team (as first met with) and standing; and the teams."""
    room = 16
    counts = np.zeros((len(ends), levels, room, 5), dtype=np.int64)
    teams = np.empty(room, dtype=np.int64)
    known, team = 0, 0
    for row in range(len(from_at)):
        first = np.searchsorted(ends, from_at[row])
        last = len(ends)
        if until_at[row] != NULL:
            last = np.searchsorted(ends, until_at[row])
        if first == last:
            continue
        if known == 0 or teams[team] != team_id[row]:
            team = 0
            while team < known and teams[team] != team_id[row]:
                team += 1
            if team == known:
                if known == MOST_TEAMS:
                    return counts, np.zeros(MOST_TEAMS + 1, dtype=np.int64)
                if known == room:
                    room *= 4
                    more = np.zeros((len(ends), levels, room, 5), dtype=np.int64)
                    more[:, :, :known] = counts
                    counts = more
                    teams = np.append(teams, np.empty(room - known, dtype=np.int64))
                teams[team] = team_id[row]
                known += 1
        of_level = levels - 1 if level[row] == NULL else level[row]
        for day in range(first, last):
            standing = DUE
            if due_at[row] == NULL:
                standing = why[why_empty[row]]
            elif due_at[row] < ends[day]:
                standing = OVERDUE
            counts[day, of_level, team, standing] += 1
    return counts[:, :, :known], teams[:known]
