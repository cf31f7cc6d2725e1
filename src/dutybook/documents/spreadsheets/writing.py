"""Writing a table as CSV or XLSX in which no cell can run as a formula."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

_RUNS = ("=", "+", "-", "@", "\t", "\r", "|", "%")
"""What a spreadsheet program may take for the beginning of a formula or a command."""

LONGEST_CELL = 32_000


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """UTF-8 with a mark at its head, so that spreadsheet programs read names rightly.

    A cell that could run gets an apostrophe before it.
    """
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless(cell) for cell in row])
    return made.getvalue().encode("utf-8-sig")


def write_xlsx(columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """One sheet; words are kept as words, whatever they begin with."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Dutybook")
    sheet.freeze_panes = "A2"

    def cell(value: str | int | None, *, bold: bool = False) -> Any:
        if isinstance(value, str):
            value = "".join(c for c in value if c >= " " or c == "\n")[:LONGEST_CELL]
        made = WriteOnlyCell(sheet, value)
        if isinstance(value, str):
            made.data_type = "s"
        if bold:
            made.font = Font(bold=True)
        return made

    sheet.append([cell(name, bold=True) for name in columns])
    for row in rows:
        sheet.append([cell(one) for one in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def write_sheet(
    form: str, columns: Sequence[str], rows: Iterable[Sequence[str | int | None]]
) -> bytes:
    """The table in one of `FORMATS`."""
    return _WRITERS[form](columns, rows)


def _harmless(cell: str | int | None) -> str | int:
    if cell is None:
        return ""
    if isinstance(cell, int):
        return cell
    return f"'{cell}" if cell.startswith(_RUNS) else cell


_WRITERS: Mapping[str, Callable[..., bytes]] = {"csv": write_csv, "xlsx": write_xlsx}
FORMATS: Final = MappingProxyType(
    {
        "csv": "text/csv; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
"""The media type of each format."""
