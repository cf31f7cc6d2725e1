"""Entries as they stand at the end of a day, in SQL: what every list and count is made from.

The status comes from the database's own `ledger_status_on`; nothing about a day is stored.
"""

from datetime import date, datetime
from types import MappingProxyType
from typing import Any, Final

from django.db.models import (
    Case,
    DateTimeField,
    F,
    FilteredRelation,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    SmallIntegerField,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest

from dutybook.duties.status import NO_STANDARD_SET, OVERDUE, UNKNOWN
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Entry, closes_at
from dutybook.ledger.policy_keys import duty_of

UNSEEN_LEVEL = "unknown"
"""What a level that nobody recorded is called in lists."""

DANGER: Final = MappingProxyType({"very_high": 5, "high": 3, "medium": 2, "low": 1})
"""How far up a level stands in lists of records; one nobody recorded, just below very high."""
NOBODY_KNOWS: Final = 4


class StatusOn(Func):
    """The status at an instant, a place in STATUSES; its span is joined as `span`."""

    function = "ledger_status_on"
    output_field = SmallIntegerField()

    def __init__(self, at: datetime) -> None:
        entry = ("opened_at", "met_at", "closed_at", "closed_why", "authorised_at")
        rest = ("authorisation", "answer", "span__due_at", "span__why_empty")
        super().__init__(Value(at, output_field=DateTimeField()), *map(F, (*entry, *rest)))


class DaysTo(Func):
    """Whole local days from the day of an instant in each row to that of `at`.

    The day of `at` is a subselect of its own, which the server works out once: what day it is in
    London takes longer than the rest of the sum.
    """

    output_field = IntegerField()

    def __init__(self, at: datetime, since: Any) -> None:
        super().__init__(Value(at, output_field=DateTimeField()), since)

    def as_sql(self, compiler: Any, _connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        (at, given), (since, also) = (compiler.compile(one) for one in self.source_expressions)
        text = f"((SELECT ledger_local_day({at})) - ledger_local_day({since}))"
        return text, [*given, *also]


class DangerOf(Func):
    """How far up a level by its name stands, by `DANGER`; one nobody recorded by `NOBODY_KNOWS`.

    The short form of a case, for the level may itself be looked up: `Case` would look again for
    each of the names.
    """

    output_field = IntegerField()
    template = (
        "(CASE %(expressions)s "
        + " ".join(f"WHEN '{name}' THEN {place}" for name, place in DANGER.items())
        + f" ELSE {NOBODY_KNOWS} END)"
    )


def title_of(duty: str, condition: int | None) -> str:
    """What is owed, in words: the duty's title, with that of the condition where it names some."""
    found = duty_of(duty)
    if condition is None:
        return found.title
    return f"{found.title}: {found.conditions[condition].title}"


def entries_on(day: date) -> QuerySet[Entry]:
    """Every entry that had opened by the end of `day`, with its span, status and days overdue."""
    return entries_at(day_ends(day))


def entries_at(at: datetime) -> QuerySet[Entry]:
    """Every entry that had opened by an instant, with its span, status and days overdue then.

    What narrows by the span asks for `due` and `place` (of its level): a filter that goes through
    `span` itself would join it once more.
    """
    that_span = Q(spans__from_at__lte=at) & (Q(spans__until_at__gt=at) | Q(spans__last=True))
    return (
        Entry.objects.filter(opened_at__lte=at)
        .annotate(span=FilteredRelation("spans", condition=that_span))
        .alias(due=F("span__due_at"), place=F("span__level"))
        .annotate(
            status=StatusOn(at),
            overdue_days=Case(
                When(status=OVERDUE, then=Greatest(DaysTo(at, F("span__due_at")), 1)),
                default=0,
            ),
        )
    )


def open_on(day: date) -> QuerySet[Entry]:
    """The entries still owed at the end of `day`."""
    return entries_on(day).alias(closes=closes_at()).filter(closes__gt=day_ends(day))


def with_time_unseen(entries: QuerySet[Entry], day: date) -> QuerySet[Entry]:
    """Add the days since the subject last met the duty, across entries and gaps; null if never."""
    at = day_ends(day)
    met = (
        Entry.objects.filter(subject=OuterRef("subject"), duty=OuterRef("duty"), met_at__lte=at)
        .order_by("-met_at")
        .values("met_at")[:1]
    )
    return entries.annotate(
        days_since_met=DaysTo(at, Subquery(met)),
        days_open=DaysTo(at, F("opened_at")),
    )


def with_danger(entries: QuerySet[Entry], day: date, pin_after_days: int | None) -> QuerySet[Entry]:
    """Add what lists sort by: `pinned`, `danger`, `lateness` and `unseen`, all higher is worse.

    A level nobody recorded stands just below very high. Without a due date lateness is the time
    since the duty was last met (or since it opened), so an unset standard never sinks an item;
    a stopped clock has none.
    """
    unseen = Coalesce(F("days_since_met"), F("days_open"))
    longest = 2**31 - 1 if pin_after_days is None else max(pin_after_days, 1)
    return with_time_unseen(entries, day).annotate(
        pinned=Case(When(overdue_days__gte=longest, then=1), default=0),
        danger=danger_of_span(),
        lateness=Case(
            When(span__due_at__isnull=False, then=DaysTo(day_ends(day), F("span__due_at"))),
            When(status__in=[UNKNOWN, NO_STANDARD_SET], then=unseen),
            default=Value(-1_000_000),
            output_field=IntegerField(),
        ),
        unseen=unseen,
    )


def danger_of_span() -> Case:
    """How far up the level of an entry's span stands; higher is worse."""
    return Case(
        When(span__level=3, then=5),
        When(span__level=None, then=4),
        default=F("span__level") + 1,
        output_field=IntegerField(),
    )


def level_name(duty: str, level: int | None) -> str | None:
    """A span's level in words: None for a duty without levels, else `unknown` when unrecorded."""
    levels = duty_of(duty).levels
    if levels is None:
        return None
    return UNSEEN_LEVEL if level is None else levels.order[level]
