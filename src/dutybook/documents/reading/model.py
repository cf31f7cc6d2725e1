"""What a reading gives: the published words, and which lines of the file hold them.

Every value is as printed, with markup and layout taken off. Every part carries the lines that it
came from, so that a reader can check that each non-blank line stands in exactly one part.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

NOT_MAPPED = "not mapped"
SIGNATORY_NOT_STATED = "signatory not stated"
NO_END_DATE_GIVEN = "no end date given"

PassageKind = Literal["paragraph", "item"]
PrintedForm = Literal["table", "prose"]


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One non-blank line: its number in the file (from 1), and its words without markup."""

    number: int
    text: str

    def to_json(self) -> dict[str, object]:
        return {"line": self.number, "text": self.text}


SourceLines = tuple[SourceLine, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or a list item, as plain text on one line."""

    kind: PassageKind
    text: str


Passages = tuple[Passage, ...]


def plain_text(passages: Passages) -> str:
    """The passages as lines of text; a list item's line begins with a hyphen."""
    return "\n".join(f"- {p.text}" if p.kind == "item" else p.text for p in passages)


def passages_to_json(passages: Passages) -> list[dict[str, str]]:
    return [{"kind": p.kind, "text": p.text} for p in passages]


def lines_to_json(lines: SourceLines) -> list[dict[str, object]]:
    return [line.to_json() for line in lines]


@dataclass(frozen=True, slots=True)
class InspectionAsPrinted:
    """What the document says of the inspection it answers. None where it does not say."""

    response_title: str | None
    answered_by: str | None
    title: str | None
    other_titles: tuple[str, ...]
    inspectorate: str | None
    published: date | None
    published_as_printed: str | None
    types: tuple[str, ...]
    types_as_printed: str | None
    scope: str | None
    recommendation_count: int | None
    summary: Passages
    lines: SourceLines

    def to_json(self) -> dict[str, object]:
        return {
            "response_title": self.response_title,
            "answered_by": self.answered_by,
            "title": self.title,
            "other_titles": list(self.other_titles),
            "inspectorate": self.inspectorate,
            "published": self.published.isoformat() if self.published else None,
            "published_as_printed": self.published_as_printed,
            "types": list(self.types),
            "types_as_printed": self.types_as_printed,
            "scope": self.scope,
            "recommendation_count": self.recommendation_count,
            "summary": plain_text(self.summary),
            "summary_parts": passages_to_json(self.summary),
            "lines": lines_to_json(self.lines),
        }


@dataclass(frozen=True, slots=True)
class RecommendationAsPrinted:
    """One recommendation and what the force says of it, in the printed words.

    ``status`` stays *not mapped*: which state the words amount to is for a named person to say.
    ``signatory`` is who certifies, as printed, or that nobody is named; None where nothing is
    certified. ``end`` says so where unfinished work is given no end date, and is None elsewhere.
    """

    number: int
    deadline_as_printed: str | None
    deadline: date | None
    text: Passages
    position: Passages
    signatory: str | None
    end: str | None
    printed_form: PrintedForm
    lines: SourceLines
    status: str = NOT_MAPPED

    def to_json(self) -> dict[str, object]:
        return {
            "number": self.number,
            "deadline_as_printed": self.deadline_as_printed,
            "deadline": self.deadline.isoformat() if self.deadline else None,
            "text": plain_text(self.text),
            "text_parts": passages_to_json(self.text),
            "position": plain_text(self.position),
            "position_parts": passages_to_json(self.position),
            "status": self.status,
            "signatory": self.signatory,
            "end": self.end,
            "printed_form": self.printed_form,
            "lines": lines_to_json(self.lines),
        }


@dataclass(frozen=True, slots=True)
class StatementAsPrinted:
    """The commissioner's own statement, with the name and office that it closes with."""

    text: Passages
    name: str | None
    office: str | None
    lines: SourceLines

    def to_json(self) -> dict[str, object]:
        return {
            "text": plain_text(self.text),
            "text_parts": passages_to_json(self.text),
            "name": self.name,
            "office": self.office,
            "lines": lines_to_json(self.lines),
        }


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines of layout that say nothing of their own: a page header, a column heading."""

    kind: str
    lines: SourceLines

    def to_json(self) -> dict[str, object]:
        return {"kind": self.kind, "lines": lines_to_json(self.lines)}


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something a person should look at. ``lines`` are line numbers; they are held elsewhere."""

    kind: str
    message: str
    lines: tuple[int, ...] = ()

    def to_json(self) -> dict[str, object]:
        return {"kind": self.kind, "message": self.message, "line_numbers": list(self.lines)}


@dataclass(frozen=True, slots=True)
class PublishedResponse:
    """A published response, read. Each non-blank line of the file stands in exactly one part."""

    inspection: InspectionAsPrinted
    recommendations: tuple[RecommendationAsPrinted, ...]
    statement: StatementAsPrinted
    furniture: tuple[Furniture, ...]
    unplaced: SourceLines
    warnings: tuple[ReadingWarning, ...]

    def lines_by_key(self) -> dict[str, SourceLines]:
        """The lines that each key of :meth:`to_json` holds; warnings hold none."""
        return {
            "inspection": self.inspection.lines,
            "recommendations": tuple(li for r in self.recommendations for li in r.lines),
            "statement": self.statement.lines,
            "furniture": tuple(li for f in self.furniture for li in f.lines),
            "unplaced": self.unplaced,
        }

    def to_json(self) -> dict[str, object]:
        """Plain values for ``json.dumps``; dates are ISO 8601, absent values are null."""
        return {
            "inspection": self.inspection.to_json(),
            "recommendations": [r.to_json() for r in self.recommendations],
            "statement": self.statement.to_json(),
            "furniture": [f.to_json() for f in self.furniture],
            "unplaced": lines_to_json(self.unplaced),
            "warnings": [w.to_json() for w in self.warnings],
        }
