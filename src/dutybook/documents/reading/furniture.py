"""The page header that a document repeats, and its page numbers."""

import re
from collections.abc import Sequence

from dutybook.documents.reading.landmarks import landmark_in
from dutybook.documents.reading.markup import squeeze, strip_markup
from dutybook.documents.reading.source import Line

_LONGEST_HEADER = 8
_LONGEST_HEADER_LINE = 120
_PAGE_NUMBER = re.compile(r"(?:page\s+)?\d{1,4}\s+of\s+\d{1,4}|page\s+\d{1,4}", re.IGNORECASE)


def page_headers(lines: Sequence[Line]) -> tuple[tuple[Line, ...], ...]:
    """Each printing of the page header, the first included; empty if nothing repeats.

    ``lines`` are the non-blank lines. The header is the longest run of short lines, at most eight,
    that opens the document and comes again: two lines or more once, a single line at least twice.
    What makes up more than half of the document is no header.
    """
    words = [squeeze(line.raw) for line in lines]
    for length in range(min(_LONGEST_HEADER, len(lines) // 2), 0, -1):
        header = words[:length]
        if any(len(w) > _LONGEST_HEADER_LINE or _says_something(w) for w in header):
            continue
        starts = _printings(words, header)
        often = len(starts) >= (2 if length > 1 else 3)
        if often and 2 * len(starts) * length <= len(words):
            return tuple(tuple(lines[at : at + length]) for at in starts)
    return ()


def is_page_number(line: Line) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(squeeze(line.raw)))


def is_only_markup(line: Line) -> bool:
    """Whether a non-blank line has no words once its tags are off."""
    return not strip_markup(line.raw)


def _says_something(words: str) -> bool:
    return landmark_in(words, raw=words) is not None


def _printings(words: Sequence[str], header: Sequence[str]) -> list[int]:
    starts: list[int] = []
    at = 0
    while at + len(header) <= len(words):
        if words[at] == header[0] and words[at : at + len(header)] == list(header):
            starts.append(at)
            at += len(header)
        else:
            at += 1
    return starts
