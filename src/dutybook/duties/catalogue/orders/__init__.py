"""Civil orders that prevent sexual harm."""

from dutybook.duties.catalogue.orders import (
    order_breach_decided,
    order_conditions_checked,
    order_considered,
    order_end_decided,
)

TITLE = "Orders"

DUTIES = (
    order_considered.DUTY,
    order_conditions_checked.DUTY,
    order_end_decided.DUTY,
    order_breach_decided.DUTY,
)
