"""A governance pack as a Word document, whose tables and pictures can be carried into slides."""

import io
from typing import Any, Final

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

from dutybook.documents.typesetting import picture
from dutybook.documents.word_files import describe, saved, table

_WIDE: Final = Cm(15)
_SMALL: Final = Pt(7)


def to_docx(contents: dict[str, Any]) -> bytes:
    """The bytes of a .docx file: headings in order, header rows, and a text for each picture."""
    made = docx.Document()
    describe(made, title=contents["title"], author=contents["force"])
    made.add_heading(contents["title"], level=0)
    if contents["provenance"]:
        made.add_paragraph(contents["provenance"], style="Intense Quote")
    for term, value in contents["facts"]:
        paragraph = made.add_paragraph()
        paragraph.add_run(f"{term}: ").bold = True
        paragraph.add_run(value)
    made.add_paragraph(contents["how"])
    made.add_heading("What is overdue, by danger and lateness", level=1)
    if contents["backlog"]["rows"]:
        _numbers(table(made, contents["backlog"]["names"], contents["backlog"]["rows"]))
    else:
        made.add_paragraph("No duty of this unit goes by level.")
    for section in contents["sections"]:
        made.add_heading(section["heading"], level=1)
        _numbers(table(made, contents["overview_names"], section["rows"]))
        for figure in section["figures"]:
            _figure(made, figure)
    return saved(made)


def _figure(made: Document, figure: dict[str, Any]) -> None:
    made.add_heading(figure["title"], level=2)
    made.add_paragraph(figure["said"])
    for note in figure["notes"]:
        made.add_paragraph(note, style="List Bullet")
    if figure["chart"]:
        drawn = made.add_picture(io.BytesIO(picture(figure["chart"])), width=_WIDE)
        drawn._inline.docPr.set("descr", figure["chart_said"])
    months = table(made, figure["names"], figure["rows"])
    _numbers(months)
    for row in months.rows:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.font.size = _SMALL


def _numbers(rows: Table) -> None:
    """Every column but the first to the right, as numbers are read."""
    for row in rows.rows:
        for cell in row.cells[1:]:
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
