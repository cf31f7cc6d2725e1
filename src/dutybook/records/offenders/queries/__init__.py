"""The only reads of offender management; need-to-know stands inside every statement."""

from dutybook.records.offenders.queries.beside import REGISTER_TABLES, Beside
from dutybook.records.offenders.queries.caseload import CheckedCaseload, check_caseload
from dutybook.records.offenders.queries.confirming import (
    ToConfirm,
    visits_to_confirm,
)
from dutybook.records.offenders.queries.exceptions import Exceptional, Exceptions, exceptions
from dutybook.records.offenders.queries.header import Header, header_of
from dutybook.records.offenders.queries.leave import (
    Authoriser,
    LeaveAsked,
    leave_asked,
    leave_to_answer,
    may_give_leave,
)
from dutybook.records.offenders.queries.lists import OffenderRow, offender_list
from dutybook.records.offenders.queries.orders import OrderPage, OrderRow, order_page
from dutybook.records.offenders.queries.page import (
    EVENT_TABLES,
    OffenderPage,
    VisitFormContext,
    header_for_form,
    offender_page,
    visit_form_context,
)
from dutybook.records.offenders.queries.section import SectionPage, section_page
from dutybook.records.offenders.queries.transfers import (
    MOST_WAITING,
    TransferPage,
    WaitingTransfer,
    transfer_page,
    waiting_transfers,
)
from dutybook.records.offenders.queries.waiting import Waiting, waiting_for
from dutybook.records.offenders.queries.week import Area, Stop, Week, week

__all__ = [
    "EVENT_TABLES",
    "MOST_WAITING",
    "REGISTER_TABLES",
    "Area",
    "Authoriser",
    "Beside",
    "CheckedCaseload",
    "Exceptional",
    "Exceptions",
    "Header",
    "LeaveAsked",
    "OffenderPage",
    "OffenderRow",
    "OrderPage",
    "OrderRow",
    "SectionPage",
    "Stop",
    "ToConfirm",
    "TransferPage",
    "VisitFormContext",
    "Waiting",
    "WaitingTransfer",
    "Week",
    "check_caseload",
    "exceptions",
    "header_for_form",
    "header_of",
    "leave_asked",
    "leave_to_answer",
    "may_give_leave",
    "offender_list",
    "offender_page",
    "order_page",
    "section_page",
    "transfer_page",
    "visit_form_context",
    "visits_to_confirm",
    "waiting_for",
    "waiting_transfers",
    "week",
]
