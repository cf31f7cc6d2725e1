"""From a file's bytes to its lines of text, refusing what cannot be read.

A line is what stands between two line feeds; its number counts from 1, blank lines included.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from dutybook.documents.reading.errors import ReadingError

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes. A published response is some tens of kilobytes; more is some other file."""

AS_TEXT = (
    "Save the document as plain text in UTF-8, a web page, a Word document (.docx) or a PDF with "
    "text in it, and read that."
)

# The first bytes of files that people try to import, and what to call them.
_KNOWN_BEGINNINGS = (
    (b"PK\x03\x04", "an OpenDocument or zip file, or a damaged Word document"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"{\\rtf", "a rich text file"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xfe", "text in UTF-16"),
    (b"\xfe\xff", "text in UTF-16"),
)

# Characters that steer a terminal or printer; tab, line feed, vertical tab, form feed and
# carriage return are layout and allowed.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of readable text.

    ``place`` is unique and in reading order; ``number`` is the line of the file. They differ only
    for a web page, where one line of the file may hold several lines of text.
    """

    place: int
    number: int
    raw: str

    @property
    def blank(self) -> bool:
        return not self.raw.strip()


@dataclass(frozen=True, slots=True)
class ReadLines:
    """The lines of a file, and the places of those known to run at the edge of several pages."""

    lines: tuple[Line, ...]
    running: frozenset[int] = frozenset()


def load_bytes(path: Path) -> bytes:
    """The bytes of a file no larger than the limit. Raises ReadingError if it cannot be had."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadingError(
            what=f"the file cannot be opened: {error.strerror or error}.",
            where=str(path),
            remedy="Check the name, that it is a file, and that this account may read it.",
        ) from error
    return data


def check_size(data: bytes, *, name: str) -> None:
    """Raise ReadingError for a file that is too large. ``name`` is what messages call it."""
    if len(data) > LARGEST_FILE:
        raise ReadingError(
            what=f"the file is larger than {LARGEST_FILE // (1024 * 1024)} MB, the most that is "
            "read.",
            where=f"{name}, byte {LARGEST_FILE + 1}",
            remedy="Check that it is a published response, and leave out pictures.",
        )


def decode(data: bytes, *, name: str) -> str:
    """The text of a UTF-8 file. ``name`` is what messages call it.

    Raises ReadingError for an empty, binary or otherwise encoded file.
    """
    if not data.strip():
        raise ReadingError(
            what="the file is empty." if not data else "the file holds only blank space.",
            where=f"{name}, byte 0",
            remedy="Check that it was saved, and try again.",
        )
    for beginning, called in _KNOWN_BEGINNINGS:
        if data.startswith(beginning):
            raise ReadingError(
                what=f"this is {called}, which cannot be read.",
                where=f"{name}, byte 0",
                remedy=AS_TEXT,
            )
    return _decode_text(data, name=name)


def _decode_text(data: bytes, *, name: str) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadingError(
            what=f"byte {data[error.start]:#04x} is not UTF-8 text.",
            where=f"{name}, line {line}, byte {error.start}",
            remedy=AS_TEXT,
        ) from error
    control = _CONTROL.search(text)
    if control:
        before = text[: control.start()]
        raise ReadingError(
            what=f"the control character U+{ord(control.group()):04X} is not text; the file is "
            "binary, or was saved in another encoding.",
            where=f"{name}, line {before.count(chr(10)) + 1}, byte {len(before.encode())}",
            remedy=AS_TEXT,
        )
    return text


def text_lines(text: str) -> tuple[Line, ...]:
    """The lines of a plain text file, blank ones included."""
    return tuple(
        Line(place=number, number=number, raw=raw.rstrip("\r"))
        for number, raw in enumerate(text.split("\n"), start=1)
    )
