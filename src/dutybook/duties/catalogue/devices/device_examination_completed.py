"""Examination of a device completed."""

from dutybook.duties.catalogue.devices.device_examination_completed_examples import EXAMPLES
from dutybook.duties.catalogue.devices.device_stage import stage_duty

DUTY = stage_duty(
    key="device_examination_completed",
    title="Examination of a device completed",
    begins=("started",),
    ends=("completed",),
    policy="device.complete_within",
    of_this=(
        "It runs from the day the examination began: together with the two waits before it, it is "
        "the device's whole age."
    ),
    examples=EXAMPLES,
)
