"""Home visits to registered offenders."""

from dutybook.duties.catalogue.visits import (
    visit_unannounced_in_pairs,
    visit_within_interval,
)

TITLE = "Home visits"

DUTIES = (
    visit_within_interval.DUTY,
    visit_unannounced_in_pairs.DUTY,
)
