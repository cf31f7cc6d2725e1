"""Facts as arrays that the marks are made of: what is known, when it counts, when it was keyed."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from dutybook.duties.calendar import first_instants, last_instants
from dutybook.duties.columns import (
    NULL,
    TABLES,
    BoolArray,
    Columns,
    Facts,
    IntArray,
    known_versions,
    newest,
)
from dutybook.duties.compiled import compiled
from dutybook.duties.conditions import NO, YES, Condition
from dutybook.duties.kernel.shapes import NEVER

NO_ROWS = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True)
class Known:
    """What was known of one fact table: every version, and the one of each fact that counts."""

    table: str
    versions: Columns
    newest: Columns

    def keep(self, rows: BoolArray) -> "Known":
        """The same with only some of the facts that count."""
        if rows.all():
            return self
        places = np.flatnonzero(rows)
        kept = {name: values[places] for name, values in self.newest.items()}
        return Known(self.table, self.versions, kept)


class Remembering(dict[str, Columns]):
    """Facts that remember what was known of each table: many duties ask the same of them."""

    def __init__(self, facts: Facts) -> None:
        super().__init__(facts)
        self.known: dict[tuple[str, int], Known] = {}


def known(facts: Facts, table: str, known_at: int) -> Known:
    """R8: a table as known; an absent one has no rows."""
    if not isinstance(facts, Remembering):
        return _known(facts, table, known_at)
    if (table, known_at) not in facts.known:
        facts.known[table, known_at] = _known(facts, table, known_at)
    return facts.known[table, known_at]


def _known(facts: Facts, table: str, known_at: int) -> Known:
    columns = facts.get(table)
    if columns is None:
        columns = dict.fromkeys(TABLES[table].columns, NO_ROWS)
    versions = known_versions(columns, known_at)
    return Known(table, versions, newest(versions))


def qualifying(found: Known, where: Condition | None) -> Known:
    """The facts for which `where` is a plain yes."""
    if where is None:
        return found
    return found.keep(where.answers(found.table, found.newest) == YES)


def possible(found: Known, where: Condition | None) -> Known:
    """The facts for which `where` is not a plain no."""
    if where is None:
        return found
    return found.keep(where.answers(found.table, found.newest) != NO)


def at_first(columns: Columns) -> IntArray:
    """R9: beginnings, rises and triggers known to the day count at its first instant."""
    return _settle(columns, columns["at"], first_instants)


def at_last(columns: Columns) -> IntArray:
    """R9: meetings, falls and ends known to the day count at its last instant."""
    return _settle(columns, columns["at"], last_instants)


def until_last(columns: Columns, until: str) -> IntArray:
    """The end of a period, which is known to the day where its beginning is; NULL stays NULL."""
    ends = columns[until]
    recorded = np.where(ends == NULL, 0, ends)
    return np.where(ends == NULL, NULL, _settle(columns, recorded, last_instants))


def _settle(columns: Columns, at: IntArray, to: Callable[[IntArray], IntArray]) -> IntArray:
    by_day = columns["day_only"] == 1
    if not by_day.any():
        return at
    settled = at.copy()
    settled[by_day] = to(at[by_day])
    return settled


def first_recorded(
    found: Known,
    where: Condition | None,
    counts_at: Callable[[Columns], IntArray] = at_last,
    filled: str | None = None,
) -> IntArray:
    """Reading (r): for each fact that counts, when the earliest version that qualifies at the
    same instant (by `counts_at`) was recorded. One whose column `filled` is empty does not."""
    counts = found.newest
    recorded = counts["recorded_at"]
    versions = found.versions
    if len(versions["version"]) == 0 or versions["version"].max() == 1:
        return recorded
    order = np.argsort(counts["fact_id"], kind="stable")
    ids = counts["fact_id"][order]
    place = np.minimum(np.searchsorted(ids, versions["fact_id"]), max(len(ids) - 1, 0))
    if not len(ids):
        return recorded
    row = order[place]
    same = (ids[place] == versions["fact_id"]) & (versions["withdrawn"] == 0)
    same &= counts_at(versions) == counts_at(counts)[row]
    if where is not None:
        same &= where.answers(found.table, versions) == YES
    if filled is not None:
        same &= versions[filled] != NULL
    earliest = recorded.copy()
    np.minimum.at(earliest, row[same], versions["recorded_at"][same])
    return earliest


def level_instants(columns: Columns, levels: IntArray) -> IntArray:
    """R9 for levels known to the day: a rise counts at its first instant, a fall at its last.

    `levels`: 0 unknown, else numbered upwards. Each is compared with the level that stands as its
    day begins; becoming unknown waits for the last instant too.
    """
    if not (columns["day_only"] == 1).any():
        return columns["at"]
    begins = at_first(columns)
    order = np.lexsort((columns["fact_id"], begins, columns["subject_id"]))
    falls = _falls(
        columns["subject_id"][order],
        begins[order],
        at_last(columns)[order],
        columns["day_only"][order],
        levels[order],
    )
    settled = begins.copy()
    settled[order[falls]] = at_last(columns)[order[falls]]
    return settled


@compiled
def _falls(
    subject: IntArray, begins: IntArray, ends: IntArray, day_only: IntArray, levels: IntArray
) -> BoolArray:
    """The levels known to the day that wait for its end; rows in order of subject and `begins`."""
    falls = np.zeros(len(levels), dtype=np.bool_)
    standing, waiting, waits_until = 0, 0, NEVER
    for row in range(len(levels)):
        if row == 0 or subject[row] != subject[row - 1]:
            standing, waits_until = 0, NEVER
        if waits_until < begins[row]:
            standing, waits_until = waiting, NEVER
        if day_only[row] == 1 and levels[row] < standing:
            falls[row] = True
            waiting, waits_until = levels[row], ends[row]
        else:
            standing = levels[row]
    return falls


def state_changes(
    columns: Columns, holds: BoolArray, before: bool
) -> tuple[IntArray, IntArray, BoolArray]:
    """The rows at which a condition begins or ceases to hold, when, and which of the two.

    A state holds from its fact until the next; of several at one instant, by fact, the last
    stays. One that ends and begins at the same instant goes on.
    """
    at = np.where(holds, at_first(columns), at_last(columns))
    subject = columns["subject_id"]
    order = np.lexsort((columns["fact_id"], at, subject))
    subject, at, holds = subject[order], at[order], holds[order]
    first = np.ones(len(order), dtype=np.bool_)
    first[1:] = subject[1:] != subject[:-1]
    held = np.empty_like(holds)
    held[1:] = holds[:-1]
    held[first] = before
    turns = holds != held
    order, subject, at, holds = order[turns], subject[turns], at[turns], holds[turns]
    goes_on = ~holds[:-1] & (subject[1:] == subject[:-1]) & (at[1:] == at[:-1])
    stays = np.ones(len(order), dtype=np.bool_)
    stays[:-1][goes_on] = False
    stays[1:][goes_on] = False
    return order[stays], at[stays], holds[stays]
