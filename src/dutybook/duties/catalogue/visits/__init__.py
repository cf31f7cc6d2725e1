"""Home visits to registered offenders, and what follows when one is not found."""

from dutybook.duties.catalogue.visits import (
    missing_plan_made,
    missing_plan_reviewed,
    visit_authorisation_assessed,
    visit_interval_in_plan,
    visit_unannounced_in_pairs,
    visit_within_interval,
    warrant_considered,
)

TITLE = "Home visits"

DUTIES = (
    visit_within_interval.DUTY,
    visit_interval_in_plan.DUTY,
    visit_unannounced_in_pairs.DUTY,
    visit_authorisation_assessed.DUTY,
    warrant_considered.DUTY,
    missing_plan_made.DUTY,
    missing_plan_reviewed.DUTY,
)
