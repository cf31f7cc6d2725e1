"""Registered offenders who are managed reactively."""

from dutybook.duties.catalogue.reactive import (
    reactive_conditions,
    reactive_further_conditions,
    reactive_trigger_decided,
)

TITLE = "Reactive management"

DUTIES = (
    reactive_conditions.DUTY,
    reactive_further_conditions.DUTY,
    reactive_trigger_decided.DUTY,
)
