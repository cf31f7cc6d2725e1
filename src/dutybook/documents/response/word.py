"""A response as a Word document: real headings, lists and tables, for those who must edit a copy.

The document is set from the same contents as the web page. Its bytes depend on nothing but them:
no clock, no account and no machine stands in the file.
"""

from typing import Any

import docx
from docx.document import Document

from dutybook.documents.response.contents import contents_of
from dutybook.documents.response.model import ResponseDocument
from dutybook.documents.word_files import describe, saved, table


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
    return saved(made)


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
        table(made, names, rows)
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
    table(made, names, [[str(row[key]) for key in keys] for row in rows])


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
