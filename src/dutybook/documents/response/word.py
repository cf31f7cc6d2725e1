"""A response as a Word document: real headings, lists and tables, for those who must edit a copy.

The document is set from the same contents as the web page. Its bytes depend on nothing but them:
no clock, no account and no machine stands in the file.
"""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any, Final

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

from dutybook.documents.response.contents import contents_of
from dutybook.documents.response.model import ResponseDocument

LANGUAGE: Final = "en-GB"
_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)


def to_docx(document: ResponseDocument) -> bytes:
    """The bytes of a .docx file with a title, a language, headings in order and header rows."""
    contents: dict[str, Any] = contents_of(document)
    words = contents["wording"]
    made = docx.Document()
    describe(made, title=contents["title"], author=contents["body"])
    made.add_heading(contents["title"], level=0)
    if contents["provenance"]:
        made.add_paragraph(contents["provenance"], style="Intense Quote")
    made.add_heading(words["facts"], level=1)
    _terms(made, contents["facts"])
    made.add_heading(words["duty"], level=1)
    made.add_paragraph(words["duty text"])
    if contents["summary"]:
        made.add_heading(words["summary"], level=1)
        _blocks(made, contents["summary"])
    made.add_heading(words["coverage"], level=1)
    _coverage(made, contents["coverage"], words)
    for one in contents["recommendations"]:
        _recommendation(made, one, words)
    made.add_heading(words["statement"], level=1)
    _blocks(made, contents["statement"])
    if not contents["statement"]:
        made.add_paragraph(words["statement absent"])
    for line in contents["signature"]:
        made.add_paragraph(line)
    if contents["notes"]:
        made.add_heading(words["notes"], level=1)
        for note in contents["notes"]:
            made.add_paragraph(note, style="List Bullet")
    saved = io.BytesIO()
    made.save(saved)
    return packed(saved)


def describe(made: Document, *, title: str, author: str) -> None:
    """Give a document its title, its author and its language, and no clock."""
    about = made.core_properties
    about.title = title
    about.author = author
    about.language = LANGUAGE
    about.comments = ""
    about.created = about.modified = _NO_DAY
    styles = made.styles.element
    for found in styles.iter(qn("w:lang")):
        found.set(qn("w:val"), LANGUAGE)


def _recommendation(made: Document, one: dict[str, Any], words: dict[str, str]) -> None:
    made.add_heading(one["heading"], level=1)
    made.add_paragraph(f"{words['deadline']}: {one['deadline']}")
    made.add_heading(words["asked"], level=2)
    _blocks(made, one["asked"])
    made.add_heading(words["position"], level=2)
    _blocks(made, one["position"])
    if not one["position"]:
        made.add_paragraph(words["position absent"])
    for mark in one["marks"]:
        made.add_paragraph(mark, style="Quote")
    made.add_heading(words["evidence"], level=2)
    if one["limbs"]:
        names = [words[name] for name in ("limb", "limb asked", "finding", "figures")]
        rows = [[each["key"], each["asked"], _found(each), each["figures"]]
                for each in one["limbs"]]  # fmt: skip
        _table(made, names, rows)
    else:
        made.add_paragraph(words["evidence absent"])
    if one["layers"]:
        made.add_heading(words["layers"], level=2)
    for part in one["layers"]:
        made.add_heading(part["heading"], level=3)
        for said in part["said"]:
            made.add_paragraph(said, style="List Bullet")
    made.add_heading(words["own"], level=2)
    _terms(made, one["own"])
    if one["promises"]:
        made.add_heading(words["promises"], level=2)
        for promise in one["promises"]:
            made.add_paragraph(promise, style="List Bullet")


def _found(limb: dict[str, Any]) -> str:
    """The finding, and on a line of its own whether the records were tested."""
    return "\n".join(text for text in (limb["finding"], limb["tested"]) if text)


def _coverage(made: Document, rows: list[dict[str, Any]], words: dict[str, str]) -> None:
    names = [words[name] for name in ("row", "deadline", "asked of", "held")]
    keys = ("number", "deadline", "asked_of", "held")
    _table(made, names, [[str(row[key]) for key in keys] for row in rows])


def _terms(made: Document, said: list[dict[str, Any]]) -> None:
    for one in said:
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{one['term']}: ").bold = True
        paragraph.add_run(one["value"]).italic = not one["stated"]


def _blocks(made: Document, blocks: list[dict[str, Any]]) -> None:
    for block in blocks:
        if block["kind"] == "list":
            for item in block["items"]:
                made.add_paragraph(item, style="List Bullet")
        else:
            made.add_paragraph(block["text"])


def _table(made: Document, names: list[str], rows: list[list[str]]) -> None:
    table: Table = made.add_table(rows=1, cols=len(names), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, names, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    heads = table.rows[0]._tr.get_or_add_trPr()
    heads.append(OxmlElement("w:tblHeader"))  # repeated on each page, and read out as headers
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def packed(saved: io.BytesIO) -> bytes:
    """A saved document with no time of day in it, so that the same words give the same bytes."""
    without = io.BytesIO()
    with (
        zipfile.ZipFile(saved) as given,
        zipfile.ZipFile(without, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in given.namelist():
            out.writestr(zipfile.ZipInfo(name), given.read(name), zipfile.ZIP_DEFLATED)
    return without.getvalue()
