"""The sample response as an office would keep it: in Word, and as a PDF printed from it."""

import io
import json

import docx
import typst

from dutybook.documents.reading.markup import passages_of, starts_item, strip_markup
from dutybook.documents.samples import sample_bytes

Block = tuple[str, list[list[tuple[str, str]]]]
"""`paragraph`, `item` or `row`, and its cells, each a list of (kind, words)."""

_PAGE = b"""
#let blocks = json(bytes(sys.inputs.blocks))
#set page(paper: "a4", header: [Running words of the office], footer: context [Printed at the office, sheet #counter(page).display()])
#set text(font: "Libertinus Serif", size: 10pt)
#set list(marker: [\xe2\x80\x93])
#let cell(parts) = for part in parts { if part.at(0) == "item" { list(part.at(1)) } else { par(part.at(1)) } }
#for block in blocks {
  if block.at(0) == "row" {
    table(columns: (1fr,) * block.at(1).len(), ..block.at(1).map(cell))
  } else { cell(block.at(1).at(0)) }
}
"""  # noqa: E501 - one function of the template a line


def blocks_of_sample() -> list[Block]:
    """The sample's paragraphs, list items and table rows, its page headers left out."""
    header = {"Perpetua Quillhampton", "Wealdmoor", "Police & Crime", "Commissioner"}
    lines = sample_bytes().decode().split("\n")
    found: list[Block] = []
    gathered: list[str] = []

    def close() -> None:
        if gathered:
            words = strip_markup(" ".join(gathered))
            kind = "item" if starts_item(gathered[0]) else "paragraph"
            found.append((kind, [[(kind, words.lstrip("-•– ") if kind == "item" else words)]]))
            gathered.clear()

    last = len(lines) - lines[::-1].index("Perpetua Quillhampton") - 1
    for number, line in enumerate(lines):
        if line.strip() in header and number < last:
            continue
        if "\t" in line:
            close()
            cells = [
                [(one.kind, one.text) for one in passages_of(cell)] for cell in line.split("\t")
            ]
            found.append(("row", [cell for cell in cells if cell]))
        elif not line.strip() or starts_item(line):
            close()
            if line.strip():
                gathered.append(line)
        else:
            gathered.append(line)
    close()
    return found


def as_word(blocks: list[Block]) -> bytes:
    """The blocks as a .docx file, each row a table of its own."""
    made = docx.Document()
    for kind, cells in blocks:
        if kind != "row":
            style = "List Bullet" if kind == "item" else None
            made.add_paragraph(cells[0][0][1], style=style)
            continue
        row = made.add_table(rows=1, cols=len(cells)).rows[0]
        for place, parts in zip(row.cells, cells, strict=True):
            place.paragraphs[0].text = parts[0][1]
            for part, words in parts[1:]:
                place.add_paragraph(words, style="List Bullet" if part == "item" else None)
    saved = io.BytesIO()
    made.save(saved)
    return saved.getvalue()


def as_pdf(blocks: list[Block]) -> bytes:
    """The blocks as a PDF, with words that run at the head and the foot of its pages."""
    return typst.compile(
        _PAGE, ignore_system_fonts=True, format="pdf", sys_inputs={"blocks": json.dumps(blocks)}
    )
