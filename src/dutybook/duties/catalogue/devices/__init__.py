"""Seized devices that wait for digital examination."""

from dutybook.duties.catalogue.devices import (
    device_examination_completed,
    device_examination_started,
    device_submitted,
)

TITLE = "Devices"

DUTIES = (
    device_submitted.DUTY,
    device_examination_started.DUTY,
    device_examination_completed.DUTY,
)
