"""Every kind of thing that is said of a person: its table, its own fields, and how it is found.

One row here serves the actions, the search, the pages and the loading alike.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dutybook.ledger.checks import Problems
from dutybook.records.people import checks, models
from dutybook.records.people.keys import code_key, day_key, name_keys, phone_key, place_keys
from dutybook.records.people.models import (
    address,
    birth,
    contact,
    description,
    flag,
    identifier,
    involvement,
    link,
    person_name,
    workplace,
)

Values = Mapping[str, Any]
COMMON = ("from_day", "until_day", "source", "is_opinion")


def _no_keys(_values: Values) -> set[str]:
    return set()


@dataclass(frozen=True)
class FactKind:
    """One kind. `fields` are its own columns with what an unanswered one holds.

    `check` tidies values and adds to the problems; `keys` gives what the search stores; `says`
    is one line about it; `first` tells whether it is what names the person best.
    `kept_by_record` names a column and its choices that a person's own record says itself.
    """

    key: str
    model: type[models.PersonFact]
    title: str
    plural: str
    fields: Mapping[str, Any]
    check: Callable[[Problems, dict[str, Any], date], dict[str, Any]]
    says: Callable[[Values], str]
    keys: Callable[[Values], set[str]] = _no_keys
    first: Callable[[Values], bool] = lambda _values: False
    kept_by_record: tuple[str, tuple[str, ...]] | None = None

    @property
    def is_found(self) -> bool:
        """Whether the search knows this kind."""
        return self.keys is not _no_keys

    def is_kept_by_record(self, values: Values) -> bool:
        """Whether it is part of who a record is about, when said there of its own person; the
        record's room then keeps it."""
        if self.kept_by_record is None:
            return False
        column, choices = self.kept_by_record
        return values[column] in choices


def _words(pairs: Any, code: str) -> str:
    return dict(pairs).get(code, code)


def _contact_keys(values: Values) -> set[str]:
    key = phone_key(values["value"]) if values["means"] == "phone" else code_key(values["value"])
    return {key}


def _day(value: Any) -> date:
    """A day, also as JSON writes it."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def _said_place(values: Values) -> str:
    return ", ".join(part for part in (values["place"], values["postcode"]) if part)


def _said(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


_LISTED = (
    FactKind(
        "name", models.PersonName, "Name", "Names",
        {"kind": "", "name": ""},
        checks.name,
        lambda values: values["name"],
        lambda values: name_keys(values["name"]),
        lambda values: values["kind"] == "current",
        ("kind", ("current",)),
    ),
    FactKind(
        "identifier", models.Identifier, "Number", "Numbers",
        {"scheme": "", "value": "", "matched": ""},
        checks.number,
        lambda values: f"{_words(identifier.SCHEMES, values['scheme'])} {values['value']}",
        lambda values: {f"#{values['matched']}"},
        kept_by_record=("scheme", ("national_register", "case")),
    ),
    FactKind(
        "birth", models.Birth, "Date of birth", "Dates of birth",
        {"born": None, "standing": ""},
        checks.born,
        lambda values: f"{_day(values['born']):%-d %B %Y}",
        lambda values: {day_key(_day(values["born"]))},
        lambda values: values["standing"] in ("recorded", "verified"),
        ("standing", ("recorded",)),
    ),
    FactKind(
        "address", models.Address, "Address", "Addresses",
        {"residence": "", "place": "", "postcode": ""},
        checks.place,
        _said_place,
        lambda values: place_keys(_said_place(values)),
        lambda values: values["residence"] == "main",
    ),
    FactKind(
        "contact", models.Contact, "Phone, e-mail or online identity", "Phones and online",
        {"means": "", "value": "", "service": ""},
        checks.reached,
        lambda values: _said(values["value"], values["service"]),
        _contact_keys,
    ),
    FactKind(
        "vehicle", models.Vehicle, "Vehicle", "Vehicles",
        {"mark": "", "description": ""},
        checks.vehicle,
        lambda values: _said(values["mark"], values["description"]),
        lambda values: {code_key(values["mark"])},
    ),
    FactKind(
        "workplace", models.Workplace, "Place of work", "Work and study",
        {"occupation": "", "employer": "", "role": "", "with_children": None},
        checks.work,
        lambda values: _said(values["employer"], values["role"]),
    ),
    FactKind(
        "description", models.Description, "Description", "Descriptions",
        {"feature": "", "words": ""},
        checks.looks,
        lambda values: values["words"],
    ),
    FactKind(
        "flag", models.Flag, "Warning", "Warnings",
        {"signal": "", "detail": "", "verified_on": None},
        checks.warning,
        lambda values: _said(_words(flag.SIGNALS, values["signal"]), values["detail"]),
    ),
    FactKind(
        "involvement", models.Involvement, "Part in the record", "Part in the record",
        {"category": ""},
        checks.part,
        lambda values: _words(involvement.CATEGORIES, values["category"]),
    ),
    FactKind(
        "link", models.Link, "Linked person", "Linked people",
        {"other_id": None, "relation": "", "at_risk": False, "note": ""},
        checks.linked,
        lambda values: _words(link.RELATIONS, values["relation"]),
    ),
    FactKind(
        "document", models.HeldDocument, "Document held elsewhere", "Documents held elsewhere",
        {"title": "", "held_in": "", "reference": ""},
        checks.document,
        lambda values: f"{values['title']}: {values['held_in']}, {values['reference']}",
    ),
)  # fmt: skip

KINDS: Mapping[str, FactKind] = {kind.key: kind for kind in _LISTED}
"""Every kind by its key, in the order of the pages."""

SUBTITLES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "name": ("kind", dict(person_name.NAME_KINDS)),
    "birth": ("standing", dict(birth.STANDINGS)),
    "address": ("residence", dict(address.RESIDENCES)),
    "contact": ("means", dict(contact.MEANS)),
    "workplace": ("occupation", dict(workplace.OCCUPATIONS)),
    "description": ("feature", dict(description.FEATURES)),
}
"""The column whose choice names a fact of that kind more closely, with its words."""


def kind_of(model: type[models.PersonFact]) -> FactKind:
    """The kind whose facts a table holds."""
    return next(kind for kind in KINDS.values() if kind.model is model)


def values_of(kind: FactKind, fact: models.PersonFact) -> dict[str, Any]:
    """The own and common fields of a fact by name."""
    return {name: getattr(fact, name) for name in (*kind.fields, *COMMON)}
