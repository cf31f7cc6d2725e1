"""How many threads the engine uses."""

import os


def cores() -> int:
    """How many threads may run at once."""
    return len(os.sched_getaffinity(0))
