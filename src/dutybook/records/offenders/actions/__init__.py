"""The only writes of offender management.

Every action takes `by` (who) and `now` (when it is keyed) by keyword, is atomic, writes its
access-log row in the same transaction, derives the ledger again, and gives a `Saved` with every
entry that is open afterwards. They raise `NotFound`, `NotAllowed`, `InvalidInput` (problems by
field) and `EditCollision`, and then nothing has been written.
"""

from dutybook.records.offenders.actions.assessing import (
    assess_arms,
    make_risk_plan,
    set_arms_applicability,
    set_risk_level,
)
from dutybook.records.offenders.actions.loading import load_batch
from dutybook.records.offenders.actions.managing import (
    set_community_status,
    set_management,
    set_registration,
    set_visit_plan,
    withdraw_fact,
)
from dutybook.records.offenders.actions.registering import (
    allocate,
    edit_offender,
    register_offender,
    restrict,
)
from dutybook.records.offenders.actions.supervising import authorise_visit, review
from dutybook.records.offenders.actions.visiting import correct_visit, record_visit, withdraw_visit

__all__ = [
    "allocate",
    "assess_arms",
    "authorise_visit",
    "correct_visit",
    "edit_offender",
    "load_batch",
    "make_risk_plan",
    "record_visit",
    "register_offender",
    "restrict",
    "review",
    "set_arms_applicability",
    "set_community_status",
    "set_management",
    "set_registration",
    "set_risk_level",
    "set_visit_plan",
    "withdraw_fact",
    "withdraw_visit",
]
