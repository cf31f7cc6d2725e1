"""What supervisors owe on the work of offender managers."""

from dutybook.duties.catalogue.supervision import (
    register_mismatch_resolved,
    supervisor_review_of_arms,
    supervisor_review_of_plan,
    supervisor_review_of_visit,
)

TITLE = "Supervision"

DUTIES = (
    supervisor_review_of_arms.DUTY,
    supervisor_review_of_plan.DUTY,
    supervisor_review_of_visit.DUTY,
    register_mismatch_resolved.DUTY,
)
