"""Seized device sent for examination."""

from dutybook.duties.catalogue.devices.device_stage import stage_duty
from dutybook.duties.catalogue.devices.device_submitted_examples import EXAMPLES

DUTY = stage_duty(
    key="device_submitted",
    title="Seized device sent for examination",
    begins=("seized",),
    ends=("submitted", "accepted", "started", "returned"),
    policy="device.submit_within",
    of_this=(
        "A device given back without examination, when that is the decision, also ends this stage."
    ),
    examples=EXAMPLES,
)
