"""The tables of the ledger, one a file."""

from dutybook.ledger.models.allocation import Allocation
from dutybook.ledger.models.bank_holiday import BankHoliday
from dutybook.ledger.models.entry import Entry
from dutybook.ledger.models.policy_setting import PolicySetting
from dutybook.ledger.models.restriction import Restriction
from dutybook.ledger.models.span import Span
from dutybook.ledger.models.subject import Subject, SubjectKind
from dutybook.ledger.models.subject_hash import SubjectHash

__all__ = [
    "Allocation",
    "BankHoliday",
    "Entry",
    "PolicySetting",
    "Restriction",
    "Span",
    "Subject",
    "SubjectHash",
    "SubjectKind",
]
