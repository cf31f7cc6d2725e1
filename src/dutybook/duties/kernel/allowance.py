"""R2: which allowance is in force, when it makes an entry due, and what a change of it does."""

from dutybook.duties.calendar import due_after
from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled
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
    NEVER,
    NEXT,
    NULL,
    TIGHTENED,
    Book,
    Policy,
    Record,
    Rules,
)


@compiled
def take_allowance(
    allowance: IntArray, rules: Rules, policy: Policy, now: Record, level: int, first: int
) -> None:
    """Write the allowance in force now at a level: the plan or the force's, and the ceiling.

    `first`: for an entry opened by the beginning of an interval. At an unknown level, or while
    the choice of reading is unset, there is none.
    """
    allowance[:] = NULL
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


@compiled
def _take_part(into: IntArray, policy: Policy, now: Record, level: int, slot: int) -> None:
    part = policy.part[now.step, slot, now.team_slot, level]
    if part >= 0:
        for column in range(len(into)):
            into[column] = policy.parts[part, column]


@compiled
def allowance_ends(anchor: int, allowance: IntArray, holidays: IntArray) -> tuple[int, bool]:
    """When the allowance ends, counted from `anchor`, and whether the ceiling decided.

    The shorter of the two parts counts, by date; NEVER when both are unset.
    """
    base = NEVER
    if allowance[BASE_AMOUNT] != NULL:
        base = due_after(anchor, allowance[BASE_AMOUNT], allowance[BASE_UNIT], holidays)
    if allowance[CEILING_AMOUNT] == NULL:
        return base, False
    ceiling = due_after(anchor, allowance[CEILING_AMOUNT], allowance[CEILING_UNIT], holidays)
    if ceiling < base:
        return ceiling, True
    return base, False


@compiled
def set_due(
    one: Record, due: int, allowance: IntArray, by_ceiling: bool, how: int, at: int
) -> None:
    """The entry is due at `due` because of `allowance`, which came to count by `how` at `at`."""
    if due == NEVER:
        clear_due(one)
        return
    one.due = due
    one.policy = allowance[CEILING_POLICY] if by_ceiling else allowance[BASE_POLICY]
    one.plan = NULL if by_ceiling else allowance[BASE_PLAN]
    one.how = how
    one.since = at


@compiled
def clear_due(one: Record) -> None:
    """The entry has no due date."""
    one.due = NULL
    one.policy = NULL
    one.plan = NULL
    one.how = NULL
    one.since = NULL


@compiled
def bring_forward(
    one: Record, counted_from: int, allowance: IntArray, holidays: IntArray, how: int, at: int
) -> None:
    """Due becomes the earlier of the present due and `counted_from` + the allowance."""
    due, by_ceiling = allowance_ends(counted_from, allowance, holidays)
    if due != NEVER and (one.due == NULL or due < one.due):
        set_due(one, due, allowance, by_ceiling, how, at)


@compiled
def keep_allowances(book: Book, slot: int, rules: Rules, policy: Policy, first: int) -> None:
    """Reading (h): an entry keeps, for each level, the allowance it was opened under."""
    if book.now[0].in_force == 0:
        find_allowances(book, rules, policy)
    for level in range(rules.levels):
        for column in range(ALLOWANCE_WIDTH):
            book.kept[slot, level, column] = book.in_force[first, level, column]


@compiled
def find_allowances(book: Book, rules: Rules, policy: Policy) -> None:
    """Work out what a new entry would be given now, by level: as a later one, and as one that
    the beginning of an interval opens. It stands until a policy, the plan or the team changes.
    """
    for first in range(2):
        for level in range(rules.levels):
            take_allowance(book.in_force[first, level], rules, policy, book.now[0], level, first)
    book.now[0].in_force = 1


@compiled
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
            bring_forward(one, one.anchor, after[level], holidays, FIRST_SET, now.at)
        else:
            bring_forward(one, now.at, after[level], holidays, TIGHTENED, now.at)
