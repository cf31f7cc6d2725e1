"""When the conditions of a *while* duty are evidenced (R13, readings e and f)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.oracle.applying import Interval, touches
from tests.oracle.clock import Instant, day_of, first_instant
from tests.oracle.history import Condition, EvidenceEndFact, EvidenceFact, Fact
from tests.oracle.known import counts_at, until_known


@dataclass(frozen=True)
class Piece:
    """One fact that evidences a condition from `begin` to `until`, both inside it."""

    begin: Instant
    fact: EvidenceFact
    until: Instant | None


@dataclass(frozen=True)
class Occurrence:
    """An entry to be: when it opens and by what, when it is met and by what, when that expires."""

    opened_at: Instant
    opened_by: int
    by_expiry: bool
    met_at: Instant | None = None
    met_by: EvidenceFact | None = None
    expires_at: Instant | None = None


def pieces_of(facts: Iterable[Fact], condition: Condition) -> list[Piece]:
    """Evidence begins: known only to the day, it counts from that day's first instant."""
    facts = list(facts)
    ends = [
        counts_at(fact)
        for fact in facts
        if isinstance(fact, EvidenceEndFact) and fact.condition is condition
    ]
    pieces = []
    for fact in facts:
        if not isinstance(fact, EvidenceFact) or fact.condition is not condition:
            continue
        begin = first_instant(day_of(fact.at)) if fact.day_only else fact.at
        expires = until_known(fact, fact.expires)
        if condition is Condition.LASTING:
            expires = None
        elif expires is None and condition is Condition.DATED:
            continue
        early = min((end for end in ends if end >= begin), default=None)
        until = min((end for end in (expires, early) if end is not None), default=None)
        if until is None or until >= begin:
            pieces.append(Piece(begin, fact, until))
    return sorted(pieces, key=lambda one: (one.begin, one.fact.fact_id))


def occurrences(pieces: Iterable[Piece], interval: Interval) -> Iterator[Occurrence]:
    """The entries of one condition while the duty applies, one after another."""
    counting = [one for one in pieces if one.fact.of in (None, interval.begun_by)]
    opened_at, opened_by, by_expiry = interval.start, interval.begun_by, False
    while True:
        met = first_met(counting, opened_at, interval.until)
        if met is None:
            yield Occurrence(opened_at, opened_by, by_expiry)
            return
        met_at, piece = met
        last = reaches(counting, piece, met_at)
        yield Occurrence(opened_at, opened_by, by_expiry, met_at, piece.fact, last.until)
        if last.until is None or (interval.until is not None and last.until > interval.until):
            return
        opened_at, opened_by, by_expiry = last.until, last.fact.fact_id, True
        counting = [one for one in counting if one.begin > last.until]


def first_met(
    pieces: Iterable[Piece], opened_at: Instant, until: Instant | None
) -> tuple[Instant, Piece] | None:
    for piece in pieces:
        over = piece.until is not None and piece.until < opened_at
        if not over and (until is None or piece.begin <= until):
            return max(piece.begin, opened_at), piece
    return None


def reaches(pieces: Iterable[Piece], first: Piece, met_at: Instant) -> Piece:
    """The piece with which the evidence ends that is in force at `met_at`: what overlaps or
    touches is one (f). Of several that end together it is the first."""
    last = first
    for piece in pieces:
        if piece.until is not None and piece.until < met_at:
            continue
        if last.until is None or not touches(last.until, piece.begin):
            continue
        if piece.until is None or piece.until > last.until:
            last = piece
    return last
