"""A folder that holds a ledger: `entries/` and `spans/`, each of parts, and `ledger.json`.

Parts are Parquet (see `ledger_columns`), one for each range of subjects, ascending; beside them
`datapackage.json` describes every column. The folder is written beside its place and moved there
whole, so it is there entirely or not.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.dataset as ds

from dutybook.duties.language import Duty
from dutybook.duties.ledger import Ledger, digest
from dutybook.duties.scale.errors import InputError, OutputError
from dutybook.duties.scale.ledger_columns import ENTRIES, SPANS, entries_of, spans_of
from dutybook.duties.scale.parts import PartWritten, flush
from dutybook.duties.scale.schema import ledger_package

FORMAT: Final = "dutybook-ledger-2"


@dataclass(frozen=True)
class LedgerFolder:
    """What a folder says it holds: the digest of each duty's ledger, and the notes beside them."""

    folder: Path
    notes: Mapping[str, Any]

    @property
    def digests(self) -> dict[str, str]:
        """The digest of every duty's ledger."""
        return {key: one["digest"] for key, one in self.notes["duties"].items()}

    def ledger(self, duty: str) -> Ledger:
        """The ledger of one duty, checked against its digest. Raises InputError."""
        said = self.notes["duties"][duty]
        levels = tuple(said["levels"])
        found = Ledger(
            duty=duty,
            definition_version=said["definition_version"],
            force_id=self.notes["force_id"],
            known_at=self.notes["known_at_microseconds"],
            levels=levels,
            entries=entries_of(_rows(self.folder / "entries", ENTRIES, duty), levels),
            spans=spans_of(_rows(self.folder / "spans", SPANS, duty), levels),
        )
        if digest(found) != said["digest"]:
            raise InputError(
                self.folder,
                f"the rows of {duty} are not those its digest was made from",
                "The files were changed after they were written: make the ledger again",
            )
        return found


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


@contextmanager
def folder_being_written(out: Path) -> Iterator[Path]:
    """A folder beside `out` that takes its place when the block ends well, else is removed.

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
        for kind in ("entries", "spans"):
            (partial / kind).mkdir()
        yield partial
        partial.chmod(0o750)
        _move_into_place(partial, out)
    except OSError as error:
        raise OutputError(f"{out} could not be written: {error.strerror}.") from None
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def write_notes(
    folder: Path,
    duties: Sequence[Duty],
    force_id: int,
    parts: Iterable[PartWritten],
    notes: Mapping[str, Any],
) -> None:
    """Writes `ledger.json` and the schema beside the parts, as those come in their order."""
    whole = {duty.key: hashlib.sha256(f"{duty.key}\n{force_id}\n".encode()) for duty in duties}
    rows = {duty.key: [0, 0] for duty in duties}
    for part in parts:
        for one in part:
            whole[one.duty].update(one.hashes)
            rows[one.duty][0] += one.entries
            rows[one.duty][1] += one.spans
    said = {
        duty.key: {
            "definition_version": duty.definition_version,
            "digest": whole[duty.key].hexdigest(),
            "entries": rows[duty.key][0],
            "spans": rows[duty.key][1],
            "levels": list(duty.levels.order if duty.levels else ()),
        }
        for duty in duties
    }
    held = {"format": FORMAT, "force_id": force_id, **notes, "duties": said}
    for name, content in (("ledger.json", held), ("datapackage.json", ledger_package())):
        path = folder / name
        path.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        flush(path)


def read_ledgers(folder: Path) -> LedgerFolder:
    """What a folder holds; the rows are read when they are asked for. Raises InputError."""
    return LedgerFolder(folder, _read_notes(folder))


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
    flush(out.parent)


def _rows(folder: Path, schema: pa.Schema, duty: str) -> pa.Table:
    remedy = "Make the ledger again"
    if not folder.is_dir():
        raise InputError(folder, "there is no such folder", remedy)
    try:
        parts = [str(path) for path in sorted(folder.glob("part-*.parquet"))]
        if not parts:
            return schema.empty_table()
        found = ds.dataset(parts, schema=schema, format="parquet")
        return found.to_table(filter=ds.field("duty") == duty).unify_dictionaries()
    except (OSError, pa.ArrowException) as error:
        first_line = str(error).splitlines()[0][:200]
        raise InputError(folder, f"it cannot be read as Parquet: {first_line}", remedy) from None
