"""Parts of a ledger on disk: for a range of subjects the entries and spans of every duty.

A part is written under another name and then given its own, so it is there whole or not at all;
written twice, by a task that is tried again, it is the same.
"""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyarrow.parquet as pq

from dutybook.duties.columns import Facts
from dutybook.duties.language import Duty
from dutybook.duties.ledger import subject_hashes
from dutybook.duties.scale.ledger_columns import ENTRIES, SPANS, entries_table, spans_table
from dutybook.duties.scale.work import Work


@dataclass(frozen=True)
class PartOfDuty:
    """How many rows a duty has in a part, and the hashes of its subjects there, ascending."""

    duty: str
    entries: int
    spans: int
    hashes: bytes


PartWritten: TypeAlias = tuple[PartOfDuty, ...]
"""One for each duty, in the order of the work."""

Range: TypeAlias = tuple[int, int, int]
"""The number of a part, its first and its last subject."""

Runner: TypeAlias = Callable[[Work, Path, tuple[Range, ...]], Iterator[PartWritten]]
"""Writes the parts and answers for each, in their order."""


def write_part(work: Work, folder: Path, part: Range) -> PartWritten:
    """Works out one range of subjects and writes its two files. Raises DoubtfulError."""
    number, first, last = part
    facts = work.facts(first, last)
    name = f"part-{number:05}.parquet"
    with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as held:
        partial = Path(held)
        with (
            pq.ParquetWriter(partial / "entries", ENTRIES, compression="zstd") as entries,
            pq.ParquetWriter(partial / "spans", SPANS, compression="zstd") as spans,
        ):
            written = tuple(_write_duty(work, duty, facts, entries, spans) for duty in work.duties)
        for kind in ("entries", "spans"):
            flush(partial / kind)
            os.replace(partial / kind, folder / kind / name)
    return written


def _write_duty(
    work: Work, duty: Duty, facts: list[Facts], entries: pq.ParquetWriter, spans: pq.ParquetWriter
) -> PartOfDuty:
    hashes = bytearray()
    rows = [0, 0]
    for ledger in work.ledgers(duty, facts):
        if len(ledger.entries["opened_at"]):
            entries.write_table(entries_table(ledger))
            spans.write_table(spans_table(ledger))
            hashes += subject_hashes(ledger)[1].tobytes()
            rows[0] += len(ledger.entries["opened_at"])
            rows[1] += len(ledger.spans["entry"])
    return PartOfDuty(duty.key, rows[0], rows[1], bytes(hashes))


def flush(path: Path) -> None:
    """Waits until a file or folder is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
