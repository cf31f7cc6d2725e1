"""A folder of facts made ready: checked, and in order of subject."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

import numpy as np

from dutybook.duties.columns import Columns
from dutybook.duties.facts import TABLES
from dutybook.duties.scale.arrow_columns import DoubtfulError
from dutybook.duties.scale.check_facts import refuse_problems
from dutybook.duties.scale.fact_store import (
    FactStore,
    Numbers,
    Table,
    groups_of,
    table_in_place,
)
from dutybook.duties.scale.facts_folder import files_of
from dutybook.duties.scale.identities import are_unique
from dutybook.duties.scale.source_file import Room, connected, source_file

Progress: TypeAlias = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""

T = TypeVar("T")

GROUP: Final = 100_000
"""Rows in a row group that is written here."""


NUMBERS_TAKE: Final = 8
"""One part in so many of the memory to sort in: what kept fact numbers may take during the pass,
when nothing is sorted any more."""


def open_facts(folder: Path, room: Room, progress: Progress) -> FactStore:
    """The facts of `folder`, in order; what is not yet is put in order in the folder of `room`.

    Raises InputError with every problem found.
    """
    files = files_of(folder)
    tables = {key: table_in_place(key, paths) for key, paths in files.items()}
    ready = {key: table for key, table in tables.items() if table is not None}
    progress("checking facts", 0, len(files))
    numbers = Numbers(room.memory // NUMBERS_TAKE)
    if len(ready) < len(files) or not are_unique(ready.values(), numbers):
        refuse_problems(files, room)
    for done, key in enumerate(files):
        if key not in ready:
            progress(f"putting {key} in order", done, len(files))
            ready[key] = _in_order(key, files[key], room)
    progress("checking facts", len(files), len(files))
    held = {key: ready[key] for key in TABLES if key in ready and ready[key].rows}
    return FactStore(held, numbers)


def read_facts(folder: Path, room: Room, progress: Progress) -> dict[str, Columns]:
    """Every declared fact table from `folder`, whole, in order of subject, time and fact.

    Raises InputError for a folder or file that cannot be read or understood.
    """
    store = open_facts(folder, room, progress)
    wanted = {key: tuple(table.columns) for key, table in TABLES.items()}
    everyone = (-(2**63), 2**63 - 1)
    found = checked(files_of(folder), room, lambda: store.facts(*everyone, wanted))
    nothing = np.zeros(0, dtype=np.int64)
    return {key: dict(found.get(key, dict.fromkeys(wanted[key], nothing))) for key in TABLES}


def checked(files: Mapping[str, tuple[Path, ...]], room: Room, read: Callable[[], T]) -> T:
    """What `read` reads; when something in a file is in doubt, all that is wrong is told."""
    try:
        return read()
    except DoubtfulError as doubt:
        refuse_problems(files, room)
        raise RuntimeError(f"{doubt}, and the full check found nothing wrong") from doubt


def _in_order(key: str, paths: tuple[Path, ...], room: Room) -> Table:
    written = room.folder / f"{key}.parquet"
    with connected(room) as duck:
        first, *others = (source_file(duck, key, path).kept() for path in paths)
        rows = first
        for other in others:
            rows = rows.union(other)
        ordered = rows.order('subject_id, "at", fact_id, version')
        ordered.write_parquet(str(written), row_group_size=GROUP)
    return Table(key, tuple(groups_of(written) or ()))
