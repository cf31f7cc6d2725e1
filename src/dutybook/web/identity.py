"""What is said of a person as the pages show it: kind by kind, what stands apart from the past."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dutybook.records.people.kinds import KINDS, SUBTITLES
from dutybook.records.people.queries import PROTECTED, PersonPage, Said
from dutybook.web.wording import day


@dataclass(frozen=True)
class Line:
    """One thing said, in words; `other_id` leads to a linked person who may be seen."""

    kind: str
    fact_id: int
    text: str
    notes: tuple[str, ...]
    is_opinion: bool
    is_past: bool
    is_warning: bool
    version: int
    may_change: bool
    other_id: int | None


@dataclass(frozen=True)
class Section:
    """One kind: what stands, then what no longer does."""

    key: str
    title: str
    one: str
    standing: tuple[Line, ...]
    past: tuple[Line, ...]


def sections(page: PersonPage, today: date, *, every: bool = True) -> list[Section]:
    """The kinds in order; without `every`, those of which something is said."""
    made = []
    for key, kind in KINDS.items():
        lines = [_line(one, page.others, today) for one in page.said.get(key, ())]
        if lines or every:
            standing = tuple(line for line in lines if not line.is_past)
            past = tuple(line for line in lines if line.is_past)
            made.append(Section(key, kind.plural, kind.title, standing, past))
    return made


def warnings(page: PersonPage, today: date) -> list[str]:
    """The warnings that stand, each in a line."""
    return [one.line for one in page.said.get("flag", ()) if not one.is_past(today)]


def _line(one: Said, others: Mapping[int, str], today: date) -> Line:
    other = int(one.details["other_id"]) if one.kind == "link" else 0
    text = f"{others.get(other, PROTECTED)}: {one.line}" if other else one.line
    return Line(
        kind=one.kind,
        fact_id=one.fact_id,
        text=text,
        notes=tuple(_notes(one)),
        is_opinion=one.is_opinion,
        is_past=one.is_past(today),
        is_warning=one.kind == "flag" or bool(one.kind == "link" and one.details["at_risk"]),
        version=one.version,
        may_change=one.may_change and not one.kept_by_record,
        other_id=other if other in others else None,
    )


def _notes(one: Said) -> list[str]:
    notes = []
    if one.kind in SUBTITLES:
        column, words = SUBTITLES[one.kind]
        notes.append(words[one.details[column]])
    if one.kind == "flag":
        checked = one.details["verified_on"]
        notes.append(
            f"Last checked {day(date.fromisoformat(checked))}" if checked else "Never checked"
        )
    if one.kind == "link":
        notes += ["Child known at risk"] if one.details["at_risk"] else []
        notes += [one.details["note"]] if one.details["note"] else []
    if one.kind == "workplace" and one.details["with_children"]:
        notes.append("Children are there")
    notes += _period(one)
    if one.source:
        notes.append(f"Source: {one.source}")
    return notes


def _period(one: Said) -> list[str]:
    if one.from_day and one.until_day:
        return [f"{day(one.from_day)} to {day(one.until_day)}"]
    if one.from_day:
        return [f"Since {day(one.from_day)}"]
    return [f"Until {day(one.until_day)}"] if one.until_day else []
