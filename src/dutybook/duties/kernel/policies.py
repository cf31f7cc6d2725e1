"""What changes the allowances of a subject: the force's policies, its own plan, its team."""

import numpy as np

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.allowance import allowance_changed, find_allowances, stand_named
from dutybook.duties.kernel.periods import reading_chosen
from dutybook.duties.kernel.shapes import (
    ALLOWANCE_WIDTH,
    EACH_PERIOD,
    NULL,
    Book,
    Policy,
    Rules,
)

BEFORE, AFTER, WAS, NOW_IS = 0, 2, 4, 5
"""Places of the scratch: what counted for a new entry and what does (two rows each), and the same
for an entry whose due date is named."""


@in_place
def allocate(book: Book, policy: Policy, team: int, owner: int) -> None:
    """Reading (v): open entries go with the subject; their allowance stays as it was (h)."""
    now = book.now[0]
    now.team = team
    now.owner = owner
    place = np.searchsorted(policy.teams, team)
    known = place < len(policy.teams) and policy.teams[place] == team
    now.team_slot = place + 1 if known else 0
    now.in_force = 0
    now.changed = 1


@in_place_apart
def policy_changes(book: Book, rules: Rules, policy: Policy, holidays: IntArray) -> None:
    """One setting of the force changes at `now.at` (R2)."""
    now = book.now[0]
    now.in_force = 0
    if now.open == 0 or rules.form == EACH_PERIOD:
        now.step += 1
        reading_chosen(book, policy)
    else:
        find_allowances(book, rules, policy, BEFORE)
        now.step += 1
        allowances_changed(book, rules, policy, holidays)
    now.changed = 1


@in_place_apart
def plan_changes(
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
    find_allowances(book, rules, policy, BEFORE)
    now.plan_amount = amount
    now.plan_unit = unit
    now.plan_fact = fact
    now.in_force = 0
    allowances_changed(book, rules, policy, holidays)
    now.changed = 1


@in_place
def allowances_changed(book: Book, rules: Rules, policy: Policy, holidays: IntArray) -> None:
    """Every open entry: whatever counts now for a new one may bind it too."""
    find_allowances(book, rules, policy, AFTER)
    for slot in range(book.now[0].open):
        one = book.open[slot]
        before, after = BEFORE + one.by_interval, AFTER + one.by_interval
        if one.evidenced == 1:
            continue
        if one.named != NULL:
            before, after = copied(book, rules, before, WAS), copied(book, rules, after, NOW_IS)
            stand_named(book.scratch[before], rules, one)
            stand_named(book.scratch[after], rules, one)
        allowance_changed(book, slot, rules, book.scratch[before], book.scratch[after], holidays)


@in_place
def copied(book: Book, rules: Rules, place: int, into: int) -> int:
    """Copy the allowances of one place of the scratch to another, and answer that one."""
    for level in range(rules.levels):
        for column in range(ALLOWANCE_WIDTH):
            book.scratch[into, level, column] = book.scratch[place, level, column]
    return into
