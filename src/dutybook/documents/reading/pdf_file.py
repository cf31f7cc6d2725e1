"""A PDF as lines of text, in the form that a plain text file has.

A line of print is a line; more white above it than within a paragraph is a blank one. A ruled table
gives one line for each row, with tabs between its cells. What is printed at the head or foot of
several pages is told apart, so that it does not stand in the middle of a sentence. The number of a
line is counted through the whole document from 1.
"""

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from dutybook.documents.reading.errors import ReadingError
from dutybook.documents.reading.markup import cell_of, starts_item, without_mark
from dutybook.documents.reading.source import AS_TEXT, Line, ReadLines

MOST_PAGES: Final = 300

_MARGIN: Final = 0.12
"""The share of a page's height, at its head and at its foot, in which running words stand."""
_GAP: Final = 0.6
"""White between two lines, in heights of a line, that parts two paragraphs."""


@dataclass(frozen=True)
class _Printed:
    """One line of print, or one row of a table, with its place on its page."""

    page: int
    top: float
    bottom: float
    raw: str
    is_marginal: bool
    is_row: bool = False

    @property
    def pattern(self) -> str:
        """The words with every number alike, as page numbers make them differ."""
        return re.sub(r"\d+", "#", self.raw)


def is_pdf(data: bytes) -> bool:
    return data.startswith(b"%PDF-")


def pdf_text(data: bytes, *, name: str) -> ReadLines:
    """The text of the document. Raises ReadingError for one that is damaged, locked or without
    text (a scan, say), or has too many pages."""
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise _refusal(name, f"the PDF has more than {MOST_PAGES} pages.")
            printed = [
                each
                for number, page in enumerate(document.pages, start=1)
                for each in _printed_on(page, number)
            ]
    except PdfminerException as problem:
        locked = isinstance(problem.args[0] if problem.args else None, PDFPasswordIncorrect)
        said = "is locked by a password" if locked else "is damaged"
        raise _refusal(name, f"the PDF {said} and cannot be opened.") from None
    if not printed:
        raise _refusal(name, "the PDF holds no text: it may be a scan.")
    return _laid_out(printed)


def _refusal(name: str, what: str) -> ReadingError:
    return ReadingError(what=what, where=name, remedy=AS_TEXT)


def _printed_on(page: Any, number: int) -> list[_Printed]:
    tables = page.find_tables()
    edge = page.height * _MARGIN
    found = [
        _Printed(number, row.bbox[1], row.bbox[3], _row(page, row), is_marginal=False, is_row=True)
        for table in tables
        for row in table.rows
    ]
    for line in page.extract_text_lines(return_chars=False):
        middle = (line["top"] + line["bottom"]) / 2
        if any(box[1] <= middle <= box[3] for box in (table.bbox for table in tables)):
            continue
        marginal = line["bottom"] <= edge or line["top"] >= page.height - edge
        found.append(_Printed(number, line["top"], line["bottom"], line["text"], marginal))
    return sorted((one for one in found if one.raw.strip()), key=lambda one: one.top)


def _row(page: Any, row: Any) -> str:
    """The cells of a ruled row, with tabs between them; a cell that is merged away is empty."""
    return "\t".join(_cell(page.crop(cell)) if cell else "" for cell in row.cells)


def _cell(area: Any) -> str:
    """The lines of a cell as its paragraphs and list items, as far as white and marks tell."""
    parts: list[tuple[bool, str]] = []
    bottom, height = 0.0, 0.0
    for line in area.extract_text_lines(return_chars=False):
        words, is_item = line["text"], starts_item(line["text"])
        if not parts or is_item or line["top"] - bottom > _GAP * height:
            parts.append((is_item, without_mark(words) if is_item else words))
        else:
            parts[-1] = (parts[-1][0], f"{parts[-1][1]} {words}")
        bottom, height = line["bottom"], line["bottom"] - line["top"]
    return cell_of(parts)


def _laid_out(printed: Sequence[_Printed]) -> ReadLines:
    again = Counter(one.pattern for one in printed if one.is_marginal)
    lines: list[Line] = []
    running: set[int] = set()
    before: _Printed | None = None
    for number, one in enumerate(printed, start=1):
        is_running = one.is_marginal and again[one.pattern] > 1
        if not is_running:
            if before is not None and _parted(before, one):
                lines.append(Line(len(lines) + 1, number, ""))
            before = one
        lines.append(Line(len(lines) + 1, number, one.raw))
        if is_running:
            running.add(len(lines))
    return ReadLines(tuple(lines), frozenset(running))


def _parted(before: _Printed, one: _Printed) -> bool:
    """Whether white, or the edge of a table's row, stands between two lines; at a new page nothing
    tells, and a sentence goes on."""
    if before.is_row or one.is_row:
        return True
    if before.page != one.page:
        return bool(re.search(r"[.!?:;][\"'”’)]*$", before.raw.rstrip()))
    return one.top - before.bottom > _GAP * (before.bottom - before.top)
