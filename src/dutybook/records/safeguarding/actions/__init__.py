"""The only writes of the safeguarding room.

Every action takes `by` (who) and `now` (when it is keyed) by keyword, is atomic, writes its
access-log row in the same transaction, derives the ledger again, and gives a `Saved` with every
entry that is open afterwards. They raise `NotFound`, `NotAllowed` and `InvalidInput` (problems by
field), and then nothing has been written.
"""

from dutybook.records.safeguarding.actions.keeping import edit_child, withdraw_fact
from dutybook.records.safeguarding.actions.knowing import know_of_child, learn_of_risk
from dutybook.records.safeguarding.actions.loading import load_batch
from dutybook.records.safeguarding.actions.protecting import (
    answer_of_social_care,
    decide_safeguarding,
    tell_social_care,
)

__all__ = [
    "answer_of_social_care",
    "decide_safeguarding",
    "edit_child",
    "know_of_child",
    "learn_of_risk",
    "load_batch",
    "tell_social_care",
    "withdraw_fact",
]
