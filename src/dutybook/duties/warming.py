"""Loading the compiled kernel before it is needed: a web request must not wait for a compiler."""

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.worked import outcome_of


def warm() -> None:
    """Evaluate one worked example of every duty, which compiles or loads all that they call.

    The compiled code is kept in NUMBA_CACHE_DIR, so that only the first start compiles.
    """
    for duty in CATALOGUE.values():
        outcome_of(duty, duty.examples[0])
