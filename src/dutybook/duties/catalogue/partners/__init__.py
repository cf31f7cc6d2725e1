"""Agreements with other bodies, and what passes under them."""

from dutybook.duties.catalogue.partners import (
    escalation_from_probation_answered,
    escalation_to_probation_answered,
    family_support_agreement_in_force,
    probation_agreement_in_force,
    probation_reviewed_both_ways,
)

TITLE = "Partners"

DUTIES = (
    probation_agreement_in_force.DUTY,
    probation_reviewed_both_ways.DUTY,
    escalation_from_probation_answered.DUTY,
    escalation_to_probation_answered.DUTY,
    family_support_agreement_in_force.DUTY,
)
