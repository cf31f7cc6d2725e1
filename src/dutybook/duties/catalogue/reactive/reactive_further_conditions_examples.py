"""Worked examples of the duty to evidence further conditions of reactive management."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2020-01-10", {"state": "registered"})
LOW = Row("risk_level", "2020-01-10", {"level": "low"})
REACTIVE = Row("management", "2025-03-03 10:00", {"state": "reactive"})
WITHIN = Setting("reactive.evidence_within", 1, "months")
CONDITIONS = ("adult", "no_order", "authorised", "yearly_review")


def _evidence(condition: str, at: str, until: str = "2026-03-02") -> Row:
    return Row("reactive_evidence", at, {"condition": condition, "holds": True, "until": until})


def _entry(
    condition: str,
    due_at: str | None,
    status: str,
    met_at: str | None = None,
    overdue_days: int = 0,
) -> Expected:
    return Expected(
        "2025-03-03 10:00",
        due_at,
        status,
        met_at=met_at,
        overdue_days=overdue_days,
        condition=condition,
    )


EXAMPLES = (
    Example(
        title="The force has not adopted them: no standard is set",
        facts=(REGISTERED, LOW, REACTIVE),
        settings=(),
        day="2025-06-30",
        expected=tuple(_entry(one, None, "no_standard_set") for one in CONDITIONS),
    ),
    Example(
        title="Adopted: three were evidenced in the month, and no supervisor authorised it",
        facts=(
            REGISTERED,
            LOW,
            REACTIVE,
            *(_evidence(one, "2025-03-10 10:00") for one in ("adult", "no_order", "yearly_review")),
        ),
        settings=(WITHIN,),
        day="2025-04-08",
        expected=(
            _entry("adult", "2025-04-03", "met_on_time", "2025-03-10 10:00"),
            _entry("no_order", "2025-04-03", "met_on_time", "2025-03-10 10:00"),
            _entry("authorised", "2025-04-03", "overdue", overdue_days=5),
            _entry("yearly_review", "2025-04-03", "met_on_time", "2025-03-10 10:00"),
        ),
    ),
)
