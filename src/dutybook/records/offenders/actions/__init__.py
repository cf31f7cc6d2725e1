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
from dutybook.records.offenders.actions.caseload import load_caseload
from dutybook.records.offenders.actions.checking import (
    assess_check,
    assess_otherwise,
    record_check,
)
from dutybook.records.offenders.actions.finding import (
    attempt_entry,
    decide_warrant,
    plan_to_find,
    review_plan_to_find,
    set_whereabouts,
)
from dutybook.records.offenders.actions.loading import load_batch
from dutybook.records.offenders.actions.managing import (
    set_community_status,
    set_management,
    set_registration,
    set_visit_plan,
    withdraw_fact,
)
from dutybook.records.offenders.actions.notifying import (
    changed,
    decide_breach,
    establish_breach,
    notified,
    put_breach_on_systems,
    record_travel,
    returned,
    set_relevant_date,
    set_residence,
)
from dutybook.records.offenders.actions.reactive import (
    decide_doubt,
    look_at_condition,
    put_in_doubt,
)
from dutybook.records.offenders.actions.registering import (
    edit_offender,
    register_offender,
    restrict,
)
from dutybook.records.offenders.actions.supervising import (
    assess_authorisation,
    authorise_visit,
    review,
)
from dutybook.records.offenders.actions.transferring import answer_transfer, send_transfer
from dutybook.records.offenders.actions.visiting import correct_visit, record_visit, withdraw_visit

__all__ = [
    "answer_transfer",
    "assess_arms",
    "assess_authorisation",
    "assess_check",
    "assess_otherwise",
    "attempt_entry",
    "authorise_visit",
    "changed",
    "correct_visit",
    "decide_breach",
    "decide_doubt",
    "decide_warrant",
    "edit_offender",
    "establish_breach",
    "load_batch",
    "load_caseload",
    "look_at_condition",
    "make_risk_plan",
    "notified",
    "plan_to_find",
    "put_breach_on_systems",
    "put_in_doubt",
    "record_check",
    "record_travel",
    "record_visit",
    "register_offender",
    "restrict",
    "returned",
    "review",
    "review_plan_to_find",
    "send_transfer",
    "set_arms_applicability",
    "set_community_status",
    "set_management",
    "set_registration",
    "set_relevant_date",
    "set_residence",
    "set_risk_level",
    "set_visit_plan",
    "set_whereabouts",
    "withdraw_fact",
    "withdraw_visit",
]
