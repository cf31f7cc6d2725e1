"""The one forward pass over every subject's marks."""

import numpy as np

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled
from dutybook.duties.kernel.allowance import allowance_changed, take_allowance
from dutybook.duties.kernel.entries import (
    cease,
    due_by_period,
    end_period_entry,
    judge_event,
    meet,
    open_again_at_once_due,
    open_for_period,
    open_with_allowance,
)
from dutybook.duties.kernel.intervals import BEGINS, BEGUN_BY, ENDS, find_intervals
from dutybook.duties.kernel.levels import level_changes
from dutybook.duties.kernel.shapes import (
    ALLOCATION,
    ALLOWANCE_WIDTH,
    ALWAYS,
    CONDITION,
    EACH_PERIOD,
    ENTRY,
    EVENT,
    EXTENSION,
    FIRST_SET,
    LEVEL,
    MEETING,
    NEVER,
    NOW,
    NULL,
    OPEN,
    PERIOD,
    PERIOD_END,
    PLAN,
    RANK_APPLIES_BEGINS,
    RANK_APPLIES_ENDS,
    RANK_PERIOD_ENDS,
    RANK_POLICY,
    RECURRING,
    RUNNING,
    SPAN,
    TRIGGER,
    Book,
    Marks,
    Policy,
    Records,
    Rules,
)
from dutybook.duties.kernel.spans import settle_spans, write_span

NOTHING, MARK, POLICY_CHANGE, INTERVAL_BEGINS, INTERVAL_ENDS, PERIOD_RUNS_OUT = range(6)


@compiled
def run(marks: Marks, rules: Rules, policy: Policy, holidays: IntArray) -> tuple[Records, Records]:
    """The entries and spans of every subject.

    `marks` are in order of subject, instant, rank, fact. Spans come in the order in which they
    ended, and entries that are not made are still among the rows, marked `DROPPED`.
    """
    book = _new_book(len(marks.at), rules)
    intervals = np.empty((16, 3), dtype=np.int64)
    start = 0
    while start < len(marks.at):
        stop = start
        while stop < len(marks.at) and marks.subject[stop] == marks.subject[start]:
            stop += 1
        if stop - start + 1 > len(intervals):
            intervals = np.empty((2 * (stop - start) + 1, 3), dtype=np.int64)
        book = _pass_subject(book, intervals, marks, start, stop, rules, policy, holidays)
        start = stop
    now = book.now[0]
    return book.entries[: now.entries], book.spans[: now.spans]


@compiled
def _new_book(size: int, rules: Rules) -> Book:
    now = np.zeros(1, dtype=NOW)
    return Book(
        now,
        np.empty(16, dtype=OPEN),
        np.empty((16, rules.levels, ALLOWANCE_WIDTH), dtype=np.int64),
        np.empty(16, dtype=RUNNING),
        np.empty(size + 64, dtype=ENTRY),
        np.empty(size + 64, dtype=SPAN),
    )


@compiled
def _with_room(book: Book, rules: Rules) -> Book:
    """The same book, with room for whatever one step may add."""
    now = book.now[0]
    opening, kept, running = book.open, book.kept, book.running
    entries, spans = book.entries, book.spans
    new = now.running + 4
    if now.open + new > len(opening):
        opening = np.empty(2 * (now.open + new), dtype=OPEN)
        opening[: now.open] = book.open[: now.open]
        kept = np.empty((len(opening), rules.levels, ALLOWANCE_WIDTH), dtype=np.int64)
        kept[: now.open] = book.kept[: now.open]
    if new > len(running):
        running = np.empty(2 * new, dtype=RUNNING)
        running[: now.running] = book.running[: now.running]
    if now.entries + new > len(entries):
        entries = np.empty(2 * (now.entries + new), dtype=ENTRY)
        entries[: now.entries] = book.entries[: now.entries]
    if now.spans + 3 * (now.open + new) > len(spans):
        spans = np.empty(2 * (now.spans + 3 * (now.open + new)), dtype=SPAN)
        spans[: now.spans] = book.spans[: now.spans]
    return Book(book.now, opening, kept, running, entries, spans)


@compiled
def _pass_subject(
    book: Book,
    intervals: IntArray,
    marks: Marks,
    start: int,
    stop: int,
    rules: Rules,
    policy: Policy,
    holidays: IntArray,
) -> Book:
    """One subject: take what happens in order of instant and rank until nothing is left."""
    count = find_intervals(intervals, marks, start, stop, rules)
    now = book.now[0]
    _begin_subject(book, marks.subject[start])
    row = start
    interval = 0
    while True:
        while row < stop and marks.kind[row] == CONDITION:
            row += 1
        source, at, place = _what_is_next(
            book, marks, row, stop, intervals, interval, count, policy
        )
        if now.changed == 1 and (source == NOTHING or at > now.at):
            settle_spans(book, rules, policy)
        if source == NOTHING:
            break
        book = _with_room(book, rules)
        now = book.now[0]
        now.at = at
        if source == MARK:
            _take_mark(book, marks, row, rules, policy, holidays)
            row += 1
        elif source == POLICY_CHANGE:
            _policy_changes(book, rules, policy, holidays)
        elif source == INTERVAL_BEGINS:
            _begin_interval(book, intervals[interval, BEGUN_BY], rules, policy, holidays)
        elif source == INTERVAL_ENDS:
            cease(book, rules, policy)
            interval += 1
        else:
            _end_period(book, place, rules, policy)
    for slot in range(now.open):
        write_span(book, book.open[slot], NULL)
    now.open = 0
    return book


@compiled
def _begin_subject(book: Book, subject: int) -> None:
    now = book.now[0]
    now.subject = subject
    now.at = ALWAYS
    now.level = 0
    now.team = NULL
    now.owner = NULL
    now.team_slot = 0
    now.plan_amount = NULL
    now.plan_unit = NULL
    now.plan_fact = NULL
    now.inside = 0
    now.interval_fact = NULL
    now.last_closed_overdue = 0
    now.step = 0
    now.changed = 0
    now.open = 0
    now.running = 0


@compiled
def _sooner(at: int, rank: int, fact: int, than: tuple[int, int, int]) -> bool:
    """R7: by instant, then rank, then fact."""
    if at != than[0]:
        return at < than[0]
    if rank != than[1]:
        return rank < than[1]
    return fact < than[2]


@compiled
def _what_is_next(
    book: Book,
    marks: Marks,
    row: int,
    stop: int,
    intervals: IntArray,
    interval: int,
    count: int,
    policy: Policy,
) -> tuple[int, int, int]:
    """What is taken next: its source, its instant, and which running period if it is one."""
    now = book.now[0]
    source, place = NOTHING, 0
    best = (NEVER, 0, 0)
    if row < stop:
        source = MARK
        best = (marks.at[row], marks.rank[row], marks.fact[row])
    if interval < count and now.inside == 0:
        begun_by = intervals[interval, BEGUN_BY]
        if _sooner(intervals[interval, BEGINS], RANK_APPLIES_BEGINS, begun_by, best):
            source = INTERVAL_BEGINS
            best = (intervals[interval, BEGINS], RANK_APPLIES_BEGINS, begun_by)
    elif interval < count and _sooner(intervals[interval, ENDS], RANK_APPLIES_ENDS, 0, best):
        source = INTERVAL_ENDS
        best = (intervals[interval, ENDS], RANK_APPLIES_ENDS, 0)
    for candidate in range(now.running):
        period = book.running[candidate]
        if period.until != NULL and _sooner(period.until, RANK_PERIOD_ENDS, period.fact, best):
            source, place = PERIOD_RUNS_OUT, candidate
            best = (period.until, RANK_PERIOD_ENDS, period.fact)
    if (
        now.step < len(policy.change_at)
        and (source != NOTHING or now.open > 0)
        and _sooner(policy.change_at[now.step], RANK_POLICY, policy.change_id[now.step], best)
    ):
        return POLICY_CHANGE, policy.change_at[now.step], 0
    return source, best[0], place


@compiled
def _take_mark(
    book: Book, marks: Marks, row: int, rules: Rules, policy: Policy, holidays: IntArray
) -> None:
    now = book.now[0]
    kind, fact = marks.kind[row], marks.fact[row]
    x, y = marks.x[row], marks.y[row]
    if kind == LEVEL:
        level_changes(book, x, holidays)
    elif kind == ALLOCATION:
        _allocate(book, policy, x, y)
    elif kind == PLAN:
        _plan_changes(book, rules, policy, holidays, x, y, fact)
    elif kind == MEETING:
        meet(book, rules, policy, holidays, fact, marks.recorded[row], x, y)
    elif kind == PERIOD:
        _begin_period(book, policy, fact, now.at, x)
    elif kind == EXTENSION:
        _extend_period(book, policy, y, fact, marks.recorded[row], x)
    elif kind == PERIOD_END:
        while now.running > 0:
            _end_period(book, 0, rules, policy)
    elif kind == TRIGGER and now.inside == 1:
        slot = open_with_allowance(book, rules, policy, holidays, fact, 0)
        book.open[slot].by_meeting = y
    elif kind == EVENT and now.inside == 1:
        judge_event(book, rules, policy, fact, marks.recorded[row], x)


@compiled
def _allocate(book: Book, policy: Policy, team: int, owner: int) -> None:
    """Reading (v): open entries go with the subject; their allowance stays as it was (h)."""
    now = book.now[0]
    now.team = team
    now.owner = owner
    place = np.searchsorted(policy.teams, team)
    known = place < len(policy.teams) and policy.teams[place] == team
    now.team_slot = place + 1 if known else 0
    now.changed = 1


@compiled
def _allowances_in_force(book: Book, rules: Rules, policy: Policy, first: int) -> IntArray:
    """What a new entry would be given now, by level."""
    found = np.empty((rules.levels, ALLOWANCE_WIDTH), dtype=np.int64)
    for level in range(rules.levels):
        take_allowance(found[level], rules, policy, book.now[0], level, first)
    return found


@compiled
def _policy_changes(book: Book, rules: Rules, policy: Policy, holidays: IntArray) -> None:
    """One setting of the force changes (R2)."""
    now = book.now[0]
    if now.open == 0:
        now.step += 1
        return
    now.changed = 1
    if rules.form == EACH_PERIOD:
        now.step += 1
        for slot in range(now.open):
            one = book.open[slot]
            if one.due == NULL and one.until != NULL:
                due_by_period(book, one, policy, now.at)
                if one.due != NULL:
                    one.how = FIRST_SET
        return
    next_before = _allowances_in_force(book, rules, policy, 0)
    first_before = _allowances_in_force(book, rules, policy, 1)
    now.step += 1
    next_after = _allowances_in_force(book, rules, policy, 0)
    first_after = _allowances_in_force(book, rules, policy, 1)
    for slot in range(now.open):
        if book.open[slot].by_interval == 1:
            allowance_changed(book, slot, rules, first_before, first_after, holidays)
        else:
            allowance_changed(book, slot, rules, next_before, next_after, holidays)


@compiled
def _plan_changes(
    book: Book,
    rules: Rules,
    policy: Policy,
    holidays: IntArray,
    amount: int,
    unit: int,
    fact: int,
) -> None:
    """The subject's own plan sets another interval, or none: policy for that subject (R2)."""
    now = book.now[0]
    next_before = _allowances_in_force(book, rules, policy, 0)
    first_before = _allowances_in_force(book, rules, policy, 1)
    now.plan_amount = amount
    now.plan_unit = unit
    now.plan_fact = fact
    now.changed = 1
    if now.open == 0:
        return
    next_after = _allowances_in_force(book, rules, policy, 0)
    first_after = _allowances_in_force(book, rules, policy, 1)
    for slot in range(now.open):
        if book.open[slot].by_interval == 1:
            allowance_changed(book, slot, rules, first_before, first_after, holidays)
        else:
            allowance_changed(book, slot, rules, next_before, next_after, holidays)


@compiled
def _begin_interval(
    book: Book, begun_by: int, rules: Rules, policy: Policy, holidays: IntArray
) -> None:
    """The duty begins to apply (R1); R6 when it applies again after closing overdue."""
    now = book.now[0]
    now.inside = 1
    now.interval_fact = begun_by
    if rules.form == RECURRING:
        slot = open_with_allowance(book, rules, policy, holidays, begun_by, 1)
        if now.last_closed_overdue == 1:
            open_again_at_once_due(book, slot)
    for place in range(now.running):
        if book.running[place].opened == 0:
            open_for_period(book, policy, place, now.at)


@compiled
def _begin_period(book: Book, policy: Policy, fact: int, begins: int, until: int) -> None:
    """A period begins (R11); while the duty does not apply it runs without an entry."""
    now = book.now[0]
    place = now.running
    period = book.running[place]
    period.fact = fact
    period.begins = begins
    period.until = until if until == NULL else max(until, begins)
    period.opened = 0
    now.running += 1
    if now.inside == 1:
        open_for_period(book, policy, place, begins)


@compiled
def _extend_period(
    book: Book, policy: Policy, extends: int, fact: int, begins: int, until: int
) -> None:
    """Periods that touch are one: the first now ends when the extension does.

    When the first was ended early there is nothing to extend, and this is a period of its own.
    """
    now = book.now[0]
    for place in range(now.running):
        period = book.running[place]
        if period.fact != extends:
            continue
        if period.until == NULL or (until != NULL and until <= period.until):
            return
        period.until = until
        for slot in range(now.open):
            one = book.open[slot]
            if one.opened_by == extends:
                one.until = until
                due_by_period(book, one, policy, now.at)
                now.changed = 1
        return
    _begin_period(book, policy, fact, begins, until)


@compiled
def _end_period(book: Book, place: int, rules: Rules, policy: Policy) -> None:
    """A running period ends at `now.at`, and its entry with it if that is still open."""
    now = book.now[0]
    fact = book.running[place].fact
    now.running -= 1
    for later in range(place, now.running):
        book.running[later] = book.running[later + 1]
    for slot in range(now.open):
        if book.open[slot].opened_by == fact:
            end_period_entry(book, slot, rules, policy)
            break
