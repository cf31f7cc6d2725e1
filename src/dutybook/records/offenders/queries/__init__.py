"""The only reads of offender management; need-to-know stands inside every statement."""

from dutybook.records.offenders.queries.lists import OffenderRow, offender_list
from dutybook.records.offenders.queries.page import (
    EVENT_TABLES,
    Header,
    OffenderPage,
    VisitFormContext,
    offender_page,
    visit_form_context,
)

__all__ = [
    "EVENT_TABLES",
    "Header",
    "OffenderPage",
    "OffenderRow",
    "VisitFormContext",
    "offender_list",
    "offender_page",
    "visit_form_context",
]
