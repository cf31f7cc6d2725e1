"""Opening entries, meeting them (R4) and closing them (R6, R11)."""

from dutybook.duties.calendar import HOURS
from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.allowance import begin_count, clear_due, keep_allowances
from dutybook.duties.kernel.shapes import (
    ALLOWANCE_WIDTH,
    AT_OPENING,
    BASE_AMOUNT,
    BASE_UNIT,
    BY_EVENT,
    JUDGED,
    MET,
    NULL,
    RECURRING,
    Book,
    Policy,
    Record,
    Rules,
)
from dutybook.duties.kernel.spans import close_spans


@in_place
def new_entry(book: Book, opened_by: int, opened_at: int) -> int:
    """Write the row of an entry, and answer the slot of its working record. What only some forms
    know of an entry is for them to say."""
    now = book.now[0]
    entry = book.entries[now.entries]
    entry.subject_id = now.subject
    entry.opened_by = opened_by
    entry.opened_at = opened_at
    entry.condition = NULL
    entry.met_at = NULL
    entry.met_by = NULL
    entry.met_recorded_at = NULL
    entry.closed_at = NULL
    entry.closed_why = NULL
    entry.authorised_by = NULL
    entry.authorised_at = NULL
    entry.authorisation = NULL
    entry.answer = NULL
    slot = now.open
    one = book.open[slot]
    one.entry = now.entries
    one.opened_by = opened_by
    one.opened_at = opened_at
    one.anchor = opened_at
    one.by_meeting = 0
    one.evidenced = 0
    one.stopped = 0
    one.time_left = NULL
    one.span_from = NULL
    clear_due(one)
    now.entries += 1
    now.open += 1
    now.changed = 1
    return slot


@in_place
def open_with_allowance(
    book: Book,
    rules: Rules,
    policy: Policy,
    holidays: IntArray,
    opened_by: int,
    by_interval: int,
    named: int,
) -> int:
    """Open an entry of *once*, *recurring* or *while* at `now.at`, due by the allowance in force
    (R2) or at the date `named` by what opens it."""
    now = book.now[0]
    slot = new_entry(book, opened_by, now.at)
    one = book.open[slot]
    one.by_interval = by_interval
    one.named = named
    keep_allowances(book, slot, rules, policy)
    begin_count(book, slot, rules, book.kept[slot, now.level], holidays, AT_OPENING)
    return slot


@in_place_apart
def make_due_at_once(book: Book, slot: int, rules: Rules, holidays: IntArray, how: int) -> None:
    """R6, R13: the entry that has just opened is due at that moment."""
    allowance = book.scratch[0, 0]
    for column in range(ALLOWANCE_WIDTH):
        allowance[column] = NULL
    allowance[BASE_AMOUNT] = 0
    allowance[BASE_UNIT] = HOURS
    begin_count(book, slot, rules, allowance, holidays, how)


@in_place
def judge_event(book: Book, rules: Rules, policy: Policy, fact: int, recorded: int, x: int) -> None:
    """R10: an event is due at itself and closes as it happens."""
    now = book.now[0]
    slot = new_entry(book, fact, now.at)
    one = book.open[slot]
    one.due = now.at
    one.how = BY_EVENT
    one.since = now.at
    entry = book.entries[one.entry]
    entry.answer = x
    if x == 1:
        entry.met_at = now.at
        entry.met_by = fact
        entry.met_recorded_at = recorded
    close(book, slot, rules, policy, JUDGED)


@in_place
def close(book: Book, slot: int, rules: Rules, policy: Policy, why: int) -> None:
    """Close the entry in `slot` at `now.at`; later slots move up by one."""
    now = book.now[0]
    one = book.open[slot]
    entry = book.entries[one.entry]
    entry.closed_at = now.at
    entry.closed_why = why
    close_spans(book, one, rules, policy)
    now.open -= 1
    for place in range(slot, now.open):
        book.open[place] = book.open[place + 1]
        for level in range(rules.levels):
            for column in range(ALLOWANCE_WIDTH):
                book.kept[place, level, column] = book.kept[place + 1, level, column]
        if rules.has_stops == 1:
            book.clocks[place] = book.clocks[place + 1]


@in_place
def may_meet(one: Record, fact: int, at: int) -> bool:
    """R4: not by the event that opened it, nor by another meeting event at that instant."""
    return one.opened_by != fact and not (one.by_meeting == 1 and one.opened_at == at)


@in_place
def meet(
    book: Book,
    rules: Rules,
    policy: Policy,
    holidays: IntArray,
    fact: int,
    recorded: int,
    names: int,
    answer: int,
) -> None:
    """R4: a meeting event at `now.at` meets the entry it names, else the oldest or every one."""
    now = book.now[0]
    met_any = False
    slot = 0
    while slot < now.open:
        one = book.open[slot]
        named = names == NULL or one.opened_by == names
        if not named or not may_meet(one, fact, now.at):
            slot += 1
            continue
        entry = book.entries[one.entry]
        entry.met_at = now.at
        entry.met_by = fact
        entry.met_recorded_at = recorded
        entry.answer = answer
        close(book, slot, rules, policy, MET)
        met_any = True
        if names != NULL or rules.answers_all == 0:
            break
    if met_any and rules.form == RECURRING:
        now.last_closed_overdue = 0
        named = now.next_due if now.next_due_by == fact else NULL
        slot = open_with_allowance(book, rules, policy, holidays, fact, 0, named)
        book.open[slot].by_meeting = 1
