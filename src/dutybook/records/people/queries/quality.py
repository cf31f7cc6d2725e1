"""What is missing, stale, doubled or disagreeing in what is said of people, with its owner."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput
from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import day_begins, day_ends, local_day
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import WARNING_CHECKED_DAYS
from dutybook.ledger.queries import looks
from dutybook.ledger.versions import standing
from dutybook.records.people.models import Address, Birth, Flag, Identifier, KnownIn
from dutybook.records.people.models.person_fact import PersonFact
from dutybook.records.people.visibility import visible_said

MOST_ROWS = 200

RULES: Mapping[str, str] = {
    "no_birth": "No date of birth is recorded",
    "no_address": "No main residence is recorded now",
    "same_number": "Another person has the same number",
    "two_residences": "Records state two main residences for the same time",
    "never_verified": "A warning has never been checked",
    "not_verified_lately": "A warning has not been checked for longer than the force allows",
}
"""What is looked for, in words."""


@dataclass(frozen=True)
class Fault:
    """One thing to put right: about whom, who answers for the record, and since when it stands."""

    rule: str
    person_id: int
    subject_id: int
    subject_kind: str
    label: str
    team: str | None
    owner: str | None
    since: datetime
    days: int


@dataclass(frozen=True)
class FaultPage:
    """The faults of one rule, the oldest first; `counts` has a number for every rule, None for
    one that asks for a standard which the force has not set."""

    rows: tuple[Fault, ...]
    counts: Mapping[str, int | None]
    is_cut: bool


@consultation
def people_quality(viewer: Viewer, *, now: datetime, rule: str = "no_birth") -> FaultPage:
    """Faults among the people in records that the viewer may see; logged. Raises `InvalidInput`
    for a rule that there is not."""
    if rule not in RULES:
        raise InvalidInput({"rule": "Choose one of the rules"})
    today = local_day(now)
    found = {key: _found(key, viewer, today) for key in RULES}
    counts = {key: None if one is None else one.count() for key, one in found.items()}
    chosen = found[rule]
    rows = [] if chosen is None else list(_columns(chosen, rule)[: MOST_ROWS + 1])
    shown = [_fault(rule, row, now) for row in rows[:MOST_ROWS]]
    looks.log_subjects(
        viewer, [(one.subject_kind, one.subject_id) for one in shown], detail="people quality"
    )
    return FaultPage(tuple(shown), counts, len(rows) > MOST_ROWS)


def _found(rule: str, viewer: Viewer, today: date) -> QuerySet[Any] | None:
    found = _FINDERS[rule](viewer, today)
    return None if found is None else found.filter(visible_said(viewer))


def _own(_viewer: Viewer) -> QuerySet[KnownIn]:
    """People in their own record: those of whom a birth and a residence must be known."""
    return KnownIn.objects.filter(subject_id=F("person__subject_id"))


def _no_birth(viewer: Viewer, _today: date) -> QuerySet[Any]:
    return _own(viewer).filter(~Exists(_of_same_person(Birth)))


def _no_address(viewer: Viewer, today: date) -> QuerySet[Any]:
    now = Q(until_day=None) | Q(until_day__gte=today)
    return _own(viewer).filter(~Exists(_of_same_person(Address).filter(now, residence="main")))


def _of_same_person(model: type[PersonFact]) -> QuerySet[Any]:
    """Standing facts of the outer row's person, whichever entry they were stated of."""
    root = Coalesce(OuterRef("person__same_as_id"), OuterRef("person_id"))
    facts = standing(model).annotate(root=Coalesce(F("person__same_as_id"), F("person_id")))
    return facts.filter(root=root)


def _same_number(_viewer: Viewer, _today: date) -> QuerySet[Any]:
    another = (
        standing(Identifier)
        .filter(force=OuterRef("force"), scheme=OuterRef("scheme"), matched=OuterRef("matched"))
        .annotate(root=Coalesce(F("person__same_as_id"), F("person_id")))
        .exclude(root=Coalesce(OuterRef("person__same_as_id"), OuterRef("person_id")))
    )
    return standing(Identifier).exclude(scheme="other").filter(Exists(another))


def _two_residences(_viewer: Viewer, _today: date) -> QuerySet[Any]:
    other = (
        standing(Address)
        .filter(residence="main")
        .filter(Q(until_day=None) | Q(until_day__gte=OuterRef("from_day")))
        .annotate(root=Coalesce(F("person__same_as_id"), F("person_id")))
        .filter(root=Coalesce(OuterRef("person__same_as_id"), OuterRef("person_id")))
        .filter(from_day__lte=Coalesce(OuterRef("until_day"), date.max))
        .exclude(fact_id=OuterRef("fact_id"))
    )
    return standing(Address).filter(Exists(other), residence="main")


def _never_verified(_viewer: Viewer, today: date) -> QuerySet[Any]:
    return _flags(today).filter(verified_on=None)


def _not_verified_lately(viewer: Viewer, today: date) -> QuerySet[Any] | None:
    settings = policies_of(viewer.force_id)
    days = value_in_force(settings, WARNING_CHECKED_DAYS, day_ends(today))
    if not isinstance(days, int):
        return None
    return _flags(today).filter(verified_on__lt=today - timedelta(days=days))


def _flags(today: date) -> QuerySet[Any]:
    return standing(Flag).filter(Q(until_day=None) | Q(until_day__gte=today))


_FINDERS: Mapping[str, Callable[[Viewer, date], QuerySet[Any] | None]] = {
    "no_birth": _no_birth,
    "no_address": _no_address,
    "same_number": _same_number,
    "two_residences": _two_residences,
    "never_verified": _never_verified,
    "not_verified_lately": _not_verified_lately,
}


def _columns(found: QuerySet[Any], rule: str) -> QuerySet[Any, Any]:
    since = {
        "no_birth": F("since"),
        "no_address": F("since"),
        "not_verified_lately": F("verified_on"),
    }.get(rule, F("recorded_at"))
    return (
        found.annotate(began=since)
        .order_by("began", "pk")
        .values(
            "person_id", "subject_id", "began", "subject__kind", "subject__label",
            "subject__team__name", "subject__owner__display_name", "subject__owner__is_active",
        )
    )  # fmt: skip


def _fault(rule: str, row: Mapping[str, Any], now: datetime) -> Fault:
    began = row["began"]
    since = began if isinstance(began, datetime) else day_begins(began)
    return Fault(
        rule=rule,
        person_id=row["person_id"],
        subject_id=row["subject_id"],
        subject_kind=row["subject__kind"],
        label=row["subject__label"],
        team=row["subject__team__name"],
        owner=row["subject__owner__display_name"] if row["subject__owner__is_active"] else None,
        since=since,
        days=max((now - since).days, 0),
    )
