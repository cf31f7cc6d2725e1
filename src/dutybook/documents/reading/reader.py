"""A published response read from the bytes of a file.

The reader knows the form of such documents, not any one document: a front with labels, a summary,
recommendations as table rows or as prose, a statement. It divides the lines at the headings it
knows and gives every non-blank line to exactly one part. What it cannot place is given back as
unplaced, never guessed.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from dutybook.documents.reading.errors import ReadingError
from dutybook.documents.reading.front import FrontReading
from dutybook.documents.reading.furniture import is_only_markup, is_page_number, page_headers
from dutybook.documents.reading.model import (
    Furniture,
    PublishedResponse,
    RecommendationAsPrinted,
)
from dutybook.documents.reading.observations import observations
from dutybook.documents.reading.pdf_file import is_pdf, pdf_text
from dutybook.documents.reading.recommendations import read_prose, read_table_row
from dutybook.documents.reading.segments import Segment, segments_of, source_lines
from dutybook.documents.reading.source import (
    AS_TEXT,
    Line,
    ReadLines,
    check_size,
    decode,
    load_bytes,
    text_lines,
)
from dutybook.documents.reading.statement import read_statement
from dutybook.documents.reading.web_page import is_web_page, web_page_lines
from dutybook.documents.reading.word_file import is_word_file, word_lines

_WITHIN_RECOMMENDATION = frozenset({"text heading", "position heading"})


def load_published_response(path: Path) -> PublishedResponse:
    """Read the file at ``path``: UTF-8 text, a web page, a Word document or a PDF; at most 5 MB.

    Raises ReadingError, with what, where and what to do, if it cannot be read.
    """
    return read_published_response(load_bytes(path), name=str(path))


def read_published_response(data: bytes, *, name: str) -> PublishedResponse:
    """Read the bytes of a published response. ``name`` is what messages call the file.

    The same bytes always give an equal result. Raises ReadingError for an empty, damaged, too
    large or otherwise unreadable file.
    """
    found = _lines_of(data, name)
    written = [line for line in found.lines if not line.blank]
    if not written:
        raise ReadingError(what="the file holds no words.", where=f"{name}, line 1", remedy=AS_TEXT)
    reading = _Reading(found, written)
    reading.divide()
    return reading.result()


def _lines_of(data: bytes, name: str) -> ReadLines:
    """The lines of a file of any kind that is read; only a PDF knows of running words."""
    check_size(data, name=name)
    if is_pdf(data):
        return pdf_text(data, name=name)
    if is_word_file(data):
        return ReadLines(word_lines(data, name=name))
    text = decode(data, name=name)
    lines = web_page_lines(text, name=name) if is_web_page(text) else text_lines(text)
    return ReadLines(lines)


class _Reading:
    """One pass over the segments; ``_zone`` is the method that takes ordinary segments now."""

    def __init__(self, found: ReadLines, written: Sequence[Line]) -> None:
        self._written = [line for line in written if line.place not in found.running]
        self._furniture: list[tuple[str, tuple[Line, ...]]] = []
        self._unplaced: list[Line] = []
        self._front = FrontReading()
        self._recommendations: list[RecommendationAsPrinted] = []
        self._statement_headings: list[Line] = []
        self._statement: list[Segment] = []
        self._start: Segment | None = None
        self._body: list[Segment] = []
        self._zone = "front"
        self._furniture.extend(
            ("page header", (line,)) for line in written if line.place in found.running
        )
        self._segments = segments_of(found.lines, aside=self._set_aside() | found.running)

    def _set_aside(self) -> frozenset[int]:
        """The places of the lines that are page furniture, which is noted."""
        headers = page_headers(self._written)
        self._furniture.extend(("page header", header) for header in headers)
        aside = {line.place for header in headers for line in header}
        for line in self._written:
            if line.place in aside:
                continue
            if is_page_number(line):
                self._furniture.append(("page number", (line,)))
                aside.add(line.place)
            elif is_only_markup(line):
                self._furniture.append(("markup", (line,)))
                aside.add(line.place)
        return frozenset(aside)

    def divide(self) -> None:
        for segment in self._segments:
            kind = segment.landmark.kind if segment.landmark else None
            if kind is None or (kind in _WITHIN_RECOMMENDATION and self._zone == "prose"):
                self._take_ordinary(segment)
            else:
                self._take_landmark(kind, segment)
        self._close_recommendation()

    def _take_ordinary(self, segment: Segment) -> None:
        if self._zone == "prose":
            self._body.append(segment)
        elif self._zone == "statement":
            self._statement.append(segment)
        elif self._zone == "summary":
            self._unplaced.extend(self._front.take_summary(segment.lines))
        elif self._zone != "front" or not self._front.take_title(segment):
            self._unplaced.extend(segment.lines)

    def _take_landmark(self, kind: str, segment: Segment) -> None:
        if kind == "label":
            if self._begun or not self._front.take_label(segment):
                self._unplaced.extend(segment.lines)
            return
        if kind in _WITHIN_RECOMMENDATION:
            self._unplaced.extend(segment.lines)
            return
        if kind == "recommendation" and self._zone == "statement" and self._answered(segment):
            # The commissioner's own remark on a recommendation, not its text again.
            self._take_ordinary(Segment(None, segment.lines))
            return
        self._close_recommendation()
        if kind == "recommendation":
            self._take_recommendation(segment)
        elif kind == "column headings":
            self._take_heading(segment, "column headings", "recommendations")
        elif kind == "recommendations heading":
            self._take_heading(segment, "section heading", "recommendations")
        elif kind == "summary heading":
            self._front.take_heading(segment.lines[0])
            self._zone = "summary"
            self._take_following(segment)
        else:
            self._statement_headings.append(segment.lines[0])
            self._zone = "statement"
            self._take_following(segment)

    @property
    def _begun(self) -> bool:
        """Whether the recommendations have begun, and the front is over."""
        return bool(self._recommendations) or self._start is not None

    def _answered(self, segment: Segment) -> bool:
        number = segment.landmark.value if segment.landmark else ""
        return any(str(r.number) == number for r in self._recommendations)

    def _take_heading(self, segment: Segment, kind: str, zone: str) -> None:
        self._furniture.append((kind, segment.lines[:1]))
        self._zone = zone
        self._take_following(segment)

    def _take_following(self, segment: Segment) -> None:
        """The lines that stand under a heading without a blank line between."""
        if len(segment.lines) > 1:
            self._take_ordinary(Segment(None, segment.lines[1:]))

    def _take_recommendation(self, segment: Segment) -> None:
        if "\t" in segment.joined.strip():
            reading = read_table_row(segment)
            if reading.recommendation:
                self._recommendations.append(reading.recommendation)
            self._unplaced.extend(reading.unplaced)
            self._zone = "recommendations"
        else:
            self._start = segment
            self._zone = "prose"

    def _close_recommendation(self) -> None:
        if self._start is None:
            return
        reading = read_prose(self._start, self._body)
        if reading.recommendation:
            self._recommendations.append(reading.recommendation)
        self._unplaced.extend(reading.unplaced)
        self._start = None
        self._body = []

    def result(self) -> PublishedResponse:
        statement, strays = read_statement(self._statement_headings, self._statement)
        bare = PublishedResponse(
            inspection=self._front.finish(),
            recommendations=tuple(self._recommendations),
            statement=statement,
            furniture=_in_order(self._furniture),
            unplaced=source_lines([*self._unplaced, *strays]),
            warnings=(),
        )
        return PublishedResponse(
            inspection=bare.inspection,
            recommendations=bare.recommendations,
            statement=bare.statement,
            furniture=bare.furniture,
            unplaced=bare.unplaced,
            warnings=observations(bare, self._written),
        )


def _in_order(furniture: Iterable[tuple[str, tuple[Line, ...]]]) -> tuple[Furniture, ...]:
    ordered = sorted(furniture, key=lambda piece: piece[1][0].place)
    return tuple(Furniture(kind, source_lines(lines)) for kind, lines in ordered)
