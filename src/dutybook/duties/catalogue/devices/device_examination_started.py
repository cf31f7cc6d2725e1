"""Examination of a device begun."""

from dutybook.duties.catalogue.devices.device_examination_started_examples import EXAMPLES
from dutybook.duties.catalogue.devices.device_stage import stage_duty

DUTY = stage_duty(
    key="device_examination_started",
    title="Examination of a device begun",
    begins=("submitted",),
    ends=("started", "completed"),
    policy="device.start_within",
    of_this=(
        "The wait to be begun runs from the day it was sent, whether or not the laboratory has "
        "accepted it."
    ),
    examples=EXAMPLES,
)
