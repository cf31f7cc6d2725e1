"""The only writes of investigations.

Every action takes `by` (who) and `now` (when it is keyed) by keyword, is atomic, writes its
access-log row in the same transaction, derives the ledger again, and gives a `Saved` with every
entry that is open afterwards. They raise `NotFound`, `NotAllowed`, `InvalidInput` (problems by
field) and `EditCollision`, and then nothing has been written.
"""

from dutybook.records.investigations.actions.bailing import (
    check_bail,
    correct_segment,
    end_bail,
    extend_bail,
    open_bail,
)
from dutybook.records.investigations.actions.investigating import (
    end_investigation,
    enforce,
    grade,
    reopen_investigation,
    withdraw_fact,
)
from dutybook.records.investigations.actions.loading import load_batch
from dutybook.records.investigations.actions.receiving import (
    edit_suspect,
    receive_referral,
    restrict,
)

__all__ = [
    "check_bail",
    "correct_segment",
    "edit_suspect",
    "end_bail",
    "end_investigation",
    "enforce",
    "extend_bail",
    "grade",
    "load_batch",
    "open_bail",
    "receive_referral",
    "reopen_investigation",
    "restrict",
    "withdraw_fact",
]
