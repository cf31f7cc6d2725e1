"""Registered offenders who are managed reactively."""

from dutybook.duties.catalogue.reactive import (
    reactive_trigger_decided,
)

TITLE = "Reactive management"

DUTIES = (reactive_trigger_decided.DUTY,)
