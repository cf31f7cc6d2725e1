"""Managing the risk from day to day, and with whom."""

from dutybook.duties.catalogue.managing import (
    joint_request_answered,
    joint_request_chased,
    mappa_meeting_held,
    monitoring_checked,
    plan_action_done,
    risk_trigger_decided,
)

TITLE = "Managing the risk"

DUTIES = (
    risk_trigger_decided.DUTY,
    plan_action_done.DUTY,
    monitoring_checked.DUTY,
    mappa_meeting_held.DUTY,
    joint_request_answered.DUTY,
    joint_request_chased.DUTY,
)
