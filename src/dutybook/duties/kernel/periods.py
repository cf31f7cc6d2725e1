"""R11: periods that begin, are extended and end, each with its entry; and R6's ceasing."""

from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.allowance import clear_due
from dutybook.duties.kernel.entries import close, new_entry
from dutybook.duties.kernel.intervals import touches
from dutybook.duties.kernel.shapes import (
    BY_PERIOD_END,
    CLOSED_UNMET,
    DROPPED,
    EACH_PERIOD,
    FIRST_SET,
    MET,
    NO_LONGER_OWED,
    NULL,
    Book,
    Policy,
    Record,
    Rules,
)


@in_place_apart
def begin_period(book: Book, policy: Policy, fact: int, planned: int, ends: int) -> None:
    """A period begins at `now.at` (R11); while the duty does not apply it has no entry."""
    now = book.now[0]
    place = now.running
    period = book.running[place]
    period.fact = fact
    period.planned = planned
    period.ends = ends
    now.running += 1
    if now.inside == 1:
        open_for_period(book, policy, place)


@in_place
def open_for_period(book: Book, policy: Policy, place: int) -> None:
    """Open the entry of a running period, due when the period ends (R11)."""
    now = book.now[0]
    period = book.running[place]
    slot = new_entry(book, period.fact, now.at)
    one = book.open[slot]
    one.until = period.planned
    due_by_period(book, one, policy, now.at)


@in_place
def due_by_period(book: Book, one: Record, policy: Policy, since: int) -> None:
    """The entry is due at the end of its period, when that is known and a reading is chosen."""
    now = book.now[0]
    clear_due(one)
    if one.until != NULL and policy.has_standard[now.step] == 1:
        one.due = one.until
        one.how = BY_PERIOD_END
        one.since = since


@in_place_apart
def extend_period(book: Book, policy: Policy, planned: int, ends: int) -> None:
    """Periods that touch or overlap are one: what runs goes on until the later of the ends."""
    now = book.now[0]
    for place in range(now.running):
        period = book.running[place]
        period.ends = max(period.ends, ends)
        if period.planned == NULL or (planned != NULL and planned <= period.planned):
            continue
        period.planned = planned
        for slot in range(now.open):
            one = book.open[slot]
            if one.opened_by == period.fact:
                one.until = planned
                due_by_period(book, one, policy, now.at)
                now.changed = 1


@in_place_apart
def run_on_overnight(book: Book, ends: int) -> None:
    """Reading (b): what ends as planned with the last instant of a day touches what begins with
    the next, and does not end. What was cut short is over."""
    now = book.now[0]
    for place in range(now.running):
        period = book.running[place]
        if period.ends == now.at and period.planned == now.at and touches(now.at, now.at + 1):
            period.ends = max(ends, now.at + 1)


@in_place_apart
def end_period(book: Book, rules: Rules, policy: Policy, place: int) -> None:
    """The running period in `place` ends at `now.at`, and its entry with it if still open."""
    now = book.now[0]
    fact = book.running[place].fact
    now.running -= 1
    for later in range(place, now.running):
        book.running[later] = book.running[later + 1]
    for slot in range(now.open):
        if book.open[slot].opened_by == fact:
            end_period_entry(book, slot, rules, policy)
            break


@in_place
def end_period_entry(book: Book, slot: int, rules: Rules, policy: Policy) -> None:
    """R11: its period ends at `now.at` without its having been met: due then, closed unmet."""
    now = book.now[0]
    one = book.open[slot]
    if one.until != now.at:
        one.until = now.at
        due_by_period(book, one, policy, now.at)
    close(book, slot, rules, policy, CLOSED_UNMET)


@in_place_apart
def cease(book: Book, rules: Rules, policy: Policy) -> None:
    """R6: the duty stops applying at `now.at`, and every open entry closes.

    An entry that opened at this very instant is not made (reading c). A period in which the duty
    ceases has ended for it (reading o): it is not entered again.
    """
    now = book.now[0]
    now.inside = 0
    now.running = 0
    while now.open > 0:
        one = book.open[0]
        if one.opened_at >= now.at:
            close(book, 0, rules, policy, DROPPED)
        elif rules.form == EACH_PERIOD:
            end_period_entry(book, 0, rules, policy)
        elif one.evidenced == 1:
            close(book, 0, rules, policy, MET)
        else:
            overdue = one.due != NULL and one.due < now.at
            remember_lateness(now, one, overdue)
            close(book, 0, rules, policy, CLOSED_UNMET if overdue else NO_LONGER_OWED)


@in_place
def remember_lateness(now: Record, one: Record, overdue: bool) -> None:
    """R6: whether the last entry, of this condition where it has one, closed overdue."""
    bit = 1 << one.condition
    if overdue:
        now.last_closed_overdue |= bit
    else:
        now.last_closed_overdue &= ~bit


@in_place_apart
def reading_chosen(book: Book, policy: Policy) -> None:
    """The force has chosen how to read its periods: entries without a standard have one now."""
    now = book.now[0]
    for slot in range(now.open):
        one = book.open[slot]
        if one.due == NULL and one.until != NULL:
            due_by_period(book, one, policy, now.at)
            if one.due != NULL:
                one.how = FIRST_SET
