"""Assessments, risk management plans and checks of registered offenders."""

from dutybook.duties.catalogue.assessment import (
    arms_reassessment,
    disclosure_considered,
    disclosure_request_decided,
    further_offence_reviewed,
    other_tool_assessment,
    pnc_check_assessed,
    pnc_checked,
    pnd_check_assessed,
    pnd_checked,
    risk_plan_in_date,
)

TITLE = "Assessments, plans and checks"

DUTIES = (
    arms_reassessment.DUTY,
    other_tool_assessment.DUTY,
    risk_plan_in_date.DUTY,
    pnd_checked.DUTY,
    pnd_check_assessed.DUTY,
    pnc_checked.DUTY,
    pnc_check_assessed.DUTY,
    disclosure_considered.DUTY,
    disclosure_request_decided.DUTY,
    further_offence_reviewed.DUTY,
)
