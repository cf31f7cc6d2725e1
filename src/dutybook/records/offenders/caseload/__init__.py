"""The caseload that a force has today, as a table: its columns, and what each row says.

Plain reading of text; who may load it, and whether a reference is in use, is looked up elsewhere.
"""

from dutybook.records.offenders.caseload.columns import COLUMNS, Column
from dutybook.records.offenders.caseload.rows import CaseloadRow, Rejected, read_row

__all__ = ["COLUMNS", "CaseloadRow", "Column", "Rejected", "read_row"]
