"""What every Word document of this product is: titled, in one language, with tables read as tables.

A file's bytes depend on nothing but its words: no clock, no account and no machine stands in it.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table

LANGUAGE: Final = "en-GB"
_NO_DAY: Final = datetime(1980, 1, 1, tzinfo=UTC)


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


def table(made: Document, names: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """A table with a row of headers, which is repeated on each page and read out as one."""
    set_out: Table = made.add_table(rows=1, cols=len(names), style="Table Grid")
    for cell, name in zip(set_out.rows[0].cells, names, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    heads = set_out.rows[0]._tr.get_or_add_trPr()
    heads.append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, text in zip(set_out.add_row().cells, row, strict=True):
            cell.text = text
    return set_out


def saved(made: Document) -> bytes:
    """The document's bytes, with no time of day in them."""
    written = io.BytesIO()
    made.save(written)
    without = io.BytesIO()
    with (
        zipfile.ZipFile(written) as given,
        zipfile.ZipFile(without, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in given.namelist():
            out.writestr(zipfile.ZipInfo(name), given.read(name), zipfile.ZIP_DEFLATED)
    return without.getvalue()
