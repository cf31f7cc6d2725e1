"""What may be said of a person, kind by kind: tidied, then held to what the tables allow."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dutybook.ledger.checks import Problems
from dutybook.records.people import identifiers
from dutybook.records.people.keys import bare_code, name_words, phone_key
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

Values = dict[str, Any]
Pairs = Iterable[tuple[str, str]]


def tidy(values: Values) -> Values:
    """Texts with single blanks, everything else as it came."""
    return {
        name: " ".join(value.split()) if isinstance(value, str) else value
        for name, value in values.items()
    }


def period(problems: Problems, values: Values, today: date) -> None:
    """When it held: no later than today, and not backwards."""
    first, last = values["from_day"], values["until_day"]
    for field, day in (("from_day", first), ("until_day", last)):
        if day is not None and not date(1900, 1, 1) <= day <= today:
            problems.add(field, "Enter a day between 1900 and today")
    if first is not None and last is not None and last < first:
        problems.add("until_day", "It cannot end before it began")
    problems.length("source", values["source"], 200)


def name(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "kind", values["kind"], person_name.NAME_KINDS)
    problems.filled("name", values["name"], "Enter the name", longest=160)
    if values["name"] and not name_words(values["name"]):
        problems.add("name", "A name holds at least one letter or figure")
    if values["is_opinion"]:
        problems.add("is_opinion", "A name is a fact: say in the source who uses it")
    return values


def number(problems: Problems, values: Values, today: date) -> Values:
    _code(problems, "scheme", values["scheme"], identifier.SCHEMES)
    problems.filled("value", values["value"], "Enter the number", longest=40)
    right = identifiers.written(values["scheme"], values["value"], today)
    if values["value"] and right is None:
        said = identifiers.WRONG.get(values["scheme"], "Enter at least one letter or figure")
        problems.add("value", said)
    right = right or ""
    return values | {"value": right, "matched": bare_code(right)}


def born(problems: Problems, values: Values, today: date) -> Values:
    if values["born"] is None:
        problems.add("born", "Enter the date of birth")
    problems.born("born", values["born"], today)
    _code(problems, "standing", values["standing"], birth.STANDINGS)
    return values


def place(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "residence", values["residence"], address.RESIDENCES)
    problems.filled("place", values["place"], "Enter the address or place", longest=300)
    problems.length("postcode", values["postcode"], 10)
    if values["residence"] == "main" and values["from_day"] is None:
        problems.add("from_day", "Enter since when this has been the main residence")
    return values | {"postcode": values["postcode"].upper()}


def reached(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "means", values["means"], contact.MEANS)
    value = values["value"]
    problems.filled("value", value, "Enter the number, address or name", longest=160)
    problems.length("service", values["service"], 80)
    if values["means"] == "phone" and value and not phone_key(value):
        problems.add("value", "Enter a phone number of at least six figures")
    if values["means"] == "email" and value and ("@" not in value or " " in value):
        problems.add("value", "Enter an e-mail address such as name@example.org")
    if values["means"] == "online" and value and not bare_code(value):
        problems.add("value", "Enter at least one letter or figure")
    return values


def vehicle(problems: Problems, values: Values, _today: date) -> Values:
    mark = bare_code(values["mark"])
    if not mark.isascii():
        problems.add("mark", "Enter the registration mark in letters and figures")
    problems.length("mark", mark, 12)
    problems.length("description", values["description"], 160)
    if not mark and not values["description"]:
        problems.add("mark", "Enter the registration mark, or say what the vehicle looks like")
    return values | {"mark": mark}


def work(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "occupation", values["occupation"], workplace.OCCUPATIONS)
    problems.filled("employer", values["employer"], "Enter the employer or place", longest=160)
    problems.length("role", values["role"], 160)
    return values


def looks(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "feature", values["feature"], description.FEATURES)
    problems.filled("words", values["words"], "Describe it", longest=1000)
    return values


def warning(problems: Problems, values: Values, today: date) -> Values:
    _code(problems, "signal", values["signal"], flag.SIGNALS)
    problems.length("detail", values["detail"], 500)
    day = values["verified_on"]
    if day is not None and not date(1990, 1, 1) <= day <= today:
        problems.add("verified_on", "Enter a day between 1990 and today")
    if values["signal"] == "other" and not values["detail"]:
        problems.add("detail", "Say what the warning is")
    return values


def part(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "category", values["category"], involvement.CATEGORIES)
    return values


def linked(problems: Problems, values: Values, _today: date) -> Values:
    _code(problems, "relation", values["relation"], link.RELATIONS)
    problems.length("note", values["note"], 500)
    return values


def document(problems: Problems, values: Values, _today: date) -> Values:
    problems.filled("title", values["title"], "Enter what the document is", longest=160)
    problems.filled("held_in", values["held_in"], "Enter where it is held", longest=120)
    problems.filled("reference", values["reference"], "Enter its reference there", longest=80)
    return values


def _code(problems: Problems, field: str, value: str, pairs: Pairs) -> None:
    if value not in {code for code, _ in pairs}:
        words = ", ".join(text for _, text in pairs)
        problems.add(field, f"Choose one of: {words}")
