"""R2: which allowance is in force, when it makes an entry due, and what a change of it does."""

from dutybook.duties.calendar import HOURS
from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.clock import (
    count_ends,
    count_from,
    hold,
    no_count,
    part_ends,
    raise_floor,
    reckon_stop,
    show_count,
    through_stops,
)
from dutybook.duties.kernel.shapes import (
    ALLOWANCE_WIDTH,
    BASE_AMOUNT,
    BASE_PLAN,
    BASE_POLICY,
    BASE_UNIT,
    CEILING,
    CEILING_AMOUNT,
    CEILING_POLICY,
    CEILING_UNIT,
    FIRST,
    FIRST_SET,
    IN_FORCE,
    NAMED,
    NEVER,
    NEXT,
    NULL,
    TIGHTENED,
    Book,
    Policy,
    Record,
    Rules,
)


@in_place
def take_allowance(
    allowance: IntArray, rules: Rules, policy: Policy, now: Record, level: int, first: int
) -> None:
    """Write the allowance in force now at a level: the plan or the force's, and the ceiling.

    `first`: for an entry opened by the beginning of an interval. At an unknown level, or while
    the choice of reading is unset, there is none; a duty that is due at once knows no policy.
    """
    for column in range(ALLOWANCE_WIDTH):
        allowance[column] = NULL
    if rules.at_once == 1:
        allowance[BASE_AMOUNT] = 0
        allowance[BASE_UNIT] = HOURS
        return
    if policy.has_standard[now.step] == 0 or (rules.has_levels == 1 and level == 0):
        return
    if first == 1 and rules.has_first == 1:
        _take_part(allowance[:BASE_PLAN], policy, now, level, FIRST)
    elif now.plan_amount != NULL:
        allowance[BASE_AMOUNT] = now.plan_amount
        allowance[BASE_UNIT] = now.plan_unit
        allowance[BASE_PLAN] = now.plan_fact
    else:
        _take_part(allowance[:BASE_PLAN], policy, now, level, NEXT)
    _take_part(allowance[CEILING_AMOUNT:], policy, now, level, CEILING)


@in_place
def _take_part(into: IntArray, policy: Policy, now: Record, level: int, slot: int) -> None:
    part = policy.part[now.step, slot, now.team_slot, level]
    if part >= 0:
        for column in range(len(into)):
            into[column] = policy.parts[part, column]


@in_place
def allowance_ends(anchor: int, allowance: IntArray, holidays: IntArray) -> tuple[int, bool]:
    """When the allowance ends, counted from `anchor`, and whether the ceiling decided.

    The shorter of the two parts counts, by date; NEVER when both are unset.
    """
    base = part_ends(anchor, allowance[BASE_AMOUNT], allowance[BASE_UNIT], holidays)
    ceiling = part_ends(anchor, allowance[CEILING_AMOUNT], allowance[CEILING_UNIT], holidays)
    if ceiling < base:
        return ceiling, True
    return base, False


@in_place
def set_due(
    one: Record, due: int, allowance: IntArray, by_ceiling: bool, how: int, at: int
) -> None:
    """The entry is due at `due` because of `allowance`, which came to count by `how` at `at`."""
    one.due = due
    one.policy = allowance[CEILING_POLICY] if by_ceiling else allowance[BASE_POLICY]
    one.plan = NULL if by_ceiling else allowance[BASE_PLAN]
    one.how = how
    one.since = at


@in_place
def clear_due(one: Record) -> None:
    """The entry has no due date."""
    one.due = NULL
    one.policy = NULL
    one.plan = NULL
    one.how = NULL
    one.since = NULL


@in_place
def begin_count(
    book: Book, slot: int, rules: Rules, allowance: IntArray, holidays: IntArray, how: int
) -> None:
    """The due date with which an entry opens; during a stop its clock is held at once."""
    now = book.now[0]
    one = book.open[slot]
    if rules.has_stops == 0:
        due, by_ceiling = allowance_ends(one.anchor, allowance, holidays)
        if due != NEVER:
            set_due(one, due, allowance, by_ceiling, how, now.at)
        return
    clock = book.clocks[slot]
    count_from(clock, one.anchor, allowance, holidays)
    if count_ends(clock) != NEVER:
        if now.stopped == 1:
            hold(book, clock)
        show_count(book, slot, how)


@in_place
def lose_due(book: Book, slot: int, rules: Rules) -> None:
    """The entry has no due date any more."""
    one = book.open[slot]
    clear_due(one)
    if rules.has_stops == 1:
        no_count(book.clocks[slot])
        one.stopped = 0
        one.time_left = NULL


@in_place
def bring_forward(
    book: Book,
    slot: int,
    rules: Rules,
    counted_from: int,
    allowance: IntArray,
    holidays: IntArray,
    how: int,
) -> None:
    """Due becomes the earlier of the present due and `counted_from` + the allowance."""
    one = book.open[slot]
    if rules.has_stops == 1:
        if try_count(book, slot, counted_from, allowance, holidays) < 0:
            take_tried(book, slot, how)
        return
    due, by_ceiling = allowance_ends(counted_from, allowance, holidays)
    if due != NEVER and (one.due == NULL or due < one.due):
        set_due(one, due, allowance, by_ceiling, how, book.now[0].at)


@in_place
def put_back(
    book: Book, slot: int, rules: Rules, allowance: IntArray, holidays: IntArray, how: int
) -> None:
    """Due becomes the later of the present due and anchor + the allowance, which is set; where
    there is no present due, what the allowance gives."""
    one = book.open[slot]
    if rules.has_stops == 1:
        had = count_ends(book.clocks[slot]) != NEVER
        later = try_count(book, slot, one.anchor, allowance, holidays)
        if later > 0 or not had:
            take_tried(book, slot, how)
        return
    due, by_ceiling = allowance_ends(one.anchor, allowance, holidays)
    if one.due == NULL or due > one.due:
        set_due(one, due, allowance, by_ceiling, how, book.now[0].at)


@in_place_apart
def try_count(
    book: Book, slot: int, counted_from: int, allowance: IntArray, holidays: IntArray
) -> int:
    """Count another allowance through the stops, and say whether it is due earlier (-1), at the
    same time (0) or later (1) than the present one. Never below the floor there is (reading n).
    """
    clock, tried = book.clocks[slot], book.clocks[len(book.clocks) - 1]
    reckon_stop(book, clock, holidays)
    count_from(tried, counted_from, allowance, holidays)
    present = count_ends(clock)
    through_stops(book, tried, counted_from, holidays)
    if present != NEVER:
        raise_floor(tried, clock.floor_due, clock.floor_unit, clock.floored_at)
    ends = count_ends(tried)
    return int(ends > present) - int(ends < present)


@in_place
def take_tried(book: Book, slot: int, how: int) -> None:
    """The entry is due by what was tried last."""
    book.clocks[slot] = book.clocks[len(book.clocks) - 1]
    show_count(book, slot, how)


@in_place
def keep_allowances(book: Book, slot: int, rules: Rules, policy: Policy) -> None:
    """Reading (h): an entry keeps, for each level, the allowance it was opened under."""
    now = book.now[0]
    if now.in_force == 0:
        find_allowances(book, rules, policy, IN_FORCE)
        now.found += 1
        now.in_force = now.found
    one = book.open[slot]
    # The entry that was in this slot before has often been opened under the same.
    if one.kept_of != now.in_force or one.kept_first != one.by_interval:
        one.kept_of = now.in_force
        one.kept_first = one.by_interval
        place = IN_FORCE + one.by_interval
        for level in range(rules.levels):
            for column in range(ALLOWANCE_WIDTH):
                book.kept[slot, level, column] = book.scratch[place, level, column]
    if one.named != NULL:
        one.kept_of = 0
        stand_named(book.kept[slot], rules, one)


@in_place_apart
def find_allowances(book: Book, rules: Rules, policy: Policy, into: int) -> None:
    """Put what a new entry would be given now, by level, into the scratch from place `into` on: as
    a later entry, and as one that the beginning of an interval opens. It stands until a policy, the
    plan or the team changes."""
    for first in range(2):
        for level in range(rules.levels):
            take_allowance(
                book.scratch[into + first, level], rules, policy, book.now[0], level, first
            )


@in_place
def stand_named(allowances: IntArray, rules: Rules, one: Record) -> None:
    """The due date that the opening fact names stands in place of plan and policy, by level."""
    for level in range(rules.has_levels, rules.levels):
        allowances[level, BASE_AMOUNT] = one.named
        allowances[level, BASE_UNIT] = NAMED
        allowances[level, BASE_POLICY] = NULL
        allowances[level, BASE_PLAN] = one.opened_by


@in_place_apart
def allowance_changed(
    book: Book, slot: int, rules: Rules, before: IntArray, after: IntArray, holidays: IntArray
) -> None:
    """A policy or plan has changed at `now.at`: first set, tightened or loosened for one entry.

    `before` and `after` hold what counts for a new entry, by level. By the date that anchor +
    allowance gives (reading i): nothing before is a first setting, earlier is tightened, and
    both replace what the entry keeps; later is for the next entry.
    """
    now = book.now[0]
    one = book.open[slot]
    for level in range(rules.levels):
        due_after_change, _ = allowance_ends(one.anchor, after[level], holidays)
        due_before_change, _ = allowance_ends(one.anchor, before[level], holidays)
        if due_after_change >= due_before_change:
            continue
        kept_due, _ = allowance_ends(one.anchor, book.kept[slot, level], holidays)
        if due_after_change >= kept_due:
            continue
        for column in range(ALLOWANCE_WIDTH):
            book.kept[slot, level, column] = after[level, column]
        if level != now.level:
            continue
        if kept_due == NEVER:
            bring_forward(book, slot, rules, one.anchor, after[level], holidays, FIRST_SET)
        else:
            bring_forward(book, slot, rules, now.at, after[level], holidays, TIGHTENED)
