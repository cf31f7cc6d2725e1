"""R5: how a due date is counted while stops come and go.

A due date has parts: the plan or policy, the ceiling, and the floor of the stops there have been.
A stop moves each part in its own unit. Where stops only defer it moves none: a due date that falls
within one waits for its floor. `book.clocks` holds the parts of every open entry, reckoned up to
`stop_from` while a stop holds them.
"""

from dutybook.duties.calendar import (
    DAYS,
    HOURS,
    WORKING_DAYS,
    after_working_days,
    due_after,
    end_of_local_day,
    local_day,
    midnights,
    working_midnights,
)
from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.shapes import (
    AFTER_STOP,
    BASE_AMOUNT,
    BASE_PLAN,
    BASE_POLICY,
    BASE_UNIT,
    CEILING_AMOUNT,
    CEILING_POLICY,
    CEILING_UNIT,
    NAMED,
    NEVER,
    NULL,
    STOP_BEGINS,
    STOP_ENDS,
    STOP_FLOOR,
    STOP_FLOORS,
    Book,
    Record,
)


@in_place
def part_ends(counted_from: int, amount: int, unit: int, holidays: IntArray) -> int:
    """When one part of an allowance ends; NEVER when it is unset."""
    if amount == NULL:
        return NEVER
    return amount if unit == NAMED else due_after(counted_from, amount, unit, holidays)


@in_place
def moves_in(due: int, unit: int) -> int:
    """The unit in which a stop moves a part: a date that is named moves in days where it is the end
    of a day, else in hours, however it comes to lie after a move."""
    if unit != NAMED:
        return unit
    return DAYS if due == end_of_local_day(local_day(due)) else HOURS


@in_place
def count_from(clock: Record, counted_from: int, allowance: IntArray, holidays: IntArray) -> None:
    """The parts that an allowance gives, before any stop."""
    clock.base_due = part_ends(counted_from, allowance[BASE_AMOUNT], allowance[BASE_UNIT], holidays)
    clock.base_unit = moves_in(clock.base_due, allowance[BASE_UNIT])
    clock.base_policy = allowance[BASE_POLICY]
    clock.base_plan = allowance[BASE_PLAN]
    clock.ceiling_due = part_ends(
        counted_from, allowance[CEILING_AMOUNT], allowance[CEILING_UNIT], holidays
    )
    clock.ceiling_unit = allowance[CEILING_UNIT]
    clock.ceiling_policy = allowance[CEILING_POLICY]
    clock.floor_due = NULL
    clock.floored_at = NULL
    clock.stopped = 0


@in_place
def no_count(clock: Record) -> None:
    """No due date, and no floor under one."""
    clock.base_due = NEVER
    clock.ceiling_due = NEVER
    clock.floor_due = NULL
    clock.stopped = 0


@in_place
def count_ends(clock: Record) -> int:
    """When it is due: the shorter of the parts, never before the floor; NEVER without parts."""
    return max(min(clock.base_due, clock.ceiling_due), clock.floor_due)


@in_place
def raise_floor(clock: Record, due: int, unit: int, at: int) -> None:
    """Of two floors the later counts; this one comes of a stop that ends at `at`."""
    if due > clock.floor_due:
        clock.floor_due = due
        clock.floor_unit = unit
        clock.floored_at = at


@in_place
def move_part(due: int, unit: int, begin: int, until: int, holidays: IntArray) -> int:
    """One part after a stop: hours exactly, days by the local midnights in it."""
    if due in (NEVER, NULL):
        return due
    if unit == HOURS:
        return due + until - begin
    day = local_day(due)
    if unit == WORKING_DAYS:
        by = working_midnights(begin, until, holidays)
        return end_of_local_day(after_working_days(day, by, holidays))
    return end_of_local_day(day + midnights(begin, until))


@in_place
def move(book: Book, clock: Record, begin: int, until: int, holidays: IntArray) -> None:
    """Every part after a stop from `begin` to `until`; nothing moves where stops only defer."""
    if book.now[0].stops_defer == 1:
        return
    clock.base_due = move_part(clock.base_due, clock.base_unit, begin, until, holidays)
    clock.ceiling_due = move_part(clock.ceiling_due, clock.ceiling_unit, begin, until, holidays)
    clock.floor_due = move_part(clock.floor_due, clock.floor_unit, begin, until, holidays)


@in_place
def reckon_stop(book: Book, clock: Record, holidays: IntArray) -> None:
    """What has passed of a stop that holds the clock."""
    now = book.now[0].at
    if clock.stopped == 1:
        move(book, clock, clock.stop_from, now, holidays)
        clock.stop_from = now


@in_place
def floor_counts(book: Book, clock: Record, at: int) -> bool:
    """Whether the floor of a stop that ends at `at` counts: where stops only defer, for a due
    date that has passed within the stop, whatever another that ends with it has given already."""
    passed = count_ends(clock) < at or clock.floored_at == at
    return book.now[0].stops_defer == 0 or passed


@in_place
def hold(book: Book, clock: Record) -> None:
    """A stop holds the clock from now on."""
    clock.stopped = 1
    clock.stop_from = book.now[0].at


@in_place_apart
def through_stops(book: Book, clock: Record, counted_from: int, holidays: IntArray) -> None:
    """Move fresh parts by every stop there has been since `counted_from`, up to now.

    A stop counts from the anchor at the earliest (reading m), and one that begins after it was
    due changes nothing.
    """
    held, since = False, counted_from
    for place in range(book.now[0].stops):
        stop = book.stops[place]
        if stop.kind == STOP_BEGINS:
            since = max(stop.at, counted_from)
            held = since <= count_ends(clock)
        elif held and stop.at > counted_from:
            move(book, clock, since, stop.at, holidays)
            since = stop.at
            if stop.kind == STOP_FLOORS and floor_counts(book, clock, stop.at):
                raise_floor(clock, stop.due, stop.unit, stop.at)
        if stop.kind == STOP_ENDS:
            held = False
    if held:
        move(book, clock, since, book.now[0].at, holidays)
        hold(book, clock)


@in_place_apart
def show_count(book: Book, slot: int, how: int) -> None:
    """The entry is due when its clock says, or stopped with so much left. A floor is nobody's
    policy."""
    now = book.now[0]
    one, clock = book.open[slot], book.clocks[slot]
    ends = count_ends(clock)
    one.stopped = clock.stopped
    if clock.stopped == 1:
        one.due, one.policy, one.plan, one.how, one.since = NULL, NULL, NULL, NULL, NULL
        one.time_left = max(ends - now.at, 0)
        return
    one.time_left = NULL
    one.due, one.how, one.since = ends, how, now.at
    shortest = min(clock.base_due, clock.ceiling_due)
    if clock.floor_due > shortest:
        one.policy, one.plan, one.how = NULL, NULL, STOP_FLOOR
    elif clock.ceiling_due < clock.base_due:
        one.policy, one.plan = clock.ceiling_policy, NULL
    else:
        one.policy, one.plan = clock.base_policy, clock.base_plan


@in_place_apart
def stop_begins(book: Book) -> None:
    """Every clock that is not past due is held from `now.at`."""
    now = book.now[0]
    now.stopped = 1
    log_stop(book, STOP_BEGINS, NULL, NULL)
    for slot in range(now.open):
        ends = count_ends(book.clocks[slot])
        if book.open[slot].evidenced == 0 and ends != NEVER and ends >= now.at:
            hold(book, book.clocks[slot])
            show_count(book, slot, AFTER_STOP)
    now.changed = 1


@in_place_apart
def stop_floors(book: Book, amount: int, unit: int, holidays: IntArray) -> None:
    """A stop ends that leaves at least so much, counted from its end."""
    now = book.now[0]
    due = due_after(now.at, amount, unit, holidays)
    log_stop(book, STOP_FLOORS, due, unit)
    for slot in range(now.open):
        clock = book.clocks[slot]
        if clock.stopped == 1 and book.open[slot].evidenced == 0:
            reckon_stop(book, clock, holidays)
            before = count_ends(clock)
            if floor_counts(book, clock, now.at):
                raise_floor(clock, due, unit, now.at)
            if count_ends(clock) > before:
                show_count(book, slot, AFTER_STOP)
    now.changed = 1


@in_place_apart
def stop_ends(book: Book, holidays: IntArray) -> None:
    """Every clock that was held runs again."""
    now = book.now[0]
    now.stopped = 0
    log_stop(book, STOP_ENDS, NULL, NULL)
    for slot in range(now.open):
        clock = book.clocks[slot]
        if clock.stopped == 1 and book.open[slot].evidenced == 0:
            reckon_stop(book, clock, holidays)
            clock.stopped = 0
            show_count(book, slot, AFTER_STOP)
    now.changed = 1


@in_place
def log_stop(book: Book, kind: int, due: int, unit: int) -> None:
    now = book.now[0]
    stop = book.stops[now.stops]
    stop.at, stop.kind, stop.due, stop.unit = now.at, kind, due, unit
    now.stops += 1
