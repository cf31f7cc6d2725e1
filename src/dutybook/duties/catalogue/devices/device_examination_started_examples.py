"""Worked examples of the duty to begin the examination of devices"""

from dutybook.duties.examples import Example, Expected, Row, Setting

HIGH = Row("device_risk", "2025-03-05", {"level": "high"})


def _step(step: str, at: str) -> Row:
    return Row("device_step", at, {"step": step})


WITHIN = Setting("device.start_within", 1, "months", level="high")
SENT = _step("submitted", "2025-03-08 10:00")

EXAMPLES = (
    Example(
        title="Accepted at once and begun late",
        facts=(
            HIGH,
            SENT,
            _step("accepted", "2025-03-09 10:00"),
            _step("started", "2025-05-02 09:00"),
        ),
        settings=(WITHIN,),
        day="2025-05-31",
        expected=(
            Expected("2025-03-08 10:00", "2025-04-08", "met_late", met_at="2025-05-02 09:00"),
        ),
    ),
    Example(
        title="The grade rises while it waits: the shorter time runs from the rise",
        facts=(
            Row("device_risk", "2025-03-05", {"level": "medium"}),
            SENT,
            Row("device_risk", "2025-03-20 12:00", {"level": "high"}),
        ),
        settings=(Setting("device.start_within", 6, "months", level="medium"), WITHIN),
        day="2025-04-22",
        expected=(Expected("2025-03-08 10:00", "2025-04-20", "overdue", overdue_days=2),),
    ),
    Example(
        title="The time is not set",
        facts=(HIGH, SENT),
        settings=(),
        day="2025-05-31",
        expected=(Expected("2025-03-08 10:00", None, "no_standard_set"),),
    ),
)
