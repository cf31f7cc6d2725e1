"""The only reads of investigations; need-to-know stands inside every statement."""

from dutybook.records.investigations.queries.bail_board import BailRow, bail_board
from dutybook.records.investigations.queries.lists import SuspectRow, suspect_list
from dutybook.records.investigations.queries.page import (
    EVENT_TABLES,
    Header,
    SuspectBail,
    SuspectPage,
    suspect_page,
)

__all__ = [
    "EVENT_TABLES",
    "BailRow",
    "Header",
    "SuspectBail",
    "SuspectPage",
    "SuspectRow",
    "bail_board",
    "suspect_list",
    "suspect_page",
]
