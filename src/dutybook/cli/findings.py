"""What `dutybook doctor` finds: one finding for each thing that it looks at."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing stands; only `mend` makes the command end with 1."""

    WELL = "well"
    NOTE = "note"
    MEND = "mend"


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it stands, what was seen, and what to do about it."""

    about: str
    state: State
    seen: str
    remedy: str = ""


def well(about: str, seen: str) -> Finding:
    return Finding(about, State.WELL, seen)


def note(about: str, seen: str, remedy: str = "") -> Finding:
    return Finding(about, State.NOTE, seen, remedy)


def mend(about: str, seen: str, remedy: str) -> Finding:
    return Finding(about, State.MEND, seen, remedy)
