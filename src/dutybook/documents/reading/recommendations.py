"""One recommendation: what was asked told apart from what the force says.

In a table the two stand in two cells. In prose the text comes first, with its list, and the
position after it. Where the form does not tell them apart the lines are left unplaced.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dutybook.documents.reading.dates import DAY_PATTERN, day_printed
from dutybook.documents.reading.markup import passages_of, strip_markup
from dutybook.documents.reading.model import (
    NO_END_DATE_GIVEN,
    SIGNATORY_NOT_STATED,
    Passage,
    Passages,
    PrintedForm,
    RecommendationAsPrinted,
    plain_text,
)
from dutybook.documents.reading.segments import (
    Group,
    Segment,
    groups_of,
    source_lines,
)
from dutybook.documents.reading.source import Line

_NUMBER = re.compile(r"^recommendation\s+\d{1,3}\s*[:.–—-]?\s*", re.IGNORECASE)
_BY_A_DAY = re.compile(rf"\bby\s+({DAY_PATTERN}|\d{{4}}-\d\d-\d\d)", re.IGNORECASE)
_OTHER_TIME = re.compile(
    r"(?:by\s+((?:the\s+end\s+of\s+)?[^,.;:]{3,40})"
    r"|((?:before|within|no later than)\s+[^,.;:]{3,60}|immediately|with immediate effect))[,:]",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:should|must)\b", re.IGNORECASE)
_UNFINISHED = re.compile(r"(?:[:;]|[;,] (?:and|or))$", re.IGNORECASE)

# Words that certify, and words that name who does.
_CERTIFIES = re.compile(r"\bself[- ]certif|\bcertif(?:y|ied)\b|\bsigned off\b", re.IGNORECASE)
_SIGNED_BY = re.compile(
    r"\b(?:certified|signed off|signed)\s+(?:as \w+ )?by\s+(?:the\s+|our\s+)?"
    r"([A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*)"
)
# Words that speak of work not finished, and what gives it an end.
_ONGOING = re.compile(
    r"\bongoing\b|\bon-going\b|\bcontinu(?:e|es|ing)\b|\bdeferred\b|\blater in the year\b"
    r"|\bin due course\b|\bin progress\b|\bunder way\b|\bunderway\b|\bunder review\b"
    r"|\bwe are (?:\w+ )?\w+ing\b|\bwill be\b|\bplans? to\b",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_END_GIVEN = re.compile(rf"\b(?:\d{{1,2}}\w*\s+)?{_MONTH}\s+\d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b")


@dataclass(frozen=True, slots=True)
class RecommendationReading:
    """A recommendation read, and the lines of its stretch that could not be placed."""

    recommendation: RecommendationAsPrinted | None
    unplaced: tuple[Line, ...] = ()


def read_table_row(start: Segment) -> RecommendationReading:
    """A row of two cells: description and update. Any other number of cells stays unplaced."""
    cells = [cell.strip() for cell in start.joined.split("\t")]
    while len(cells) > 2 and not cells[-1]:
        cells.pop()
    if len(cells) != 2 or not _NUMBER.match(strip_markup(cells[0])):
        return RecommendationReading(None, unplaced=start.lines)
    text = _without_number(passages_of(cells[0]))
    position = passages_of(cells[1])
    return RecommendationReading(
        _recommendation(start, text=text, position=position, form="table", lines=start.lines)
    )


def read_prose(start: Segment, body: Sequence[Segment]) -> RecommendationReading:
    """A heading, then the text, then the position, each in its own paragraphs."""
    stretch = _Stretch()
    stretch.begin(start)
    for segment in body:
        if segment.landmark is None:
            stretch.take(groups_of(segment.lines))
        else:
            stretch.headed(segment)
    stretch.finish()
    read = _recommendation(
        start,
        text=tuple(stretch.text),
        position=tuple(stretch.position),
        form="prose",
        lines=stretch.placed,
    )
    return RecommendationReading(read, tuple(stretch.unplaced))


class _Stretch:
    """The paragraphs of one recommendation in prose, told apart as they come."""

    def __init__(self) -> None:
        self.text: list[Passage] = []
        self.position: list[Passage] = []
        self.placed: list[Line] = []
        self.unplaced: list[Line] = []
        self._held: list[Group] = []
        self._under: list[Passage] | None = None
        self._lost = False

    def begin(self, start: Segment) -> None:
        """Take the heading, and what follows the number on its own line as text."""
        if start.landmark is None or not start.landmark.rest:
            self.placed.append(start.lines[0])
            self.take(groups_of(start.lines[1:]))
            return
        first, *others = groups_of(start.lines)
        self.text.extend(_without_number(first.passages))
        self.placed.extend(first.lines)
        self.take(others)

    def headed(self, segment: Segment) -> None:
        """Take a heading inside the recommendation, which says what its paragraphs are."""
        heading = segment.landmark
        self._under = self.text if heading and heading.kind == "text heading" else self.position
        self._lost = False
        self.placed.append(segment.lines[0])
        self.take(groups_of(segment.lines[1:]))

    def take(self, groups: Iterable[Group]) -> None:
        for group in groups:
            part = self._part_for(group)
            if part is not None:
                self._place(group, part)
            elif self.text and self._under is None and not self.position and not self._lost:
                self._held.append(group)
            else:
                self.unplaced.extend(group.lines)

    def finish(self) -> None:
        """Settle the scraps that stood where a position should: one alone is the position."""
        if len(self._held) == 1 and not self.position:
            self._place(self._held.pop(), self.position)
        self.unplaced.extend(line for group in self._held for line in group.lines)

    def _place(self, group: Group, part: list[Passage]) -> None:
        self.placed.extend(group.lines)
        for passage in group.passages:
            part.append(self._as_item_if_listed(passage, part))

    def _part_for(self, group: Group) -> list[Passage] | None:
        if self._lost or not group.passages:
            return None
        if self._under is not None:
            return None if group.stray else self._under
        if self.position:
            return None if group.stray else self.position
        first = group.passages[0]
        if not self.text:
            return self.text if _asks(first) else None
        if first.kind == "item" or (_BY_A_DAY.match(first.text) and _asks(first)):
            return self.text
        return self._part_after_text(group, first)

    def _part_after_text(self, group: Group, first: Passage) -> list[Passage] | None:
        last = self.text[-1].text
        if last.endswith(":") and not _UNFINISHED.search(first.text):
            # A list was announced and none followed: where the text ends cannot be told.
            self._lost = True
            return None
        if _UNFINISHED.search(last):
            return self.text
        return None if group.stray else self.position

    def _as_item_if_listed(self, passage: Passage, part: list[Passage]) -> Passage:
        """A list that lost its bullets is still told by its semicolons."""
        listed = part is self.text and bool(part) and _UNFINISHED.search(part[-1].text)
        return Passage("item", passage.text) if listed else passage


def _asks(passage: Passage) -> bool:
    return bool(_ASKS.search(passage.text) or _BY_A_DAY.match(passage.text))


def _without_number(passages: Passages) -> Passages:
    """The passages of a recommendation's first lines, less their "Recommendation N"."""
    first, *others = passages
    words = _NUMBER.sub("", first.text)
    kept = (Passage(first.kind, words),) if words else ()
    return (*kept, *others)


def _recommendation(
    start: Segment,
    *,
    text: Passages,
    position: Passages,
    form: PrintedForm,
    lines: Iterable[Line],
) -> RecommendationAsPrinted:
    as_printed = deadline_printed(text)
    claimed = plain_text(position)
    return RecommendationAsPrinted(
        number=int(start.landmark.value if start.landmark else 0),
        deadline_as_printed=as_printed,
        deadline=day_printed(as_printed) if as_printed else None,
        text=text,
        position=position,
        signatory=_signatory(claimed),
        end=_end(claimed),
        printed_form=form,
        lines=source_lines(lines),
    )


def deadline_printed(text: Passages) -> str | None:
    """The deadline in the words of the recommendation: a day, or another time as printed."""
    whole = " ".join(p.text for p in text)
    day = _BY_A_DAY.search(whole)
    if day:
        return day[1]
    other = _OTHER_TIME.match(whole)
    return (other[1] or other[2]) if other else None


def _signatory(position: str) -> str | None:
    """Who certifies, as printed; that nobody is named; or None, where nothing is certified."""
    signed = _SIGNED_BY.search(position)
    if signed:
        return signed[1]
    return SIGNATORY_NOT_STATED if _CERTIFIES.search(position) else None


def _end(position: str) -> str | None:
    endless = _ONGOING.search(position) and not _END_GIVEN.search(position)
    return NO_END_DATE_GIVEN if endless else None
