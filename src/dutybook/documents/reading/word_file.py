"""A Word document as lines of text, in the form that a plain text file has.

A paragraph is a line with blank ones around it, a list item one that begins with a hyphen, a table
row one with tabs between its cells; the paragraphs of a cell stand in it as in a pasted table. The
number of a line is that of the paragraph or row, counted from 1. Words that were struck out are
left out, those that were put in stand; the headers and footers of the pages are not read.
"""

import io
import zipfile
from collections.abc import Iterator
from typing import Any, Final

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from dutybook.documents.reading.errors import ReadingError
from dutybook.documents.reading.markup import cell_of
from dutybook.documents.reading.source import AS_TEXT, Line

LARGEST_UNPACKED: Final = 60 * 1024 * 1024
"""Bytes that a document may hold once unpacked; a file that swells further is none."""

_PART: Final = "word/document.xml"
_CANNOT_HOLD_WORDS: Final = frozenset(
    {qn("w:pPr"), qn("w:tblPr"), qn("w:moveFrom"), qn("w:instrText")}
)
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def is_word_file(data: bytes) -> bool:
    """Whether the bytes are a .docx file: a zip file with a Word document in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return _PART in file.namelist()
    except zipfile.BadZipFile:
        return False


def word_lines(data: bytes, *, name: str) -> tuple[Line, ...]:
    """The lines of the document. Raises ReadingError for one that is damaged or swells."""
    _refuse_swelling(data, name)
    try:
        body = docx.Document(io.BytesIO(data)).element.body
    except (PackageNotFoundError, zipfile.BadZipFile, SyntaxError, KeyError, ValueError):
        raise ReadingError(
            what="the Word document is damaged and cannot be opened.",
            where=f"{name}, {_PART}",
            remedy=f"Open it in Word and save it again. {AS_TEXT}",
        ) from None
    lines: list[Line] = []
    for number, raw in enumerate(_blocks(body), start=1):
        if raw.strip("- \t"):
            lines.append(Line(len(lines) + 1, number, raw))
            lines.append(Line(len(lines) + 1, number, ""))
    return tuple(lines)


def _refuse_swelling(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        size = sum(part.file_size for part in file.infolist())
    if size > LARGEST_UNPACKED:
        raise ReadingError(
            what=f"the document swells to more than {LARGEST_UNPACKED // (1024 * 1024)} MB when "
            "it is opened.",
            where=name,
            remedy=f"Leave out its pictures. {AS_TEXT}",
        )


def _blocks(holder: Any) -> Iterator[str]:
    """The paragraphs and table rows of a part of the document, each as one line."""
    for child in holder:
        if child.tag == qn("w:p"):
            yield _marked(child, "- ")
        elif child.tag == qn("w:tbl"):
            for row in child.iterchildren(qn("w:tr")):
                yield "\t".join(_cell(cell) for cell in row.iter(qn("w:tc")))
        elif child.tag not in _CANNOT_HOLD_WORDS and child.tag != _FALLBACK:
            yield from _blocks(child)


def _cell(cell: Any) -> str:
    """The paragraphs of a cell; those of a table within it stand among them."""
    return cell_of((_is_item(paragraph), _words(paragraph)) for paragraph in cell.iter(qn("w:p")))


def _marked(paragraph: Any, mark: str) -> str:
    words = _words(paragraph).replace("\t", " ")
    return f"{mark}{words}" if _is_item(paragraph) else words


def _is_item(paragraph: Any) -> bool:
    """Whether a paragraph stands in a list: numbered by itself, or by its style's name."""
    about = paragraph.find(qn("w:pPr"))
    if about is None:
        return False
    style = about.find(qn("w:pStyle"))
    named = "" if style is None else str(style.get(qn("w:val"), ""))
    return about.find(qn("w:numPr")) is not None or named.startswith("List")


def _words(holder: Any) -> str:
    """The words of a paragraph on one line; those of a text box in it follow its own."""
    found = []
    for child in holder:
        if child.tag == qn("w:t"):
            found.append(child.text or "")
        elif child.tag in (qn("w:tab"), qn("w:br"), qn("w:cr")):
            found.append(" ")
        elif child.tag == qn("w:p"):
            found.append(f" {_words(child)} ")
        elif child.tag not in _CANNOT_HOLD_WORDS and child.tag != _FALLBACK:
            found.append(_words(child))
    return "".join(found)
