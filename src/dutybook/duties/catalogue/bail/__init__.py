"""Pre-charge bail."""

from dutybook.duties.catalogue.bail import (
    bail_authority_sound,
    bail_checked_while_suspended,
    bail_conditions_checked,
    bail_period_decided,
    first_bail_period_decided,
    victim_views_sought,
)

TITLE = "Bail"

DUTIES = (
    bail_conditions_checked.DUTY,
    bail_checked_while_suspended.DUTY,
    bail_authority_sound.DUTY,
    bail_period_decided.DUTY,
    first_bail_period_decided.DUTY,
    victim_views_sought.DUTY,
)
