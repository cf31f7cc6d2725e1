"""Worked examples of the duty to complete the examination of devices"""

from dutybook.duties.examples import Example, Expected, Row, Setting

HIGH = Row("device_risk", "2025-03-05", {"level": "high"})


def _step(step: str, at: str) -> Row:
    return Row("device_step", at, {"step": step})


WITHIN = Setting("device.complete_within", 28, "days")
BEGUN = _step("started", "2025-05-02 09:00")

EXAMPLES = (
    Example(
        title="Completed on the last day",
        facts=(HIGH, BEGUN, _step("completed", "2025-05-30 16:00")),
        settings=(WITHIN,),
        day="2025-06-30",
        expected=(
            Expected("2025-05-02 09:00", "2025-05-30", "met_on_time", met_at="2025-05-30 16:00"),
        ),
    ),
    Example(
        title="Begun and not completed",
        facts=(HIGH, BEGUN),
        settings=(WITHIN,),
        day="2025-06-30",
        expected=(Expected("2025-05-02 09:00", "2025-05-30", "overdue", overdue_days=31),),
    ),
    Example(
        title="The time is not set",
        facts=(HIGH, BEGUN),
        settings=(),
        day="2025-06-30",
        expected=(Expected("2025-05-02 09:00", None, "no_standard_set"),),
    ),
)
