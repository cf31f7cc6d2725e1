"""What stands beside the events of a timeline: what is on the national register, leave asked."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any, Final

from django.db.models import QuerySet, Value
from django.db.models.functions import JSONObject

from dutybook.access.prepared import padded, prepared
from dutybook.ledger.queries import Event
from dutybook.records.offenders.models import LeaveRequest, RegisterNote

REGISTER_TABLES: Final = ("visit", "visit_authorisation", "arms_assessment", "risk_plan",
                          "risk_level")  # fmt: skip
"""What managers put on the national register by hand."""
_NOTED, _ASKED = "noted", "asked"


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
    on_register, leave = _found({(event.table, event.fact_id) for event in events})
    return Beside(
        on_register=on_register,
        leave=leave,
        authorised=frozenset(
            event.details["of_fact"]
            for event in events
            if event.table == "visit_authorisation" and not event.withdrawn
        ),
    )


def _found(
    shown: Collection[tuple[str, int]],
) -> tuple[dict[tuple[str, int], OnRegister], dict[int, tuple[LeaveSaid, ...]]]:
    facts = {fact for table, fact in shown if table in REGISTER_TABLES}
    visits = {fact for table, fact in shown if table == "visit"}
    rows = _rows(facts=padded(facts), visits=padded(visits) if visits else None) if facts else []
    on_register: dict[tuple[str, int], OnRegister] = {}
    leave: dict[int, list[LeaveSaid]] = defaultdict(list)
    for what, fact, number, said in sorted(rows, key=itemgetter(2)):
        if what == _NOTED:
            put_on = date.fromisoformat(said["put_on"])
            on_register[said["table"], fact] = OnRegister(put_on, version=number)
        else:
            leave[fact].append(_leave(said))
    return on_register, {visit: tuple(asked) for visit, asked in leave.items()}


def _leave(said: Mapping[str, Any]) -> LeaveSaid:
    given = said["given_at"]
    return LeaveSaid(
        asked_of=said["asked_of"],
        asked_at=datetime.fromisoformat(said["asked_at"]),
        said_given_at=datetime.fromisoformat(given) if given else None,
        reason=said["reason"],
        refused=said["refused"] or "",
    )


@prepared()
def _rows(
    *, facts: tuple[int, ...], visits: tuple[int, ...] | None = None
) -> QuerySet[RegisterNote, tuple[Any, ...]]:
    """Of each what it is, the fact, a number by which the latest is known (a note's is the version
    that it notes), and the rest; both in one statement, for every page of a timeline asks them."""
    notes = RegisterNote.objects.filter(fact_id__in=facts).values_list(
        *(Value(_NOTED), "fact_id", "version"),
        JSONObject(table="table", put_on="put_on"),
    )
    if visits is None:
        return notes
    leave = LeaveRequest.objects.filter(visit_fact__in=visits).values_list(
        *(Value(_ASKED), "visit_fact", "pk"),
        JSONObject(
            asked_of="asked_of__display_name",
            asked_at="recorded_at",
            given_at="said_given_at",
            reason="reason",
            refused="refusal__reason",
        ),
    )
    return notes.union(leave, all=True)
