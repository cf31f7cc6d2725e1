"""What is to be worked out, and one part of it: a range of subjects, every duty."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final

from dutybook.duties.columns import COMMON_NAMES, TABLES, Facts
from dutybook.duties.evaluate import Standard
from dutybook.duties.gather import Remembering
from dutybook.duties.holidays import Holidays
from dutybook.duties.language import Duty
from dutybook.duties.ledger import Ledger
from dutybook.duties.policy import Policies
from dutybook.duties.scale.fact_store import FactStore
from dutybook.duties.scale.pieces import in_pieces

AT_ONCE: Final = 50_000
"""Facts that one pass takes: so few stay near the processor from reading to ledger."""


@dataclass(frozen=True)
class Work:
    """The duties, the facts and all they are judged by. It can be sent to another process."""

    store: FactStore
    duties: tuple[Duty, ...]
    policies: Policies
    holidays: Holidays
    force_id: int
    known_at: int

    def facts(self, first: int, last: int) -> list[Facts]:
        """What the duties need to know of the subjects from `first` to `last`, some subjects
        after others, ascending; read once for all duties. Raises DoubtfulError."""
        chunks = self.store.chunks(first, last, columns_needed(self.duties))
        return [Remembering(piece) for piece in in_pieces(chunks, AT_ONCE)]

    def ledgers(self, duty: Duty, facts: Iterable[Facts]) -> Iterator[Ledger]:
        """The ledger of a duty for each of `facts`, some subjects after others, ascending."""
        standard = Standard.of(duty, self.policies, self.holidays, self.known_at)
        for some in facts:
            yield standard.ledger(some, self.force_id)


def columns_needed(duties: tuple[Duty, ...]) -> Mapping[str, tuple[str, ...]]:
    """The tables that any of the duties names, and of each the columns that any of them names.

    Names are looked for everywhere in a definition, so that a new part of the language needs no
    word here; what has the name of a column and is none costs a column read in vain.
    """
    words = set(_words(duties))
    needed = {}
    for key, table in TABLES.items():
        if key == "allocation":
            needed[key] = tuple(table.columns)
        elif key in words:
            needed[key] = tuple(
                name for name in table.columns if name in COMMON_NAMES or name in words
            )
    return needed


def _words(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple | list):
        for one in part:
            yield from _words(one)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name != "examples":
                yield from _words(getattr(part, field.name))
