"""Where an offender was, from when until when: custody, hospital, abroad, not found, the community.

Three kinds of spell run beside each other, since one says nothing of the others: where the offender
is held to be, travel that was notified or learnt of, and that nobody knew where they were.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, F, QuerySet, Value

from dutybook.ledger.instants import local_day
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import (
    CommunityStatus,
    ForeignTravel,
    TravelReturn,
    Whereabouts,
)

ABROAD, NOT_FOUND = "travel_abroad", "not_found"
_WHERE, _KNOWN = "where", "known"
_LEFT, _BACK = "left", "back"


@dataclass(frozen=True)
class Spell:
    """One spell. `where` is a state of the community status, `travel_abroad` or `not_found`;
    `until_at` is None while it lasts (or, for travel, while no return is recorded). `days` are
    whole days so far; `is_ahead` says that it has not begun.
    """

    where: str
    from_at: datetime
    until_at: datetime | None
    days: int
    note: str
    is_ahead: bool


def spells(subject_id: int, *, now: datetime) -> tuple[Spell, ...]:
    """Every spell, the newest first; for a page that has checked and logs its own look. One
    statement."""
    rows = list(_said(subject_id))
    found = [
        *_states([one for one in rows if one[0] == _WHERE], now),
        *_not_found([one for one in rows if one[0] == _KNOWN], now),
        *_abroad([one for one in rows if one[0] in (_LEFT, _BACK)], now),
    ]
    return tuple(sorted(found, key=lambda one: one.from_at, reverse=True))


_Row = tuple[str, datetime, str, str]
"""Which kind of fact, when, the state it names, and its note."""


def _said(subject_id: int) -> Iterable[_Row]:
    def of(model: type, kind: str, state: object, note: str) -> "QuerySet[object, _Row]":
        found = standing(model).filter(subject_id=subject_id)
        return found.values_list(Value(kind, CharField()), "at", state, F(note))

    nothing = Value("", CharField())
    return (
        of(CommunityStatus, _WHERE, F("state"), "note")
        .union(
            of(Whereabouts, _KNOWN, F("state"), "note"),
            of(ForeignTravel, _LEFT, nothing, "destination"),
            of(TravelReturn, _BACK, nothing, "note"),
            all=True,
        )
        .order_by("at")
    )


def _states(rows: list[_Row], now: datetime) -> Iterator[Spell]:
    """Each state lasts until the next that is another; a state said twice is one spell."""
    changes = [one for n, one in enumerate(rows) if n == 0 or rows[n - 1][2] != one[2]]
    for n, (_, at, state, note) in enumerate(changes):
        until = changes[n + 1][1] if n + 1 < len(changes) else None
        yield _spell(state, at, until, note, now)


def _not_found(rows: list[_Row], now: datetime) -> Iterator[Spell]:
    """From the day on which nobody knew any more to that on which somebody did."""
    for one in _states(rows, now):
        if one.where == NOT_FOUND:
            yield one


def _abroad(rows: list[_Row], now: datetime) -> Iterator[Spell]:
    """Each departure with the first return after it and before the next departure."""
    for place, (kind, at, _, note) in enumerate(rows):
        if kind == _LEFT:
            following = rows[place + 1] if place + 1 < len(rows) else None
            back = following[1] if following is not None and following[0] == _BACK else None
            yield _spell(ABROAD, at, back, note, now)


def _spell(where: str, at: datetime, until: datetime | None, note: str, now: datetime) -> Spell:
    end = until or max(now, at)
    days = (local_day(end) - local_day(at)).days
    return Spell(where, at, until, days, note, is_ahead=at > now)
