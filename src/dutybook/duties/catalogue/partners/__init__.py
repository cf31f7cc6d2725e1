"""Agreements with other bodies, and what passes under them."""

from dutybook.duties.catalogue.partners import (
    escalation_from_probation_answered,
    escalation_to_probation_answered,
    probation_reviewed_both_ways,
)

TITLE = "Partners"

DUTIES = (
    probation_reviewed_both_ways.DUTY,
    escalation_from_probation_answered.DUTY,
    escalation_to_probation_answered.DUTY,
)
