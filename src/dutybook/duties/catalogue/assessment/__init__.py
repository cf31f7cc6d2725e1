"""Assessments, risk management plans and checks of registered offenders."""

from dutybook.duties.catalogue.assessment import (
    arms_reassessment,
)

TITLE = "Assessments, plans and checks"

DUTIES = (arms_reassessment.DUTY,)
