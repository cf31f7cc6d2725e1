"""Children known to be at risk, and victims."""

from dutybook.duties.catalogue.children import (
    child_safeguarding_decided,
    social_care_answered,
    social_care_told,
    victim_told,
)

TITLE = "Children and victims"

DUTIES = (
    child_safeguarding_decided.DUTY,
    social_care_told.DUTY,
    social_care_answered.DUTY,
    victim_told.DUTY,
)
