"""A folder that holds a ledger: `entries.parquet`, `spans.parquet` and `ledger.json`.

In the Parquet files instants are UTC timestamps, what is chosen from a list stands by its name,
and what is not recorded is null. `entry` in the spans counts the entries of its own duty from 0.
The folder is written beside its place and moved there whole, so it is there entirely or not.
"""

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.ledger import (
    AUTHORISATION,
    BASIS_HOW,
    CLOSED_WHY,
    ENTRY_COLUMNS,
    SPAN_COLUMNS,
    WHY_EMPTY,
    Ledger,
    digest,
)
from dutybook.duties.scale.errors import InputError, OutputError

FORMAT: Final = "dutybook-ledger-1"
INSTANTS: Final = frozenset(
    (
        *("opened_at", "met_at", "met_recorded_at", "closed_at", "authorised_at"),
        *("from_at", "until_at", "due_at", "basis_from"),
    )
)
NAMED: Final = {
    "closed_why": CLOSED_WHY,
    "authorisation": AUTHORISATION,
    "basis_how": BASIS_HOW,
    "why_empty": WHY_EMPTY,
}
_TIMESTAMP: Final = pa.timestamp("us", tz="UTC")
_NAME: Final = pa.dictionary(pa.int32(), pa.string())


@dataclass(frozen=True)
class LedgerFolder:
    """What a folder holds: a ledger for each duty, its digest, and the notes kept beside them."""

    ledgers: Mapping[str, Ledger]
    digests: Mapping[str, str]
    notes: Mapping[str, Any]


def refuse_unless_free(out: Path) -> None:
    """Raises OutputError unless `out` is absent, empty, or a ledger that may be replaced."""
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputError(f"{out} is a file. Name a folder for the ledger.")
    if any(out.iterdir()) and not _is_ledger(out):
        raise OutputError(
            f"{out} is not empty and holds no ledger, so it is left alone. Name another folder."
        )


def write_ledgers(out: Path, ledgers: Iterable[Ledger], notes: Mapping[str, Any]) -> None:
    """Writes `ledgers`, one after the other as they come, and `notes` for `ledger.json`.

    An earlier ledger in `out` is replaced. Raises OutputError when `out` holds anything else, or
    cannot be written; nothing is then changed there.
    """
    refuse_unless_free(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise OutputError(f"{out.parent} cannot be written to: {error.strerror}.") from None
    try:
        _write_into(partial, ledgers, notes)
        _move_into_place(partial, out)
    except OSError as error:
        raise OutputError(f"{out} could not be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def read_ledgers(folder: Path) -> LedgerFolder:
    """The ledgers of a folder, each checked against its digest. Raises InputError."""
    held = _read_notes(folder)
    entries = _read_parquet(folder / "entries.parquet", ENTRY_COLUMNS)
    spans = _read_parquet(folder / "spans.parquet", SPAN_COLUMNS)
    ledgers, digests = {}, {}
    for key, one in held["duties"].items():
        levels = tuple(one["levels"])
        ledgers[key] = Ledger(
            duty=key,
            definition_version=one["definition_version"],
            force_id=held["force_id"],
            known_at=held["known_at_microseconds"],
            levels=levels,
            entries=_columns(entries, key, ENTRY_COLUMNS, levels),
            spans=_columns(spans, key, SPAN_COLUMNS, levels),
        )
        digests[key] = digest(ledgers[key])
        if digests[key] != one["digest"]:
            raise InputError(
                folder,
                f"the rows of {key} are not those its digest was made from",
                "The files were changed after they were written: make the ledger again",
            )
    return LedgerFolder(ledgers=ledgers, digests=digests, notes=held)


def _is_ledger(folder: Path) -> bool:
    try:
        _read_notes(folder)
    except InputError:
        return False
    return True


def _read_notes(folder: Path) -> dict[str, Any]:
    path = folder / "ledger.json"
    remedy = "Name the folder that `dutybook ledger --out` wrote"
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(folder, "it holds no ledger.json", remedy) from None
    except (OSError, ValueError) as error:
        raise InputError(path, f"it cannot be read: {error}", remedy) from None
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise InputError(path, f"it is not of the format {FORMAT}", remedy)
    return held


def _write_into(folder: Path, ledgers: Iterable[Ledger], notes: Mapping[str, Any]) -> None:
    duties: dict[str, Any] = {}
    with (
        pq.ParquetWriter(folder / "entries.parquet", _schema(ENTRY_COLUMNS)) as entries,
        pq.ParquetWriter(folder / "spans.parquet", _schema(SPAN_COLUMNS)) as spans,
    ):
        for ledger in ledgers:
            entries.write_table(_table(ledger, ledger.entries, ENTRY_COLUMNS))
            spans.write_table(_table(ledger, ledger.spans, SPAN_COLUMNS))
            duties[ledger.duty] = {
                "definition_version": ledger.definition_version,
                "digest": digest(ledger),
                "entries": len(ledger.entries["subject_id"]),
                "spans": len(ledger.spans["entry"]),
                "levels": list(ledger.levels),
            }
    text = json.dumps({"format": FORMAT, **notes, "duties": duties}, indent=2, ensure_ascii=False)
    (folder / "ledger.json").write_text(text + "\n", encoding="utf-8")
    for path in folder.iterdir():
        _flush(path)
    folder.chmod(0o750)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _move_into_place(partial: Path, out: Path) -> None:
    """Two renames: an earlier ledger steps aside and is removed only once the new one stands."""
    if not out.exists():
        partial.rename(out)
    else:
        aside = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
        earlier = out.rename(aside / "earlier")
        try:
            partial.rename(out)
        except OSError:
            earlier.rename(out)
            raise
        finally:
            shutil.rmtree(aside, ignore_errors=True)
    _flush(out.parent)


def _type(name: str) -> pa.DataType:
    if name in INSTANTS:
        return _TIMESTAMP
    return _NAME if name in NAMED or name == "level" else pa.int64()


def _schema(names: tuple[str, ...]) -> pa.Schema:
    fields = [pa.field("duty", _NAME, nullable=False), pa.field("force_id", pa.int64())]
    return pa.schema([*fields, *(pa.field(name, _type(name)) for name in names)])


def _table(ledger: Ledger, columns: Columns, names: tuple[str, ...]) -> pa.Table:
    rows = len(columns[names[0]])
    duty = pa.DictionaryArray.from_arrays(np.zeros(rows, dtype=np.int32), [ledger.duty])
    force = pa.array(np.full(rows, ledger.force_id, dtype=np.int64))
    values = [_to_arrow(name, columns[name], ledger.levels) for name in names]
    return pa.Table.from_arrays([duty, force, *values], schema=_schema(names))


def _choices(name: str, levels: tuple[str, ...]) -> tuple[str, ...] | None:
    return levels if name == "level" else NAMED.get(name)


def _to_arrow(name: str, values: IntArray, levels: tuple[str, ...]) -> pa.Array:
    empty = values == NULL
    choices = _choices(name, levels)
    if choices is not None:
        places = pa.array(np.where(empty, 0, values).astype(np.int32), mask=empty)
        return pa.DictionaryArray.from_arrays(places, pa.array(choices, type=pa.string()))
    kept = pa.array(values, mask=empty)
    return kept.cast(_TIMESTAMP) if name in INSTANTS else kept


def _read_parquet(path: Path, names: tuple[str, ...]) -> pa.Table:
    remedy = "Make the ledger again"
    try:
        table = pq.read_table(path, schema=_schema(names))
    except FileNotFoundError:
        raise InputError(path, "there is no such file", remedy) from None
    except (OSError, pa.ArrowException) as error:
        first_line = str(error).splitlines()[0][:200]
        raise InputError(path, f"it cannot be read as Parquet: {first_line}", remedy) from None
    return table.unify_dictionaries()


def _columns(
    table: pa.Table, duty: str, names: tuple[str, ...], levels: tuple[str, ...]
) -> Columns:
    rows = table.filter(pa.compute.equal(table["duty"], duty))
    return {name: _from_arrow(name, rows[name], levels) for name in names}


def _from_arrow(name: str, column: pa.ChunkedArray, levels: tuple[str, ...]) -> IntArray:
    choices = _choices(name, levels)
    if choices is not None:
        names = column.cast(pa.string())
        places = pa.compute.index_in(names, value_set=pa.array(choices, type=pa.string()))
        column = pa.compute.if_else(names.is_valid(), places, None)
    kept = column.cast(pa.int64()).fill_null(NULL)
    return np.array(kept.to_numpy(), dtype=np.int64)
