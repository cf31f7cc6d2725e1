"""The one forward pass over every subject's marks."""

import numpy as np

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled, in_place, in_place_apart
from dutybook.duties.kernel.clock import stop_begins, stop_ends, stop_floors
from dutybook.duties.kernel.entries import (
    judge_event,
    make_due_at_once,
    meet,
    open_with_allowance,
)
from dutybook.duties.kernel.evidence import expire, open_conditions, take_evidence
from dutybook.duties.kernel.intervals import BEGINS, BEGUN_BY, ENDS, find_intervals
from dutybook.duties.kernel.levels import level_changes
from dutybook.duties.kernel.periods import (
    begin_period,
    cease,
    end_period,
    extend_period,
    open_for_period,
    run_on_overnight,
)
from dutybook.duties.kernel.policies import allocate, plan_changes, policy_changes
from dutybook.duties.kernel.shapes import (
    ALLOCATION,
    ALLOWANCE_WIDTH,
    BEGINS_NEXT,
    CLOCK,
    CONDITION,
    ENTRY,
    EVENT,
    EVIDENCE,
    LEVEL,
    MEETING,
    NAMES_NEXT,
    NEVER,
    NOW,
    NULL,
    OPEN,
    PERIOD,
    PIECE,
    PLAN,
    RANK_APPLIES_BEGINS,
    RANK_APPLIES_ENDS,
    RANK_EVIDENCE_EXPIRES,
    RANK_PERIOD_ENDS,
    RANK_POLICY,
    RECURRING,
    REOPENED_OVERDUE,
    RUNNING,
    SCRATCH,
    SPAN,
    STOP_BEGINS,
    STOP_ENDS,
    STOP_FLOORS,
    STOP_LOG,
    TRIGGER,
    WHILE,
    WHOLE_PERIOD,
    Book,
    Marks,
    Policy,
    Records,
    Rules,
)
from dutybook.duties.kernel.spans import settle_spans, write_span

NOTHING, MARK, POLICY_CHANGE, INTERVAL_BEGINS, INTERVAL_ENDS, PERIOD_ENDS, EXPIRES = range(7)


@compiled
def run(marks: Marks, rules: Rules, policy: Policy, holidays: IntArray) -> tuple[Records, Records]:
    """The entries and spans of every subject.

    `marks` are in order of subject, instant, rank, fact. Spans come in the order in which they
    ended, and entries that are not made are still among the rows, marked `DROPPED`.
    """
    book = _new_book(len(marks.at), rules)
    intervals = _room_for_intervals(np.empty((0, 3), dtype=np.int64), 15)
    start = 0
    while start < len(marks.at):
        stop = start
        while stop < len(marks.at) and marks.subject[stop] == marks.subject[start]:
            stop += 1
        intervals = _room_for_intervals(intervals, stop - start)
        entries, spans = book.now[0].entries, book.now[0].spans
        while not _pass_subject(book, intervals, marks, start, stop, rules, policy, holidays):
            book = _with_more_room(book, rules)
            book.now[0].entries, book.now[0].spans = entries, spans
        start = stop
    now = book.now[0]
    return book.entries[: now.entries], book.spans[: now.spans]


@compiled
def _new_book(size: int, rules: Rules) -> Book:
    now = np.zeros(1, dtype=NOW)
    return Book(
        now,
        np.zeros(16, dtype=OPEN),
        np.empty((16, rules.levels, ALLOWANCE_WIDTH), dtype=np.int64),
        np.empty(17, dtype=CLOCK),
        np.empty((SCRATCH, rules.levels, ALLOWANCE_WIDTH), dtype=np.int64),
        np.empty(16, dtype=RUNNING),
        np.empty(16, dtype=STOP_LOG),
        np.empty(16, dtype=PIECE),
        np.empty(size + 64, dtype=ENTRY),
        np.empty(size + 64, dtype=SPAN),
    )


@compiled
def _room_for_intervals(intervals: IntArray, marks: int) -> IntArray:
    """Rows for as many intervals as so many marks can begin, and the one that nothing has begun."""
    if marks + 1 > len(intervals):
        return np.empty((2 * marks + 1, 3), dtype=np.int64)
    return intervals


@in_place
def _lacks_room(book: Book, rules: Rules) -> bool:
    """Whether one step might add more than there is room for."""
    now = book.now[0]
    new = now.running + rules.named + 4
    return (
        now.open + new > len(book.open)
        or new > len(book.running)
        or now.stops >= len(book.stops)
        or now.pieces >= len(book.pieces)
        or now.entries + new > len(book.entries)
        or now.spans + 3 * (now.open + new) > len(book.spans)
    )


@compiled
def _with_more_room(book: Book, rules: Rules) -> Book:
    """The ledger so far in a book with twice the room that the next step may need."""
    now = book.now[0]
    new = now.running + rules.named + 4
    opening = np.zeros(2 * (now.open + new), dtype=OPEN)
    kept = np.empty((len(opening), rules.levels, ALLOWANCE_WIDTH), dtype=np.int64)
    clocks = np.empty(len(opening) + 1, dtype=CLOCK)
    running = np.empty(2 * new, dtype=RUNNING)
    stops = np.empty(2 * (now.stops + 8), dtype=STOP_LOG)
    pieces = np.empty(2 * (now.pieces + 8), dtype=PIECE)
    entries = np.empty(2 * (now.entries + new), dtype=ENTRY)
    entries[: now.entries] = book.entries[: now.entries]
    spans = np.empty(2 * (now.spans + 3 * (now.open + new)), dtype=SPAN)
    spans[: now.spans] = book.spans[: now.spans]
    scratch = book.scratch
    return Book(book.now, opening, kept, clocks, scratch, running, stops, pieces, entries, spans)


@in_place
def _pass_subject(
    book: Book,
    intervals: IntArray,
    marks: Marks,
    start: int,
    stop: int,
    rules: Rules,
    policy: Policy,
    holidays: IntArray,
) -> bool:
    """One subject: take what happens in order of instant and rank until nothing is left.

    False when the book has too little room: the subject is then begun again in a larger one.
    """
    count = find_intervals(intervals, marks, start, stop, rules)
    now = book.now[0]
    _begin_subject(book, rules, marks.subject[start])
    row = start
    interval = 0
    while True:
        while row < stop and marks.kind[row] == CONDITION:
            row += 1
        source, at, place = _what_is_next(
            book, marks, row, stop, intervals, interval, count, rules, policy
        )
        if now.changed == 1 and (source == NOTHING or at > now.at):
            settle_spans(book, rules, policy)
        if source == NOTHING:
            break
        if _lacks_room(book, rules):
            return False
        now.at = at
        if source == MARK:
            _take_mark(book, marks, row, rules, policy, holidays)
            row += 1
        elif source == POLICY_CHANGE:
            policy_changes(book, rules, policy, holidays)
        elif source == INTERVAL_BEGINS:
            _begin_interval(book, intervals[interval, BEGUN_BY], rules, policy, holidays)
        elif source == PERIOD_ENDS:
            end_period(book, rules, policy, place)
        elif source == EXPIRES:
            expire(book, place, marks, row, stop, rules, policy, holidays)
        else:
            cease(book, rules, policy)
            interval += 1
    for slot in range(now.open):
        write_span(book, book.open[slot], NULL)
    return True


@in_place
def _begin_subject(book: Book, rules: Rules, subject: int) -> None:
    now = book.now[0]
    now.subject = subject
    now.level = 0
    now.team = NULL
    now.owner = NULL
    now.team_slot = 0
    now.plan_amount = NULL
    now.inside = 0
    now.last_closed_overdue = 0
    now.next_due_by = NULL
    now.stopped = 0
    now.stops_defer = rules.stops_defer
    now.stops = 0
    now.pieces = 0
    now.step = 0
    now.in_force = 0
    now.open = 0
    now.running = 0


@in_place
def _sooner(at: int, rank: int, fact: int, than: tuple[int, int, int]) -> bool:
    """R7: by instant, then rank, then fact."""
    if at < than[0]:
        return True
    if at > than[0]:
        return False
    if rank < than[1]:
        return True
    if rank > than[1]:
        return False
    return fact < than[2]


@in_place
def _what_is_next(
    book: Book,
    marks: Marks,
    row: int,
    stop: int,
    intervals: IntArray,
    interval: int,
    count: int,
    rules: Rules,
    policy: Policy,
) -> tuple[int, int, int]:
    """What is taken next: its source, its instant, and which running period or open entry."""
    now = book.now[0]
    source, place = NOTHING, NOTHING
    best = (NEVER, NULL, NULL)  # what never comes is never sooner
    if row < stop:
        source = MARK
        best = (marks.at[row], marks.rank[row], marks.fact[row])
    if interval < count and now.inside == 0:
        begun_by = intervals[interval, BEGUN_BY]
        if _sooner(intervals[interval, BEGINS], RANK_APPLIES_BEGINS, begun_by, best):
            source = INTERVAL_BEGINS
            best = (intervals[interval, BEGINS], RANK_APPLIES_BEGINS, begun_by)
    elif interval < count and _sooner(intervals[interval, ENDS], RANK_APPLIES_ENDS, NULL, best):
        source = INTERVAL_ENDS
        best = (intervals[interval, ENDS], RANK_APPLIES_ENDS, NULL)
    for running in range(now.running):
        period = book.running[running]
        if _sooner(period.ends, RANK_PERIOD_ENDS, period.fact, best):
            source, place = PERIOD_ENDS, running
            best = (period.ends, RANK_PERIOD_ENDS, period.fact)
    if rules.form == WHILE:
        for slot in range(now.open):
            one = book.open[slot]
            if one.evidenced == 0 or one.expires == NEVER:
                continue
            if _sooner(one.expires, RANK_EVIDENCE_EXPIRES, one.expires_by, best):
                source, place = EXPIRES, slot
                best = (one.expires, RANK_EVIDENCE_EXPIRES, one.expires_by)
    if (
        now.step < len(policy.change_at)
        and (source != NOTHING or now.open > 0)
        and _sooner(policy.change_at[now.step], RANK_POLICY, policy.change_id[now.step], best)
    ):
        return POLICY_CHANGE, policy.change_at[now.step], place
    return source, best[0], place


@in_place
def _take_mark(
    book: Book, marks: Marks, row: int, rules: Rules, policy: Policy, holidays: IntArray
) -> None:
    now = book.now[0]
    kind, fact = marks.kind[row], marks.fact[row]
    x, y = marks.x[row], marks.y[row]
    if kind == LEVEL:
        level_changes(book, rules, x, holidays)
    elif kind == ALLOCATION:
        allocate(book, policy, x, y)
    elif kind == PLAN:
        plan_changes(book, rules, policy, holidays, x, y, fact)
    elif kind == MEETING:
        meet(book, rules, policy, holidays, fact, marks.recorded[row], x, y)
    elif kind == PERIOD or (kind == WHOLE_PERIOD and now.running == 0):
        begin_period(book, policy, fact, x, y)
    elif kind == WHOLE_PERIOD:
        extend_period(book, policy, x, y)
    elif kind == BEGINS_NEXT:
        run_on_overnight(book, y)
    elif kind == TRIGGER and now.inside == 1:
        slot = open_with_allowance(book, rules, policy, holidays, fact, 0, x)
        book.open[slot].by_meeting = y
    elif kind == EVENT and now.inside == 1:
        judge_event(book, rules, policy, fact, marks.recorded[row], x)
    elif kind == STOP_BEGINS:
        stop_begins(book)
    elif kind == STOP_FLOORS:
        stop_floors(book, x, y, holidays)
    elif kind == STOP_ENDS:
        stop_ends(book, holidays)
    elif kind == NAMES_NEXT:
        now.next_due = x
        now.next_due_by = fact
    elif kind >= EVIDENCE:
        piece = (fact, marks.recorded[row], y, x)
        take_evidence(book, rules, policy, kind - EVIDENCE, piece)


@in_place_apart
def _begin_interval(
    book: Book, begun_by: int, rules: Rules, policy: Policy, holidays: IntArray
) -> None:
    """The duty begins to apply (R1); R6 when it applies again after closing overdue."""
    now = book.now[0]
    now.inside = 1
    now.interval_fact = begun_by
    if rules.form == RECURRING:
        slot = open_with_allowance(book, rules, policy, holidays, begun_by, 1, NULL)
        if now.last_closed_overdue == 1:
            make_due_at_once(book, slot, rules, holidays, REOPENED_OVERDUE)
    elif rules.form == WHILE:
        open_conditions(book, rules, policy, holidays, begun_by)
    for place in range(now.running):
        open_for_period(book, policy, place)
