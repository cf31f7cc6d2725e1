"""The only reads of offender management; need-to-know stands inside every statement."""

from dutybook.records.offenders.queries.lists import OffenderRow, offender_list
from dutybook.records.offenders.queries.page import (
    Header,
    OffenderPage,
    VisitFormContext,
    offender_page,
    visit_form_context,
)
from dutybook.records.offenders.queries.timeline import Event, TimelinePage, timeline

__all__ = [
    "Event",
    "Header",
    "OffenderPage",
    "OffenderRow",
    "TimelinePage",
    "VisitFormContext",
    "offender_list",
    "offender_page",
    "timeline",
    "visit_form_context",
]
