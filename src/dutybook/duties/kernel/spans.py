"""Writing spans: how an open entry stands, from one instant to the next.

Nothing is written until an instant is over, so there are no spans without length (except one
that shows how an entry stood as it closed) and no two equal ones side by side.
"""

from dutybook.duties.compiled import in_place
from dutybook.duties.kernel.shapes import (
    EACH_PERIOD,
    LEVEL_UNKNOWN,
    NO_END_YET,
    NO_STANDARD,
    NULL,
    STOPPED,
    Book,
    Policy,
    Record,
    Rules,
)


@in_place
def why_empty(rules: Rules, policy: Policy, now: Record) -> int:
    """Why an entry has no due date now."""
    if policy.has_standard[now.step] == 0:
        return NO_STANDARD
    if rules.form == EACH_PERIOD:
        return NO_END_YET
    if rules.has_levels == 1 and now.level == 0:
        return LEVEL_UNKNOWN
    return NO_STANDARD


@in_place
def settle_spans(book: Book, rules: Rules, policy: Policy) -> None:
    """The instant `now.at` is over: entries that stand otherwise than before begin a new span."""
    now = book.now[0]
    for slot in range(now.open):
        one = book.open[slot]
        if one.span_from == NULL:
            one.span_from = now.at
            stand(one, rules, policy, now)
        elif stands_otherwise(one, rules, policy, now):
            write_span(book, one, now.at)
            one.span_from = now.at
            stand(one, rules, policy, now)
    now.changed = 0


@in_place
def close_spans(book: Book, one: Record, rules: Rules, policy: Policy) -> None:
    """The entry closes at `now.at`: write its last span."""
    now = book.now[0]
    if one.span_from == NULL:
        one.span_from = now.at
        stand(one, rules, policy, now)
    elif stands_otherwise(one, rules, policy, now):
        write_span(book, one, now.at)
        one.span_from = now.at
        stand(one, rules, policy, now)
    write_span(book, one, now.at)


@in_place
def level_shown(rules: Rules, now: Record) -> int:
    """The level as the ledger keeps it."""
    return now.level - 1 if rules.has_levels == 1 and now.level > 0 else NULL


@in_place
def why_shown(one: Record, rules: Rules, policy: Policy, now: Record) -> int:
    """The reason as the ledger keeps it: none where there is a due date."""
    if one.evidenced == 1:
        return one.why_met
    if one.stopped == 1:
        return STOPPED
    return why_empty(rules, policy, now) if one.due == NULL else NULL


@in_place
def stands_otherwise(one: Record, rules: Rules, policy: Policy, now: Record) -> bool:
    """Whether the entry stands otherwise than its present span says."""
    return (
        one.level != level_shown(rules, now)
        or one.team_id != now.team
        or one.owner_id != now.owner
        or one.due_at != one.due
        or one.basis_policy != one.policy
        or one.basis_plan != one.plan
        or one.basis_how != one.how
        or one.basis_from != one.since
        or one.why_empty != why_shown(one, rules, policy, now)
        or one.left != one.time_left
    )


@in_place
def stand(one: Record, rules: Rules, policy: Policy, now: Record) -> None:
    """The present span says how the entry stands now."""
    one.level = level_shown(rules, now)
    one.team_id = now.team
    one.owner_id = now.owner
    one.due_at = one.due
    one.basis_policy = one.policy
    one.basis_plan = one.plan
    one.basis_how = one.how
    one.basis_from = one.since
    one.why_empty = why_shown(one, rules, policy, now)
    one.left = one.time_left


@in_place
def write_span(book: Book, one: Record, until: int) -> None:
    """Put the entry's present span into the ledger, up to `until`."""
    now = book.now[0]
    span = book.spans[now.spans]
    now.spans += 1
    span.entry = one.entry
    span.from_at = one.span_from
    span.until_at = until
    span.level = one.level
    span.team_id = one.team_id
    span.owner_id = one.owner_id
    span.due_at = one.due_at
    span.basis_policy = one.basis_policy
    span.basis_plan = one.basis_plan
    span.basis_how = one.basis_how
    span.basis_from = one.basis_from
    span.why_empty = one.why_empty
    span.left = one.left
