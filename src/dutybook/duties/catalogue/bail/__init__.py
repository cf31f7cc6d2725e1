"""Pre-charge bail."""

from dutybook.duties.catalogue.bail import (
    bail_conditions_checked,
)

TITLE = "Bail"

DUTIES = (bail_conditions_checked.DUTY,)
