"""What stands beside the events of a timeline: what is on the national register, leave asked."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import QuerySet

from dutybook.access.prepared import padded, prepared
from dutybook.ledger.queries import Event
from dutybook.records.offenders.models import LeaveRequest, RegisterNote

REGISTER_TABLES: Final = ("visit", "visit_authorisation", "arms_assessment", "risk_plan",
                          "risk_level")  # fmt: skip
"""What managers put on the national register by hand."""


@dataclass(frozen=True)
class OnRegister:
    """When a record was put on the national register, and which version of it that was."""

    put_on: date
    version: int


@dataclass(frozen=True)
class LeaveSaid:
    """One person asked for leave for a visit; `refused` holds why, empty while not refused."""

    asked_of: str
    asked_at: datetime
    said_given_at: datetime | None
    reason: str
    refused: str


@dataclass(frozen=True)
class Beside:
    """By (table, fact) what is on the register, by visit the leave that was asked; `authorised`
    are the visits whose leave stands among the events."""

    on_register: Mapping[tuple[str, int], OnRegister]
    leave: Mapping[int, tuple[LeaveSaid, ...]]
    authorised: frozenset[int]


def beside(events: Iterable[Event]) -> Beside:
    """What stands beside events that the caller has found and logs."""
    events = tuple(events)
    shown = {(event.table, event.fact_id) for event in events}
    facts = [fact for table, fact in shown if table in REGISTER_TABLES]
    visits = [fact for table, fact in shown if table == "visit"]
    return Beside(
        on_register=_on_register(facts) if facts else {},
        leave=_leave(visits) if visits else {},
        authorised=frozenset(
            event.details["of_fact"]
            for event in events
            if event.table == "visit_authorisation" and not event.withdrawn
        ),
    )


def _on_register(facts: list[int]) -> dict[tuple[str, int], OnRegister]:
    return {
        (table, fact): OnRegister(put_on, version)
        for table, fact, put_on, version in _notes(facts=padded(facts))
    }


@prepared()
def _notes(*, facts: tuple[int, ...]) -> QuerySet[RegisterNote, tuple[Any, ...]]:
    found = RegisterNote.objects.filter(fact_id__in=facts).order_by("version")
    return found.values_list("table", "fact_id", "put_on", "version")


@prepared()
def _asked_for(*, visits: tuple[int, ...]) -> QuerySet[LeaveRequest, tuple[Any, ...]]:
    found = LeaveRequest.objects.filter(visit_fact__in=visits).order_by("pk")
    return found.values_list(
        *("visit_fact", "asked_of__display_name", "recorded_at", "said_given_at", "reason"),
        "refusal__reason",
    )


def _leave(visits: list[int]) -> dict[int, tuple[LeaveSaid, ...]]:
    by_visit: dict[int, list[LeaveSaid]] = defaultdict(list)
    for visit, asked_of, asked_at, given_at, why, refused in _asked_for(visits=padded(visits)):
        by_visit[visit].append(LeaveSaid(asked_of, asked_at, given_at, why, refused or ""))
    return {visit: tuple(said) for visit, said in by_visit.items()}
