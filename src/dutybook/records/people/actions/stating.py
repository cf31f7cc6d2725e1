"""Something is said of a person, said better, said to have ended, or taken back."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject
from dutybook.ledger.versions import standing
from dutybook.records.people import checks
from dutybook.records.people.actions.keeping import Stated, keep, keep_later, note, stated
from dutybook.records.people.kinds import COMMON, FactKind, values_of
from dutybook.records.people.models import Person, PersonFact
from dutybook.records.people.places import fact_to_change, kind_called, place_to_state

REPLACED = "Replaced by what was stated next"
OF_THE_RECORD = (
    "This is part of who the record is about. Change it there, under name, date of birth and "
    "reference"
)
_REPLACEABLE = {"address": ("residence", "main"), "name": ("kind", "current")}


@transaction.atomic
def state(
    *,
    by: Viewer,
    now: datetime,
    person_id: int,
    kind: str,
    values: Mapping[str, Any],
    replaces: bool = False,
) -> Stated:
    """Keep something new said of a person, in the record that `by` may write.

    `values` maps the kind's fields and `from_day`, `until_day`, `source`, `is_opinion`.
    `replaces` ends, the day before, the main residence or current name stated now. Raises
    `NotFound`, `NotAllowed`, or `InvalidInput` by field.
    """
    fact_kind = kind_called(kind)
    person, subject = place_to_state(by, person_id)
    checked = checked_values(fact_kind, values, local_day(now))
    _refuse_of_record(fact_kind, checked, person, subject)
    if replaces:
        _end_former(fact_kind, checked, person, subject, by=by, now=now)
    fact = keep(fact_kind, person, subject, by=by, now=now, values=checked)
    note(by, Operation.COLLECTION, [subject], f"person {kind}")
    return stated(fact)


@transaction.atomic
def correct(
    *,
    by: Viewer,
    now: datetime,
    person_id: int,
    kind: str,
    fact_id: int,
    seen_version: int,
    reason: str,
    values: Mapping[str, Any],
) -> Stated:
    """Keep a better version of something said; both stay. Raises `EditCollision` when somebody
    corrected it after `seen_version`, else what `state` raises."""
    fact_kind = kind_called(kind)
    fact, subject = fact_to_change(by, person_id, fact_kind, fact_id)
    _refuse_of_record(fact_kind, vars(fact), fact.person, subject)
    whole = {**values_of(fact_kind, fact), **values}
    checked = checked_values(fact_kind, whole, local_day(now))
    _refuse_of_record(fact_kind, checked, fact.person, subject)
    return _later(
        fact_kind, fact, subject, by=by, now=now, seen_version=seen_version, reason=reason,
        changes=checked,
    )  # fmt: skip


@transaction.atomic
def end(
    *,
    by: Viewer,
    now: datetime,
    person_id: int,
    kind: str,
    fact_id: int,
    seen_version: int,
    until_day: date,
    reason: str,
) -> Stated:
    """Say that something no longer holds: `until_day` is the last day on which it did."""
    fact_kind = kind_called(kind)
    fact, subject = fact_to_change(by, person_id, fact_kind, fact_id)
    _refuse_of_record(fact_kind, vars(fact), fact.person, subject)
    problems = Problems()
    told = {"from_day": fact.from_day, "until_day": until_day, "source": ""}
    checks.period(problems, told, local_day(now))
    problems.refuse_if_any()
    return _later(
        fact_kind, fact, subject, by=by, now=now, seen_version=seen_version, reason=reason,
        changes={"until_day": until_day},
    )  # fmt: skip


@transaction.atomic
def withdraw(
    *,
    by: Viewer,
    now: datetime,
    person_id: int,
    kind: str,
    fact_id: int,
    seen_version: int,
    reason: str,
) -> Stated:
    """Take back something keyed in error; what was known before stays known."""
    fact_kind = kind_called(kind)
    fact, subject = fact_to_change(by, person_id, fact_kind, fact_id)
    _refuse_of_record(fact_kind, vars(fact), fact.person, subject)
    return _later(
        fact_kind, fact, subject, by=by, now=now, seen_version=seen_version, reason=reason,
        withdrawn=True,
    )  # fmt: skip


def checked_values(kind: FactKind, values: Mapping[str, Any], today: date) -> dict[str, Any]:
    """Every field of the kind, tidied; raises `InvalidInput` by field."""
    beginning = {"from_day": None, "until_day": None, "source": "", "is_opinion": False}
    unknown = set(values) - {*kind.fields, *COMMON}
    if unknown:
        raise InvalidInput(dict.fromkeys(sorted(unknown), "There is no such field"))
    problems = Problems()
    whole = checks.tidy({**kind.fields, **beginning, **values})
    checks.period(problems, whole, today)
    checked = kind.check(problems, whole, today)
    for name, value in checked.items():
        if isinstance(value, str):
            problems.length(name, value, 1000)
    problems.refuse_if_any()
    return checked


def _refuse_of_record(
    kind: FactKind, values: Mapping[str, Any], person: Person, subject: Subject
) -> None:
    """What a person's own record says of itself is changed there, so that the two never part."""
    if person.subject_id == subject.pk and kind.is_kept_by_record(values):
        raise InvalidInput({"": OF_THE_RECORD})


def _later(
    kind: FactKind, fact: PersonFact, subject: Subject, *, by: Viewer, now: datetime, **change: Any
) -> Stated:
    later = keep_later(kind, fact, by=by, now=now, **change)
    note(by, Operation.ALTERATION, [subject], f"person {kind.key}")
    return stated(later)


def _end_former(
    kind: FactKind,
    values: Mapping[str, Any],
    person: Person,
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
) -> None:
    column, choice = _REPLACEABLE.get(kind.key, ("", ""))
    if not column or values[column] != choice or values["from_day"] is None:
        raise InvalidInput({"replaces": "Only a main residence or a current name with its first "
                            "day replaces another"})  # fmt: skip
    former = standing(kind.model).filter(
        Q(until_day=None) | Q(until_day__gte=values["from_day"]),
        person=person,
        subject=subject,
        **{column: choice},
    )
    last = values["from_day"] - timedelta(days=1)
    for fact in former:
        if fact.from_day is not None and fact.from_day > last:
            raise InvalidInput({"from_day": "What it would replace began on that day or later. "
                                "Correct that one instead"})  # fmt: skip
        keep_later(
            kind, fact, by=by, now=now, seen_version=fact.version, reason=REPLACED,
            changes={"until_day": last},
        )  # fmt: skip
