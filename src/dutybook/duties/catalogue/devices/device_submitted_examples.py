"""Worked examples of the duty to send seized devices for examination"""

from dutybook.duties.examples import Example, Expected, Row, Setting

HIGH = Row("device_risk", "2025-03-05", {"level": "high"})


def _step(step: str, at: str) -> Row:
    return Row("device_step", at, {"step": step})


WITHIN = Setting("device.submit_within", 7, "days", level="high")

EXAMPLES = (
    Example(
        title="Sent on the third day",
        facts=(HIGH, _step("seized", "2025-03-05 08:00"), _step("submitted", "2025-03-08 10:00")),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-05 08:00", "2025-03-12", "met_on_time", met_at="2025-03-08 10:00"),
        ),
    ),
    Example(
        title="Still in the property store",
        facts=(HIGH, _step("seized", "2025-03-05 08:00")),
        settings=(WITHIN,),
        day="2025-03-15",
        expected=(Expected("2025-03-05 08:00", "2025-03-12", "overdue", overdue_days=3),),
    ),
    Example(
        title="The case's grade is not recorded",
        facts=(_step("seized", "2025-03-05 08:00"),),
        settings=(WITHIN,),
        day="2025-03-15",
        expected=(Expected("2025-03-05 08:00", None, "unknown"),),
    ),
    Example(
        title="The time is not set",
        facts=(HIGH, _step("seized", "2025-03-05 08:00")),
        settings=(),
        day="2025-03-15",
        expected=(Expected("2025-03-05 08:00", None, "no_standard_set"),),
    ),
)
