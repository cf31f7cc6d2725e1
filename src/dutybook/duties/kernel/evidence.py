"""R13: the named conditions of *while*, each evidenced or not."""

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.entries import close, make_due_at_once, open_with_allowance
from dutybook.duties.kernel.intervals import touches
from dutybook.duties.kernel.shapes import (
    EVIDENCE,
    EVIDENCE_EXPIRED,
    MET,
    NULL,
    REOPENED_OVERDUE,
    Book,
    Marks,
    Policy,
    Rules,
)
from dutybook.duties.kernel.spans import why_shown


@in_place
def counts_here(book: Book, names: int) -> bool:
    """Evidence that names a fact counts only for the state that this fact began."""
    return names == NULL or names == book.now[0].interval_fact


@in_place_apart
def open_conditions(
    book: Book, rules: Rules, policy: Policy, holidays: IntArray, begun_by: int
) -> None:
    """The state begins: an entry for each condition, met at once where it is evidenced."""
    for condition in range(rules.named):
        slot = open_condition(book, rules, policy, holidays, begun_by, condition)
        if book.now[0].last_closed_overdue & (1 << condition):
            make_due_at_once(book, slot, rules, holidays, REOPENED_OVERDUE)
        for place in range(book.now[0].pieces):
            piece = book.pieces[place]
            if piece.condition == condition and piece.until >= book.now[0].at:
                known = (piece.fact, piece.recorded, piece.until, piece.names)
                evidence(book, slot, rules, policy, known)


@in_place
def open_condition(
    book: Book, rules: Rules, policy: Policy, holidays: IntArray, opened_by: int, condition: int
) -> int:
    slot = open_with_allowance(book, rules, policy, holidays, opened_by, 0, NULL)
    book.open[slot].condition = condition
    book.entries[book.open[slot].entry].condition = condition
    return slot


@in_place_apart
def take_evidence(
    book: Book, rules: Rules, policy: Policy, condition: int, piece: tuple[int, int, int, int]
) -> None:
    """Evidence of a condition begins at `now.at`; a `piece` is its fact, when that was recorded,
    its last instant and what it names."""
    now = book.now[0]
    kept = book.pieces[now.pieces]
    kept.condition = condition
    kept.fact, kept.recorded, kept.until, kept.names = piece
    now.pieces += 1
    for slot in range(now.open):
        if book.open[slot].condition == condition:
            evidence(book, slot, rules, policy, piece)


@in_place
def evidence(
    book: Book, slot: int, rules: Rules, policy: Policy, piece: tuple[int, int, int, int]
) -> None:
    """An open entry is evidenced, or evidenced for longer (reading f)."""
    fact, recorded, until, names = piece
    if not counts_here(book, names):
        return
    now = book.now[0]
    one = book.open[slot]
    if one.evidenced == 0:
        entry = book.entries[one.entry]
        entry.met_at, entry.met_by, entry.met_recorded_at = now.at, fact, recorded
        one.why_met = why_shown(one, rules, policy, now)
        one.evidenced, one.expires, one.expires_by = 1, until, fact
        now.last_closed_overdue &= ~(1 << one.condition)
    elif until > one.expires:
        one.expires, one.expires_by = until, fact


@in_place_apart
def expire(
    book: Book,
    slot: int,
    marks: Marks,
    row: int,
    stop: int,
    rules: Rules,
    policy: Policy,
    holidays: IntArray,
) -> None:
    """The evidence of an entry expires at `now.at`: it closes, and the next is due at once.

    Unless evidence that touches it begins with the next day (readings b and f): `row` is the mark
    that comes next, `stop` where the subject's marks end.
    """
    now = book.now[0]
    one = book.open[slot]
    condition, expired = one.condition, one.expires_by
    if touches(now.at, now.at + 1):
        while row < stop and marks.at[row] <= now.at + 1:
            if marks.kind[row] == EVIDENCE + condition:
                piece = (marks.fact[row], marks.recorded[row], marks.y[row], marks.x[row])
                evidence(book, slot, rules, policy, piece)
            row += 1
        if one.expires > now.at:
            return
    close(book, slot, rules, policy, MET)
    slot = open_condition(book, rules, policy, holidays, expired, condition)
    make_due_at_once(book, slot, rules, holidays, EVIDENCE_EXPIRED)
