"""Worked examples of the duty to evidence the conditions of reactive management."""

from dutybook.duties.examples import Example, Expected, Row

REGISTERED = Row("registration", "2020-01-10", {"state": "registered"})
LOW = Row("risk_level", "2020-01-10", {"level": "low"})
REACTIVE = Row("management", "2025-03-03 10:00", {"state": "reactive"})
CONDITIONS = ("assessed_low", "no_offending", "no_notice", "monitored")


def _evidence(
    condition: str, at: str, until: str | None = "2026-03-02", *, holds: bool = True
) -> Row:
    return Row("reactive_evidence", at, {"condition": condition, "holds": holds, "until": until})


ALL = tuple(_evidence(one, "2025-03-01 10:00") for one in CONDITIONS)


def _entry(
    condition: str,
    status: str = "met_on_time",
    at: str = "2025-03-03 10:00",
    met_at: str | None = "2025-03-03 10:00",
    overdue_days: int = 0,
) -> Expected:
    return Expected(at, at, status, met_at=met_at, overdue_days=overdue_days, condition=condition)


EXAMPLES = (
    Example(
        title="Every condition was evidenced before he was moved",
        facts=(REGISTERED, LOW, *ALL, REACTIVE),
        settings=(),
        day="2025-06-30",
        expected=tuple(_entry(one) for one in CONDITIONS),
    ),
    Example(
        title="Three were evidenced, and nobody looked at the fourth",
        facts=(REGISTERED, LOW, *ALL[:3], REACTIVE),
        settings=(),
        day="2025-03-31",
        expected=(
            *(_entry(one) for one in CONDITIONS[:3]),
            _entry("monitored", "overdue", met_at=None, overdue_days=28),
        ),
    ),
    Example(
        title="A year later one has not been looked at again",
        facts=(
            REGISTERED,
            LOW,
            *ALL,
            *(_evidence(one, "2026-02-20 10:00", "2027-02-20") for one in CONDITIONS[1:]),
            REACTIVE,
        ),
        settings=(),
        day="2026-03-31",
        expected=(
            *(_entry(one) for one in CONDITIONS),
            _entry("assessed_low", "overdue", "2026-03-02", None, 29),
        ),
    ),
    Example(
        title="He comes to notice: that evidence ends the same day",
        facts=(
            REGISTERED,
            LOW,
            *ALL,
            REACTIVE,
            _evidence("no_notice", "2025-05-06 12:00", None, holds=False),
        ),
        settings=(),
        day="2025-05-09",
        expected=(
            *(_entry(one) for one in CONDITIONS),
            _entry("no_notice", "overdue", "2025-05-06 12:00", None, 3),
        ),
    ),
    Example(
        title="Back in active management: nothing is asked any more",
        facts=(
            REGISTERED,
            LOW,
            *ALL[:3],
            REACTIVE,
            Row("management", "2025-03-20 09:00", {"state": "active"}),
        ),
        settings=(),
        day="2025-06-30",
        expected=(
            *(_entry(one) for one in CONDITIONS[:3]),
            Expected(
                "2025-03-03 10:00",
                "2025-03-03 10:00",
                "closed_unmet",
                closed_at="2025-03-20 09:00",
                condition="monitored",
            ),
        ),
    ),
)
