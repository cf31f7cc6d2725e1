"""A draw that anybody can repeat: seeded, weighted to risk, without drawing an entry twice.

Every entry gets a number between 0 and 1 from the seed and its own key alone, so neither the order
of the records nor anything else that is counted moves it. With `w` the weight of its level and `u`
that number, the entries with the largest `u ** (1 / w)` are drawn (Efraimidis and Spirakis,
*Weighted random sampling with a reservoir*, 2006): an entry of weight 5 is drawn first five times
as often as one of weight 1.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from math import log
from types import MappingProxyType
from typing import Final

from dutybook.ledger.instants import microseconds
from dutybook.ledger.queries.populations import CountedEntry

WEIGHTS: Final[Mapping[str, int]] = MappingProxyType(
    {"very_high": 5, "unknown": 4, "high": 3, "medium": 2, "low": 1}
)
"""How much likelier each level is drawn; a duty without levels weighs every entry alike. They stand
here and not with the order of lists, which may change: a sample must come out the same again, so
these never do."""


def draw(entries: Iterable[CountedEntry], *, seed: int, size: int) -> tuple[CountedEntry, ...]:
    """`size` of the entries (all, if there are no more), in the order in which they were drawn."""
    placed = sorted(entries, key=lambda one: (-_place(one, seed), entry_key(one)))
    return tuple(placed[:size])


def entry_key(entry: CountedEntry) -> str:
    """The ledger's key of an entry of one duty, as text."""
    condition = "" if entry.condition is None else str(entry.condition)
    opened_at = microseconds(entry.opened_at)
    return f"{entry.subject_id}:{entry.opened_by}:{opened_at}:{condition}"


def _place(entry: CountedEntry, seed: int) -> float:
    """The logarithm of `u ** (1 / w)`, which orders entries as that does."""
    digest = sha256(f"{seed}:{entry_key(entry)}".encode()).digest()
    chance = (int.from_bytes(digest[:8]) + 0.5) / 2**64
    weight = 1 if entry.level is None else WEIGHTS[entry.level]
    return log(chance) / weight
