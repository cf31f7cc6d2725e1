"""R3: what a change of level does to an entry that is open."""

from dutybook.duties.columns import IntArray
from dutybook.duties.compiled import in_place, in_place_apart
from dutybook.duties.kernel.allowance import allowance_ends, bring_forward, lose_due, put_back
from dutybook.duties.kernel.shapes import (
    EACH_PERIOD,
    LEVEL_FALL,
    LEVEL_FIRST_KNOWN,
    LEVEL_RISE,
    NEVER,
    NULL,
    Book,
    Rules,
)


@in_place_apart
def level_changes(book: Book, rules: Rules, level: int, holidays: IntArray) -> None:
    """The subject's level is `level` from `now.at`, for every open entry.

    A level that becomes unknown moves no due date: it is neither a rise nor a fall. Nor does any
    where there is no allowance (reading d).
    """
    now = book.now[0]
    before = now.level
    now.level = level
    now.changed = 1
    if level in (before, 0) or rules.form == EACH_PERIOD:
        return
    for slot in range(now.open):
        one = book.open[slot]
        if one.evidenced == 1:
            continue
        allowance = book.kept[slot, level]
        if before == 0:
            bring_forward(book, slot, rules, one.anchor, allowance, holidays, LEVEL_FIRST_KNOWN)
        elif level > before:
            bring_forward(book, slot, rules, now.at, allowance, holidays, LEVEL_RISE)
        else:
            level_falls(book, slot, rules, allowance, holidays)


@in_place
def level_falls(
    book: Book, slot: int, rules: Rules, allowance: IntArray, holidays: IntArray
) -> None:
    """Due becomes the later of the present due and anchor + the lower level's allowance.

    An entry already overdue keeps its due; one that had none for want of a standard gets its
    first (reading k); a lower level whose allowance is unset leaves it without one.
    """
    one = book.open[slot]
    if one.due != NULL and one.due < book.now[0].at:
        return
    due, _ = allowance_ends(one.anchor, allowance, holidays)
    if due == NEVER:
        lose_due(book, slot, rules)
    else:
        put_back(book, slot, rules, allowance, holidays, LEVEL_FALL)
