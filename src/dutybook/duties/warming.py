"""Loading the compiled kernel before it is needed: a web request must not wait for a compiler."""

from collections.abc import Callable

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.worked import outcome_of


def _silent(_doing: str, _done: int, _of: int) -> None:
    """No progress wanted."""


def warm(progress: Callable[[str, int, int], None] = _silent) -> None:
    """Evaluate one worked example of every duty, which compiles or loads all that they call.

    The compiled code is kept in NUMBA_CACHE_DIR, so that only the first start compiles, which
    takes most of a minute.
    """
    for done, duty in enumerate(CATALOGUE.values()):
        progress(f"compiling the duties: {duty.title.lower()}", done, len(CATALOGUE))
        outcome_of(duty, duty.examples[0])
    progress("compiling the duties", len(CATALOGUE), len(CATALOGUE))
