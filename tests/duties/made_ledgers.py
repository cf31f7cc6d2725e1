"""Ledgers made by hand, so that what reads them is tested apart from what derives them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np

from dutybook.duties.columns import NULL
from dutybook.duties.ledger import (
    AUTHORISATION,
    BASIS_HOW,
    CLOSED_WHY,
    ENTRY_COLUMNS,
    SPAN_COLUMNS,
    WHY_EMPTY,
    Ledger,
)
from dutybook.duties.worked import instant_of

LEVELS = ("low", "medium", "high", "very_high")


@dataclass(frozen=True)
class Span:
    """`begins` None: with the entry. `due` is an instant or None, and then `why` says why."""

    due: int | None
    begins: int | None = None
    why: str = "no_standard"
    level: str | None = None
    team: int | None = None
    left: int | None = None
    owner: int | None = None
    how: str | None = None
    since: int | None = None


@dataclass(frozen=True)
class Entry:
    """One entry; `closed` says when and why it closed unless it was met."""

    subject: int
    opened: int
    spans: tuple[Span, ...]
    met: int | None = None
    closed: tuple[int, str] | None = None
    answer: int | None = None
    authorised: tuple[int, str] | None = None
    more: Mapping[str, int] = field(default_factory=dict)


def at(text: str) -> int:
    """A local day's first instant, or a local time."""
    return instant_of(text)


def ledger(
    *entries: Entry, duty: str = "visit_within_interval", levels: tuple[str, ...] = LEVELS
) -> Ledger:
    """The entries, in their order, as a ledger of `duty` known for ever."""
    spans = [
        _span(row, entry, span, levels) for row, entry in enumerate(entries) for span in entry.spans
    ]
    return Ledger(
        duty=duty,
        definition_version=1,
        force_id=1,
        known_at=2**62,
        levels=levels,
        entries=_columns(ENTRY_COLUMNS, [_entry(row, entry) for row, entry in enumerate(entries)]),
        spans=_columns(SPAN_COLUMNS, spans),
    )


def _entry(row: int, entry: Entry) -> dict[str, int]:
    held = {"subject_id": entry.subject, "opened_by": 100 + row, "opened_at": entry.opened}
    if entry.met is not None:
        held |= {"met_at": entry.met, "closed_at": entry.met, "met_recorded_at": entry.met}
        held["closed_why"] = CLOSED_WHY.index("met")
    if entry.closed is not None:
        held |= {"closed_at": entry.closed[0], "closed_why": CLOSED_WHY.index(entry.closed[1])}
    if entry.answer is not None:
        held["answer"] = entry.answer
    if entry.authorised is not None:
        held["authorised_at"] = entry.authorised[0]
        held["authorisation"] = AUTHORISATION.index(entry.authorised[1])
    return held | dict(entry.more)


def _span(row: int, entry: Entry, span: Span, levels: tuple[str, ...]) -> dict[str, int]:
    held = {"entry": row, "from_at": entry.opened if span.begins is None else span.begins}
    if span.due is None:
        held["why_empty"] = WHY_EMPTY.index(span.why)
    else:
        held["due_at"] = span.due
    if span.level is not None:
        held["level"] = levels.index(span.level)
    if span.team is not None:
        held["team_id"] = span.team
    if span.owner is not None:
        held["owner_id"] = span.owner
    if span.how is not None:
        held["basis_how"] = BASIS_HOW.index(span.how)
    if span.since is not None:
        held["basis_from"] = span.since
    if span.left is not None:
        held["left"] = span.left
    return held


def _columns(
    names: tuple[str, ...], rows: Iterable[Mapping[str, int]]
) -> dict[str, np.ndarray[tuple[int], np.dtype[np.int64]]]:
    held = list(rows)
    return {name: np.array([row.get(name, NULL) for row in held], dtype=np.int64) for name in names}
