"""Inspections loaded from their descriptions, each one checked before it is used."""

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TypeVar

from dutybook.documents.inspections.fields import Fields, InspectionError, parse_object
from dutybook.documents.inspections.model import (
    Counts,
    Inspection,
    InspectionRecommendation,
    Limb,
    ShownBy,
)
from dutybook.documents.reading.dates import day_printed

FORMAT = "dutybook-inspection/1"
"""What a description says that it is; one that says nothing is taken for it."""

APRIL_2026 = "hmicfrs-2026-04-online-child-abuse-and-offender-management"

Choice = TypeVar("Choice", bound=StrEnum)

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@cache
def shipped_inspections() -> tuple[Inspection, ...]:
    """The inspections that come with the product, by key."""
    folder = files(__package__).joinpath("data")
    found = [
        load_inspection(entry.read_bytes(), name=entry.name)
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".json")
    ]
    return tuple(found)


def shipped_inspection(key: str) -> Inspection:
    """The shipped inspection of that key. Raises KeyError, naming those there are."""
    by_key = {inspection.key: inspection for inspection in shipped_inspections()}
    if key not in by_key:
        raise KeyError(f"no inspection {key!r}; there are: {', '.join(by_key)}")
    return by_key[key]


def load_inspection(data: bytes, *, name: str) -> Inspection:
    """An inspection from the bytes of its JSON description.

    Raises InspectionError, which says what is wrong, where in the file, and what to do.
    """
    fields = parse_object(data, name=name)
    written_as = fields.optional_text("format")
    if written_as not in (None, FORMAT):
        raise InspectionError(
            what=f"the format is {written_as!r}.",
            where=name,
            remedy=f"This reads {FORMAT!r}; see docs/inspection-format.md.",
        )
    key = fields.text("key")
    if not _KEY.fullmatch(key):
        raise InspectionError(
            what=f"the key {key!r} is not made of small letters, digits and hyphens.",
            where=name,
            remedy="Write it like hmicfrs-2026-04-subject.",
        )
    count = fields.number("recommendation_count")
    inspection = Inspection(
        key=key,
        version=fields.number("version"),
        inspectorate=fields.text("inspectorate"),
        title=fields.text("title"),
        other_titles=fields.texts("other_titles"),
        published=fields.day("published"),
        types=fields.texts("types"),
        scope=fields.text("scope"),
        source=fields.text("source"),
        recommendations=tuple(_recommendation(r) for r in fields.objects("recommendations")),
    )
    fields.finish()
    _check_numbers(inspection, count, name=name)
    return inspection


def _recommendation(fields: Fields) -> InspectionRecommendation:
    number = fields.number("number")
    fields.where += f" (recommendation {number})"
    if not fields.truth("text_available"):
        fields.finish()
        return InspectionRecommendation(number)
    loaded = InspectionRecommendation(
        number=number,
        title=fields.text("title"),
        addressees=fields.texts("addressees"),
        deadline_as_printed=fields.text("deadline_as_printed"),
        deadline=fields.day("deadline"),
        deadline_note=fields.optional_text("deadline_note"),
        limbs=tuple(_limb(limb) for limb in fields.objects("limbs")),
    )
    fields.finish()
    if day_printed(loaded.deadline_as_printed or "") != loaded.deadline:
        raise InspectionError(
            what=f"the deadline {loaded.deadline} is not the day printed, "
            f"{loaded.deadline_as_printed!r}.",
            where=fields.where,
            remedy="Make the two the same day; a doubt belongs in deadline_note.",
        )
    _check_limb_keys(loaded, where=fields.where)
    return loaded


def _limb(fields: Fields) -> Limb:
    limb = Limb(
        key=fields.text("key"),
        title=fields.text("title"),
        asked=fields.text("asked"),
        shown_by=_one_of(ShownBy, fields, "shown_by"),
        how=fields.text("how"),
        duties=fields.texts("duties"),
        counts=_one_of(Counts, fields, "counts", otherwise=Counts.MET),
    )
    fields.finish()
    if limb.duties and limb.shown_by is ShownBy.NOT_FROM_THIS_SYSTEM:
        raise InspectionError(
            what=f"limb {limb.key} names duties, but is not shown from this system.",
            where=fields.where,
            remedy="Take the duties out, or let records show it.",
        )
    return limb


def _one_of(
    choices: type[Choice], fields: Fields, name: str, *, otherwise: Choice | None = None
) -> Choice:
    """The choice that a field names; `otherwise` where the field may be left out and is."""
    written = fields.text(name) if otherwise is None else fields.optional_text(name)
    if written is None and otherwise is not None:
        return otherwise
    if written not in list(choices):
        raise InspectionError(
            what=f"{name!r} is {written!r}.",
            where=fields.where,
            remedy=f"Write one of: {', '.join(choices)}.",
        )
    return choices(written)


def _check_limb_keys(recommendation: InspectionRecommendation, *, where: str) -> None:
    expected = [f"{recommendation.number}{chr(97 + n)}" for n in range(len(recommendation.limbs))]
    found = [limb.key for limb in recommendation.limbs]
    if not found or found != expected:
        raise InspectionError(
            what=f"the limbs are {', '.join(found) or 'none'}; "
            f"they should be {', '.join(expected) or 'at least one'}.",
            where=where,
            remedy="Number them with the recommendation's number and a, b, c in order.",
        )


def _check_numbers(inspection: Inspection, count: int, *, name: str) -> None:
    numbers = [r.number for r in inspection.recommendations]
    if numbers != list(range(1, count + 1)):
        raise InspectionError(
            what=f"the recommendations are {numbers}; they should be 1 to {count}, each once.",
            where=f"{name}, recommendations",
            remedy='Add what is missing with "text_available": false, in order.',
        )
