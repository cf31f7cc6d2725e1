"""Which duties this installation can derive: those whose every fact table has a source.

A duty that reads records nobody keeps here has no entries at all, rather than entries that look
unmet: its figure is *no records of this kind yet*, which is never met.
"""

from functools import cache

from dutybook.duties.language import Duty
from dutybook.duties.wording import tables_read
from dutybook.ledger.policy_keys import duties
from dutybook.ledger.registry import sources


def is_recorded(duty: Duty) -> bool:
    """Whether every fact table that the duty reads is kept here."""
    return set(tables_read(duty)) <= _kept()


def missing_tables(duty: Duty) -> tuple[str, ...]:
    """The fact tables the duty reads that nobody keeps here."""
    return tuple(table for table in tables_read(duty) if table not in _kept())


def recorded_duties(kind: str | None = None) -> tuple[Duty, ...]:
    """The duties that can be derived here, or those of them owed on one kind of subject."""
    return _recorded(kind, _kept())


def _kept() -> frozenset[str]:
    return frozenset(source.table for source in sources())


@cache
def _recorded(kind: str | None, kept: frozenset[str]) -> tuple[Duty, ...]:
    return tuple(duty for duty in duties(kind) if set(tables_read(duty)) <= kept)
