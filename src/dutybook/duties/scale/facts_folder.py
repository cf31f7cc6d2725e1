"""Which files of a folder hold which fact table.

A table is one file (`visit.parquet`, `visit.csv`) or a folder of parts (`visit/*.parquet`). What
is not a table's is refused, so that a misspelt name does not read as something that never
happened; other files, such as a README, are left alone.
"""

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from dutybook.duties.facts import TABLES
from dutybook.duties.scale.errors import InputError, Problem

SUFFIXES: Final = (".parquet", ".csv")


def files_of(folder: Path) -> Mapping[str, tuple[Path, ...]]:
    """The files of each table that has any, in the order of tables. Raises InputError."""
    if not folder.is_dir():
        raise InputError(folder, "there is no such folder", "Name the folder that holds the facts")
    files: dict[str, tuple[Path, ...]] = {}
    problems: list[Problem] = []
    for path in sorted(folder.iterdir()):
        parts = _parts(path)
        if unusable := _unusable(path, parts):
            problems.append(unusable)
            continue
        if not parts:
            continue
        name = path.name if path.is_dir() else path.stem
        if name not in TABLES:
            problems.append(_no_such_table(path, name))
        elif name in files:
            told = f"{files[name][0].relative_to(folder)} holds the same table"
            problems.append(Problem(path, told, "Keep one of the two"))
        else:
            files[name] = parts
    if not files and not problems:
        problems.append(
            Problem(
                folder,
                "it holds no .parquet or .csv file",
                "Name the folder that holds the facts, one file or folder per fact table",
            )
        )
    if problems:
        raise InputError.of(problems)
    return {key: files[key] for key in TABLES if key in files}


def _parts(path: Path) -> tuple[Path, ...]:
    if path.name.startswith("."):
        return ()
    if path.is_dir():
        found = (one for one in sorted(path.iterdir()) if not one.name.startswith((".", "_")))
        return tuple(one for one in found if one.suffix.lower() in SUFFIXES)
    return (path,) if path.suffix.lower() in SUFFIXES else ()


def _unusable(path: Path, parts: tuple[Path, ...]) -> Problem | None:
    """A folder named like a file, or something named like a file that cannot be read as one."""
    if path.is_dir() and path.suffix.lower() in SUFFIXES:
        told = "it is a folder named like a file"
        return Problem(path, told, "Name a folder of parts like its table, without an ending")
    for part in parts:
        if not part.is_file():
            return Problem(part, "it is not a file that can be read", "Export it again")
    return None


def _no_such_table(path: Path, name: str) -> Problem:
    near = difflib.get_close_matches(name, TABLES, n=1)
    hint = f" (did you mean {near[0]}?)" if near else ""
    return Problem(
        path,
        f"there is no fact table {name!r}{hint}",
        "Rename the file to the table it holds, or move it out of the folder",
    )
