"""The tables of the ledger, one a file."""

from dutybook.ledger.models.allocation import Allocation
from dutybook.ledger.models.bank_holiday import BankHoliday
from dutybook.ledger.models.breach import Breach
from dutybook.ledger.models.calendar_feed import CalendarFeed
from dutybook.ledger.models.entry import Entry, closes_at
from dutybook.ledger.models.export import Export
from dutybook.ledger.models.notice import Notice
from dutybook.ledger.models.outbox_note import OutboxNote
from dutybook.ledger.models.policy_setting import PolicySetting
from dutybook.ledger.models.reallocation import Reallocated, Reallocation
from dutybook.ledger.models.recount import Recount
from dutybook.ledger.models.reminder import Reminder
from dutybook.ledger.models.restriction import Restriction
from dutybook.ledger.models.span import Span
from dutybook.ledger.models.subject import Subject, SubjectKind
from dutybook.ledger.models.subject_hash import SubjectHash

__all__ = [
    "Allocation",
    "BankHoliday",
    "Breach",
    "CalendarFeed",
    "Entry",
    "Export",
    "Notice",
    "OutboxNote",
    "PolicySetting",
    "Reallocated",
    "Reallocation",
    "Recount",
    "Reminder",
    "Restriction",
    "Span",
    "Subject",
    "SubjectHash",
    "SubjectKind",
    "closes_at",
]
