"""Facts about exhibits that wait for digital examination: one subject is one device."""

from dutybook.duties.columns import Code, FactTable
from dutybook.duties.facts.scales import RISK_LEVELS


class DeviceStep(FactTable):
    """A step in the life of a seized device."""

    key = "device_step"
    subject = "device"
    step = Code(
        "which step",
        "seized",
        "submitted",
        "accepted",
        "started",
        "completed",
        "returned",
        required=True,
    )


class DeviceRisk(FactTable):
    """The grade of the case a device belongs to, from `at` until the next row."""

    key = "device_risk"
    subject = "device"
    level = Code("the grade that began to hold", *RISK_LEVELS, required=True)
