"""What changes the allowances of a subject: the force's policies, its own plan, its team."""

import numpy as np

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import compiled, making_arrays
from dutybook.duties.kernel.allowance import allowance_changed, find_allowances
from dutybook.duties.kernel.periods import reading_chosen
from dutybook.duties.kernel.shapes import EACH_PERIOD, Book, Policy, Rules


@compiled
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


@making_arrays
def policy_changes(book: Book, rules: Rules, policy: Policy, holidays: IntArray) -> None:
    """One setting of the force changes at `now.at` (R2)."""
    now = book.now[0]
    if now.open == 0 or rules.form == EACH_PERIOD:
        now.step += 1
        now.in_force = 0
        reading_chosen(book, policy)
    else:
        before = allowances_in_force(book, rules, policy)
        now.step += 1
        allowances_changed(book, rules, policy, holidays, before)
    now.changed = 1


@making_arrays
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
    before = allowances_in_force(book, rules, policy)
    now.plan_amount = amount
    now.plan_unit = unit
    now.plan_fact = fact
    allowances_changed(book, rules, policy, holidays, before)
    now.changed = 1


@making_arrays
def allowances_in_force(book: Book, rules: Rules, policy: Policy) -> IntArray:
    """A copy of what a new entry would be given now; see `find_allowances`."""
    find_allowances(book, rules, policy)
    return book.in_force.copy()


@making_arrays
def allowances_changed(
    book: Book, rules: Rules, policy: Policy, holidays: IntArray, before: IntArray
) -> None:
    """Every open entry: whatever counts now for a new one may bind it too."""
    after = allowances_in_force(book, rules, policy)
    for slot in range(book.now[0].open):
        first = book.open[slot].by_interval
        allowance_changed(book, slot, rules, before[first], after[first], holidays)
