"""Reading a table from CSV or XLSX bytes: the first row names the columns."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

MOST_ROWS: Final = 5_000
MOST_UNPACKED: Final = 60 * 1024 * 1024
"""Bytes: what an XLSX file may hold once unpacked, so that a small file cannot fill the memory."""


class SheetError(Exception):
    """A file that is no such table; `problems` say what is wrong and what to do."""

    def __init__(self, *problems: str) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@dataclass(frozen=True)
class SheetRow:
    """One row: its number as the spreadsheet shows it, and its cells by column, blanks left out."""

    number: int
    cells: Mapping[str, str]


def read_sheet(content: bytes, columns: Sequence[str]) -> tuple[SheetRow, ...]:
    """The rows of a table with these columns, whatever their order and letter case.

    Columns that are not asked for, a column twice, or a file with pictures are refused, since
    what nobody reads may be thought to be loaded. Empty rows are left out. Raises `SheetError`.
    """
    rows = _of_xlsx(content) if content[:4] == b"PK\x03\x04" else _of_csv(content)
    header = next(rows, None)
    if header is None or not any(header[1]):
        raise SheetError("The file is empty. Fill in the template and send that")
    named = _columns(header[1], columns)
    found = []
    for number, cells in rows:
        filled = {name: cell for name, cell in zip(named, cells, strict=False) if name and cell}
        beyond = [cell for cell in cells[len(named) :] if cell]
        if beyond:
            raise SheetError(f"Row {number} has more cells than there are columns")
        if filled:
            found.append(SheetRow(number, filled))
        if len(found) > MOST_ROWS:
            raise SheetError(f"The file has more than {MOST_ROWS:,} rows. Send it in parts")
    if not found:
        raise SheetError("The file has column names and no rows")
    return tuple(found)


def _columns(header: Sequence[str], columns: Sequence[str]) -> list[str]:
    known = {name.casefold(): name for name in columns}
    named = [known.get(cell.casefold(), "") for cell in header]
    problems = [
        f"Column “{cell}” is not one of the template's. Remove it or rename it"
        for cell, name in zip(header, named, strict=True)
        if cell and not name
    ]
    problems += [
        f"Column “{name}” stands twice" for name in known.values() if named.count(name) > 1
    ]
    missing = [name for name in columns if name not in named]
    if missing:
        problems.append(f"Missing columns: {', '.join(missing)}. They may be empty")
    if problems:
        raise SheetError(*problems)
    return named


def _of_csv(content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SheetError(
            "The file is neither XLSX nor a text file in UTF-8. In a spreadsheet program choose "
            "“CSV UTF-8” or “XLSX” when saving"
        ) from error
    if "\x00" in text:
        raise SheetError("The file is not a table of text. Save it as CSV UTF-8 or XLSX")
    first = text.partition("\n")[0]
    comma = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=comma, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise SheetError(f"Line {reader.line_num} is not CSV: {error}") from error


def _of_xlsx(content: bytes) -> Iterator[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
        if sum(member.file_size for member in members) > MOST_UNPACKED:
            raise SheetError("The file is too large once unpacked. Send only the one table")
        if any("/media/" in member.filename for member in members):
            raise SheetError("The file holds pictures. Remove them: nothing but text is read here")
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except SheetError:
        raise
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError) as error:
        raise SheetError("The file cannot be read as XLSX. Save it anew and send that") from error
    try:
        if not book.worksheets:
            raise SheetError("The file has no sheet of cells")
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
            yield number, _without_tail(_text(cell) for cell in cells)
    finally:
        book.close()


def _without_tail(cells: Iterable[str]) -> list[str]:
    """The cells without the empty ones at the end, which a spreadsheet adds as it likes."""
    row = list(cells)
    while row and not row[-1]:
        row.pop()
    return row


def _text(cell: Any) -> str:
    """A cell as a person reads it; a day as `2026-11-24`."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        midnight = cell.hour == cell.minute == cell.second == 0
        return cell.date().isoformat() if midnight else cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
