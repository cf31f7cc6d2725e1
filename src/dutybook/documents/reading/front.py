"""The front of a response: its title, the inspection it answers, and the report's summary."""

import re
from datetime import date

from dutybook.documents.reading.dates import day_printed
from dutybook.documents.reading.landmarks import who_responds
from dutybook.documents.reading.model import InspectionAsPrinted, Passage
from dutybook.documents.reading.segments import Segment, groups_of, source_lines
from dutybook.documents.reading.source import Line

_QUOTED = re.compile(r"(?:^|(?<=[\s(]))['‘\"“](.{12,300})['’\"”](?=[\s),.]|$)")
_INSPECTORATE = re.compile(r"\b(HMICFRS|HMIC)\b")
_COUNTED = re.compile(r"\b(?:makes?|made|contains?|with)\s+(\d{1,3})\s+recommendations\b", re.I)


class FrontReading:
    """The front of the document, gathered segment by segment.

    Each ``take_...`` answers whether it could place the segment; what it could not stays with the
    caller.
    """

    def __init__(self) -> None:
        self._response_title: str | None = None
        self._labelled: dict[str, str] = {}
        self._summary: list[Passage] = []
        self._lines: list[Line] = []

    def take_title(self, segment: Segment) -> bool:
        """The title of the response itself, if the segment is one and there is none yet."""
        if self._response_title is not None or who_responds(segment.words) is None:
            return False
        self._response_title = segment.words
        self._lines.extend(segment.lines)
        return True

    def take_label(self, segment: Segment) -> bool:
        """A labelled line such as ``Published on: ...``; the first of each label only."""
        label = segment.landmark.value if segment.landmark else ""
        if not segment.rest or label in self._labelled:
            return False
        self._labelled[label] = segment.rest
        self._lines.extend(segment.lines)
        return True

    def take_heading(self, line: Line) -> None:
        self._lines.append(line)

    def take_summary(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """Paragraphs of the summary; answers the lines that are no paragraph of it."""
        strays: list[Line] = []
        for group in groups_of(lines):
            if group.stray:
                strays.extend(group.lines)
            else:
                self._summary.extend(group.passages)
                self._lines.extend(group.lines)
        return tuple(strays)

    def finish(self) -> InspectionAsPrinted:
        heading = self._response_title or ""
        published = self._labelled.get("published")
        types = self._labelled.get("types")
        title = self._labelled.get("title")
        quoted = _QUOTED.search(heading)
        other = quoted[1] if quoted else None
        if title is None:
            title, other = other, None
        inspectorate = _INSPECTORATE.search(heading)
        return InspectionAsPrinted(
            response_title=self._response_title,
            answered_by=who_responds(heading),
            title=title,
            other_titles=(other,) if other and _differ(other, title) else (),
            inspectorate=inspectorate[1] if inspectorate else None,
            published=_day(published),
            published_as_printed=published,
            types=_listed(types),
            types_as_printed=types,
            scope=self._labelled.get("scope"),
            recommendation_count=_counted(self._summary),
            summary=tuple(self._summary),
            lines=source_lines(self._lines),
        )


def _day(printed: str | None) -> date | None:
    return day_printed(printed) if printed else None


def _differ(one: str, other: str | None) -> bool:
    return other is None or one.casefold() != other.casefold()


def _listed(printed: str | None) -> tuple[str, ...]:
    """``A, B and C`` as its members; the last ``and`` joins, any other belongs to a name."""
    if not printed:
        return ()
    *before, last = printed.rstrip(".").split(", ")
    return (*before, *last.rsplit(" and ", 1))


def _counted(summary: list[Passage]) -> int | None:
    """How many recommendations the summary says the report makes, if it says one number."""
    numbers = {int(found[1]) for p in summary for found in _COUNTED.finditer(p.text)}
    return numbers.pop() if len(numbers) == 1 else None
