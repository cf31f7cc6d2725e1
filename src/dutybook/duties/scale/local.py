"""All cores of one machine, within the memory it may use."""

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Final

from dutybook.duties.scale.memory import keep_freed_memory
from dutybook.duties.scale.parts import PartWritten, Range, write_part
from dutybook.duties.scale.threads import cores
from dutybook.duties.scale.work import Work

BASE: Final = 450 << 20
"""What the program itself takes, compiled kernel and libraries included."""

A_FACT: Final = 400
"""Bytes that a fact takes while its part is worked out: read, sorted, and its pieces of ledger."""

FEWEST, MOST = 50_000, 4_000_000
"""Facts in a part: fewer are not worth a file, more are not worth the wait."""


def facts_in_a_part(memory: int, threads: int) -> int:
    """How many facts each thread may take at a time within `memory` bytes."""
    return max(FEWEST, min(MOST, (memory - BASE) // (A_FACT * threads)))


def memory_to_sort_in(memory: int) -> int:
    """How much of `memory` bytes DuckDB may use: it takes somewhat more than it is told."""
    return (memory - BASE) * 2 // 3


def run_in_threads(work: Work, folder: Path, parts: tuple[Range, ...]) -> Iterator[PartWritten]:
    """Writes the parts, as many at once as there are cores, and answers in their order."""
    keep_freed_memory()
    waiting: deque[Future[PartWritten]] = deque()
    with ThreadPoolExecutor(cores()) as pool:
        try:
            for part in parts:
                waiting.append(pool.submit(write_part, work, folder, part))
                if len(waiting) > cores():
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
