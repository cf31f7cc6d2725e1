"""What one version of a response says otherwise than another, read from their open data."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that the two versions say differently; empty where a version does not say it.

    ``place`` is where it stands ("Recommendation 10, part 10a"), ``what`` which of its parts.
    """

    place: str
    what: str
    before: str
    after: str


def compare(before: str, after: str) -> tuple[Changed, ...]:
    """The differences between two versions in open data (JSON), in the order of the later one.

    What only the earlier version says comes last. The days of publication and of the figures
    are no difference: they are told beside the list.
    """
    earlier, later = _said(json.loads(before)), _said(json.loads(after))
    places = [*later, *(place for place in earlier if place not in later)]
    return tuple(
        Changed(*place, earlier.get(place, ""), later.get(place, ""))
        for place in places
        if earlier.get(place, "") != later.get(place, "")
    )


def _said(version: Mapping[str, Any]) -> dict[tuple[str, str], str]:
    """Everything that a version says, by where and what; parts that say nothing are left out."""
    parts = [*_of_the_whole(version)]
    for one in version["recommendations"]:
        place = f"Recommendation {one['number']}"
        parts += [(place, what, text) for what, text in of_a_recommendation(one)]
        for limb in one["limbs"]:
            there = f"{place}, part {limb['code']}"
            parts += [(there, what, text) for what, text in of_a_limb(limb)]
    return {(place, what): text for place, what, text in parts if text}


def _of_the_whole(version: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    place, statement, about = "The response", version["statement"], version["inspection"]
    yield place, "Inspection report", about["title"] or ""
    yield place, "Inspectorate", about["inspectorate"] or ""
    yield place, "Inspection types", ", ".join(about["types"])
    yield place, "Recommendations covered", about["scope"] or ""
    yield place, "Report published", _day(about["published"])
    yield place, "Local policing body", version["local_policing_body"] or ""
    yield place, "Office holder", version["office_holder"] or ""
    yield place, "Force", version["force"] or ""
    yield place, "Summary", _text(version["summary"])
    yield place, "Statement", _text(statement["text"])
    yield place, "Statement by", statement["name"] or ""
    yield place, "Their office", statement["office"] or ""
    yield place, "Notes", "\n".join(version["notes"])


def of_a_recommendation(one: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a recommendation in open data says, each part by its name; its limbs apart."""
    position, body = one["position"], one["commissioner"]
    yield "What is asked", _text(one["asked"])
    yield "For whom", one["addressee"] or ""
    yield "Deadline", _day(one["deadline"])
    yield "Deadline as printed", one["deadline_as_printed"] or ""
    yield "The force's position", _text(position["text"])
    yield "Signed by", position["signatory"] or ""
    yield "To be done by", position["end"] or ""
    yield "The policing body's own action, or why none", body["action_or_why_none"] or ""
    yield "Reply to the chief officer", body["reply_to_chief_officer"] or ""
    yield from _of_layers(one)
    for promise in one.get("promises", ()):  # releases before there were any do not have them
        yield f"Promise: {promise['what']}", _stands(promise)


def of_a_limb(limb: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What a limb in open data says, each part by its name."""
    yield "What is asked", limb["asked"]
    yield "What the records show", limb["finding"] or ""
    yield "Records tested against their files", limb.get("tested") or ""
    yield from _of_layers(limb)
    if not limb["numbers"]:
        yield "Figures", limb["figures"] or ""
    for one in limb["numbers"]:
        yield one["title"], figure_in_words(one)


def _of_layers(said_of: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for said in said_of.get("layers", ()):  # nor did earlier releases have what others say
        words = f" {said['words']}" if said["words"] else ""
        yield said["layer"], f"{said['says']}, {_day(said['on'])}.{words}"


def figure_in_words(one: Mapping[str, Any]) -> str:
    """A figure of the open data without its day, which is another in every version."""
    if one["held_back"]:
        return f"Not given: {one['held_back']}"
    return (
        f"{one['shown']:,} of {one['of']:,} ({one['counts']}; {one['window']}); "
        f"{one['unknown']:,} unknown, {one['no_standard']:,} without a standard"
    )


def _stands(promise: Mapping[str, Any]) -> str:
    money = f"£{promise['amount']:,}, " if promise["amount"] is not None else ""
    on = f" on {_day(promise['on'])}" if promise["on"] else ""
    return f"{promise['whose']}, {money}by {_day(promise['by_when'])}: {promise['stands']}{on}"


def _text(passages: list[Mapping[str, str]]) -> str:
    return "\n".join(passage["text"] for passage in passages)


def _day(printed: str | None) -> str:
    return f"{date.fromisoformat(printed):%-d %B %Y}" if printed else ""
