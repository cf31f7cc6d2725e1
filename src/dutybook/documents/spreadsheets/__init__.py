"""Tables in and out as spreadsheets people know: CSV and XLSX, as plain text cells.

What comes in is text and nothing else: formulas give their stored value, pictures are refused.
What goes out cannot run: a cell that a spreadsheet would take for a formula stays words.
"""

from dutybook.documents.spreadsheets.reading import SheetError, SheetRow, read_sheet
from dutybook.documents.spreadsheets.writing import FORMATS, write_csv, write_sheet, write_xlsx

__all__ = [
    "FORMATS",
    "SheetError",
    "SheetRow",
    "read_sheet",
    "write_csv",
    "write_sheet",
    "write_xlsx",
]
