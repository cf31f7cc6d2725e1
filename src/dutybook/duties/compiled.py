"""Compiling with numba, and where the compiled code is kept.

Numba looks only at the file a function stands in when it decides whether kept code is stale, not
at the functions it calls. So the folder is named by a hash over every file that is compiled:
changed sources never meet old code, and two versions may share one data folder.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, cast

import numba
from numba.core import config

P = ParamSpec("P")
R = TypeVar("R")

_COMPILED: list[str] = []
HERE = Path(__file__).parent
SOURCES = (
    HERE / "calendar.py",
    HERE / "columns.py",
    HERE / "compiled.py",
    HERE / "gather.py",
    HERE / "ledger.py",
    HERE / "scale" / "identities.py",
    HERE / "trend.py",
    *sorted((HERE / "kernel").glob("*.py")),
)


def keep_compiled_code_in(folder: Path) -> Path:
    """Use a folder below `folder` for compiled code, and return it.

    It is made when it is first written to. Only what is compiled afterwards goes there, so this
    is called (or the environment's NUMBA_CACHE_DIR set) before the kernel is imported.
    """
    sources = hashlib.sha256()
    for source in SOURCES:
        sources.update(source.read_bytes())
    kept = folder / f"kernel-{sources.hexdigest()[:16]}"
    vars(config)["CACHE_DIR"] = str(kept)
    return kept


def kept_code() -> tuple[Path, int, int]:
    """Where compiled code of this version is kept, how many functions are kept there, and how
    many there are to keep among those that have been imported.
    """
    folder = Path(vars(config)["CACHE_DIR"])
    return folder, sum(1 for _ in folder.rglob("*.nbi")), len(_COMPILED)


def _default_folder() -> Path:
    chosen = os.environ.get("NUMBA_CACHE_DIR")
    if chosen:
        return Path(chosen)
    beside = HERE / "__pycache__"
    if os.access(beside if beside.exists() else HERE, os.W_OK):
        return beside
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dutybook"


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function compiled on first use, kept on disk, and free of Python's global lock."""
    return _compile(function, counting=True, inline=False)


def in_place(function: Callable[P, R]) -> Callable[P, R]:
    """The same, compiled into whatever calls it.

    It works on the arrays it is given: it may take views of them, but makes and returns none, nor
    fills one by a slice (numba refuses to compile one that does). So nothing has to count who
    holds an array, and no call hands over the hundred fields of the kernel's arrays; the two
    together would take nine tenths of the pass.
    """
    return _compile(function, counting=False, inline=True)


def in_place_apart(function: Callable[P, R]) -> Callable[P, R]:
    """The same, called rather than repeated: for what is rarely reached or called from many."""
    return _compile(function, counting=False, inline=False)


def _compile(function: Callable[P, R], *, counting: bool, inline: bool) -> Callable[P, R]:
    _COMPILED.append(f"{function.__module__}.{function.__qualname__}")
    # Numba declares no type for `_nrt`: whether holders of arrays are counted.
    njit = cast(Any, numba.njit)
    return cast(
        Callable[P, R],
        njit(cache=True, nogil=True, forceinline=inline, _nrt=counting)(function),
    )


keep_compiled_code_in(_default_folder())
