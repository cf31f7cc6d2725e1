"""Investigations of people suspected of abusing children online."""

from dutybook.duties.catalogue.investigations import (
    arrest_considered,
    bail_considered,
    enforcement_basis_recorded,
    escalation_decided,
    kirat_used,
    outside_case_overseen,
    prioritisation_tool_used,
    referral_acted_on,
    release_under_investigation_reviewed,
    risk_assessed_before_enforcement,
    risk_reassessed_throughout,
    search_warrant_used,
    suspect_pnd_checked,
)

TITLE = "Investigations"

DUTIES = (
    kirat_used.DUTY,
    prioritisation_tool_used.DUTY,
    referral_acted_on.DUTY,
    enforcement_basis_recorded.DUTY,
    risk_assessed_before_enforcement.DUTY,
    risk_reassessed_throughout.DUTY,
    outside_case_overseen.DUTY,
    escalation_decided.DUTY,
    arrest_considered.DUTY,
    bail_considered.DUTY,
    suspect_pnd_checked.DUTY,
    search_warrant_used.DUTY,
    release_under_investigation_reviewed.DUTY,
)
