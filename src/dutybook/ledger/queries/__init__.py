"""The only reads of the ledger room; need-to-know stands inside every statement."""

from dutybook.ledger.queries.boards import OldestItem, team_board
from dutybook.ledger.queries.breaches import BreachRow, records_in_breach
from dutybook.ledger.queries.matrices import Matrix, MatrixRow
from dutybook.ledger.queries.measuring import measures, measures_of
from dutybook.ledger.queries.pages import Page
from dutybook.ledger.queries.policy_lists import (
    PolicyRow,
    UnsetPolicy,
    policy_history,
    unset_policies,
)
from dutybook.ledger.queries.soundness import LedgerCheck, bank_holidays_known_to, check_ledger
from dutybook.ledger.queries.subject_lists import SubjectEntry, UnownedRow, subject_entries, unowned
from dutybook.ledger.queries.timelines import Event, timeline, versions_of
from dutybook.ledger.queries.work_lists import WorkItem, work_list

__all__ = [
    "BreachRow",
    "Event",
    "LedgerCheck",
    "Matrix",
    "MatrixRow",
    "OldestItem",
    "Page",
    "PolicyRow",
    "SubjectEntry",
    "UnownedRow",
    "UnsetPolicy",
    "WorkItem",
    "bank_holidays_known_to",
    "check_ledger",
    "measures",
    "measures_of",
    "policy_history",
    "records_in_breach",
    "subject_entries",
    "team_board",
    "timeline",
    "unowned",
    "unset_policies",
    "versions_of",
    "work_list",
]
