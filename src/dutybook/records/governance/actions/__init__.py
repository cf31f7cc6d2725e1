"""The only writes of the governance room: what the force must have, and what became of it.

Every action takes `by` and `now` by keyword, is atomic, logs and derives, and gives a `Saved`; they
raise `NotFound`, `NotAllowed` and `InvalidInput`, and then nothing has been written. No person
whose case it is stands in any of it.
"""

from dutybook.records.governance.actions.agreements import (
    answer_escalation,
    end_agreement,
    escalate,
    own_agreement,
    review_with_partner,
    sign_agreement,
)
from dutybook.records.governance.actions.documents import (
    approve_document,
    check_stock,
    disown_document,
    find_reach,
    own_document,
    take_out_of_force,
)
from dutybook.records.governance.actions.loading import load_batch
from dutybook.records.governance.actions.needing import (
    KINDS,
    need_agreement,
    need_document,
    need_no_more,
    withdraw_fact,
)

__all__ = [
    "KINDS",
    "answer_escalation",
    "approve_document",
    "check_stock",
    "disown_document",
    "end_agreement",
    "escalate",
    "find_reach",
    "load_batch",
    "need_agreement",
    "need_document",
    "need_no_more",
    "own_agreement",
    "own_document",
    "review_with_partner",
    "sign_agreement",
    "take_out_of_force",
    "withdraw_fact",
]
