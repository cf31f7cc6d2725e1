"""The recurring-visit duty by the engine, and nineteen more over the same facts."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

import numpy as np
import pyarrow as pa
from benchmarks.peers import MONTHS, OUTCOMES

from dutybook.duties.calendar import end_of_day, start_of_day
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.language import Allowance, Duty, Event, Is
from dutybook.duties.ledger import Ledger
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.scale.memory import keep_freed_memory
from dutybook.duties.scale.open_facts import open_facts
from dutybook.duties.scale.source_file import Room
from dutybook.duties.scale.threads import cores
from dutybook.duties.scale.work import Work

KNOWN_AT: Final = end_of_day(date(2040, 1, 1))
FACTS_EACH: Final = 2_000_000
ROOM: Final = 3 << 29
"""1.5 GiB: somewhat less than `dutybook ledger --memory 3GiB` leaves to sort in."""
KEPT: Final = ("subject_id", "opened_by", "opened_at", "met_at")
UTC: Final = pa.timestamp("us", tz="UTC")

_VISIT = next(duty for key, duty in CATALOGUE.items() if key == "visit_within_interval")
VISITS: Final = replace(
    _VISIT,
    key="recurring_visits",
    applies=_VISIT.applies[:1],
    allowance=Allowance(next="visit.maximum"),
    examples=(),
)
"""A visit within an interval by level: what peers can say of the duty in the catalogue."""


def twenty() -> tuple[Duty, ...]:
    """Twenty recurring duties over the same three tables: which visits meet them and how soon
    they are due differ, as in `twenty_queries`."""
    return tuple(
        replace(
            VISITS,
            key=f"recurring_visits_{number}",
            meets=Event("visit", where=Is("outcome", *OUTCOMES[: 1 + number % 5])),
            allowance=Allowance(next=f"visit.maximum_{number // 5}"),
        )
        for number in range(20)
    )


def policies() -> Policies:
    """The intervals of `MONTHS`, and for the twenty duties the same plus 0 to 3 months."""
    begins = start_of_day(date(2010, 1, 1))
    said = [("visit.maximum", 0), *((f"visit.maximum_{more}", more) for more in range(4))]
    each = [(key, level, months + more) for key, more in said for level, months in MONTHS.items()]
    return Policies(
        PolicySetting(number, key, months, begins, begins, unit="months", level=level)
        for number, (key, level, months) in enumerate(each, start=1)
    )


def by_engine(folder: Path, duties: tuple[Duty, ...] = (VISITS,)) -> list[Columns]:
    """From files to the entries of every duty in memory, on all cores; the spans, with every
    change of level while an entry is open, are worked out too and read for how it opened."""
    keep_freed_memory()
    with tempfile.TemporaryDirectory() as scratch:
        store = open_facts(folder, Room(ROOM, Path(scratch)), lambda *_: None)
        work = Work(store, duties, policies(), ENGLAND_AND_WALES, 1, KNOWN_AT)

        def one(ends: tuple[int, int]) -> list[Columns]:
            facts = work.facts(*ends)
            return [_entries(ledger) for duty in duties for ledger in work.ledgers(duty, facts)]

        with ThreadPoolExecutor(cores()) as pool:
            parts = list(pool.map(one, store.ranges(FACTS_EACH)))
    return [columns for part in parts for columns in part]


def counted(folder: Path, duties: tuple[Duty, ...]) -> int:
    """The same, keeping only how many entries there are: twenty duties' would fill the memory."""
    keep_freed_memory()
    with tempfile.TemporaryDirectory() as scratch:
        store = open_facts(folder, Room(ROOM, Path(scratch)), lambda *_: None)
        work = Work(store, duties, policies(), ENGLAND_AND_WALES, 1, KNOWN_AT)

        def one(ends: tuple[int, int]) -> int:
            facts = work.facts(*ends)
            return sum(
                len(ledger.entries["opened_at"])
                for duty in duties
                for ledger in work.ledgers(duty, facts)
            )

        with ThreadPoolExecutor(cores()) as pool:
            return sum(pool.map(one, store.ranges(FACTS_EACH)))


def _entries(ledger: Ledger) -> Columns:
    """What the peers answer of each entry, as the engine keeps it in memory."""
    entries, spans = ledger.entries, ledger.spans
    first = np.flatnonzero(np.diff(spans["entry"], prepend=-1))
    return {
        **{name: entries[name].copy() for name in KEPT},
        **{name: spans[name][first] for name in ("level", "due_at")},
    }


def as_table(entries: list[Columns]) -> pa.Table:
    """The same as an Arrow table, to be compared with what the peers answer; not timed."""
    return pa.concat_tables(_table(columns) for columns in entries)


def _table(columns: Columns) -> pa.Table:
    level = columns["level"]
    names = pa.array(VISITS.levels.order if VISITS.levels else (), type=pa.string())
    index = pa.array(np.where(level == NULL, 0, level).astype(np.int8), mask=level == NULL)
    return pa.table(
        {
            "subject_id": pa.array(columns["subject_id"]),
            "opened_by": pa.array(columns["opened_by"]),
            "opened_at": pa.array(columns["opened_at"]).view(UTC),
            "met_at": _instants(columns["met_at"]),
            "level": pa.DictionaryArray.from_arrays(index, names),
            "due_at": _instants(columns["due_at"]),
        }
    )


def _instants(values: IntArray) -> pa.Array:
    return pa.array(values, mask=values == NULL).view(UTC)
