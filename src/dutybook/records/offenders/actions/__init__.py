"""The only writes of offender management.

Every action takes `by` (who) and `now` (when it is keyed) by keyword, is atomic, writes its
access-log row in the same transaction, derives the ledger again, and gives a `Saved` with every
entry that is open afterwards. They raise `NotFound`, `NotAllowed`, `InvalidInput` (problems by
field) and `EditCollision`, and then nothing has been written.
"""

from dutybook.records.offenders.actions.arriving import (
    answer_arrival,
    receive_again,
    receive_transfer,
)
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
from dutybook.records.offenders.actions.joining import (
    answer_jointly,
    hold_meeting,
    request_jointly,
    set_mappa_level,
)
from dutybook.records.offenders.actions.leave import ask_leave, refuse_leave
from dutybook.records.offenders.actions.loading import load_batch
from dutybook.records.offenders.actions.managing import (
    SUPERVISORS_OWN,
    set_community_status,
    set_management,
    set_registration,
    set_visit_plan,
    withdraw_fact,
    withdrawable,
)
from dutybook.records.offenders.actions.monitoring import check_monitoring, set_monitoring
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
from dutybook.records.offenders.actions.ordering import (
    WITHDRAWABLE_OF_ORDER,
    break_order,
    check_order,
    consider_order,
    decide_order_breach,
    decide_order_end,
    end_order,
    open_order,
    renew_order,
    vary_order,
    withdraw_order_fact,
)
from dutybook.records.offenders.actions.planning import agree_action, end_action
from dutybook.records.offenders.actions.preventing import (
    ask_disclosure,
    charge_further_offence,
    commission_review,
    decide_disclosure,
)
from dutybook.records.offenders.actions.put_on_register import put_on_register
from dutybook.records.offenders.actions.reactive import (
    decide_doubt,
    look_at_condition,
)
from dutybook.records.offenders.actions.registering import (
    edit_offender,
    register_offender,
    restrict,
)
from dutybook.records.offenders.actions.resuming import resume_undecided
from dutybook.records.offenders.actions.supervising import (
    assess_authorisation,
    authorise_visit,
    review,
)
from dutybook.records.offenders.actions.transferring import answer_transfer, send_transfer
from dutybook.records.offenders.actions.triggering import decide_change, report_change
from dutybook.records.offenders.actions.visiting import (
    confirm_presence,
    correct_visit,
    record_visit,
    withdraw_visit,
)

__all__ = [
    "SUPERVISORS_OWN",
    "WITHDRAWABLE_OF_ORDER",
    "agree_action",
    "answer_arrival",
    "answer_jointly",
    "answer_transfer",
    "ask_disclosure",
    "ask_leave",
    "assess_arms",
    "assess_authorisation",
    "assess_check",
    "assess_otherwise",
    "attempt_entry",
    "authorise_visit",
    "break_order",
    "changed",
    "charge_further_offence",
    "check_monitoring",
    "check_order",
    "commission_review",
    "confirm_presence",
    "consider_order",
    "correct_visit",
    "decide_breach",
    "decide_change",
    "decide_disclosure",
    "decide_doubt",
    "decide_order_breach",
    "decide_order_end",
    "decide_warrant",
    "edit_offender",
    "end_action",
    "end_order",
    "establish_breach",
    "hold_meeting",
    "load_batch",
    "load_caseload",
    "look_at_condition",
    "make_risk_plan",
    "notified",
    "open_order",
    "plan_to_find",
    "put_breach_on_systems",
    "put_on_register",
    "receive_again",
    "receive_transfer",
    "record_check",
    "record_travel",
    "record_visit",
    "refuse_leave",
    "register_offender",
    "renew_order",
    "report_change",
    "request_jointly",
    "restrict",
    "resume_undecided",
    "returned",
    "review",
    "review_plan_to_find",
    "send_transfer",
    "set_arms_applicability",
    "set_community_status",
    "set_management",
    "set_mappa_level",
    "set_monitoring",
    "set_registration",
    "set_relevant_date",
    "set_residence",
    "set_risk_level",
    "set_visit_plan",
    "set_whereabouts",
    "vary_order",
    "withdraw_fact",
    "withdraw_order_fact",
    "withdraw_visit",
    "withdrawable",
]
