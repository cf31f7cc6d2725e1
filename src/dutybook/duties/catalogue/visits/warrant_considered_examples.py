"""Worked examples of the duty to consider a warrant."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
HIGH = Row("risk_level", "2025-01-10", {"level": "high"})
FIRST = Row("entry_attempt", "2025-03-04 18:30", {"outcome": "not_entered", "failure": "first"})
SECOND = Row("entry_attempt", "2025-03-11 07:15", {"outcome": "not_entered", "failure": "second"})
WITHIN = Setting("warrant.consider_within", 3, "working_days")

EXAMPLES = (
    Example(
        title="Two attempts failed, and a warrant was applied for",
        facts=(
            REGISTERED,
            HIGH,
            FIRST,
            SECOND,
            Row("warrant_decision", "2025-03-12 10:00", {"decision": "apply", "rationale": True}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-11 07:15", "2025-03-14", "met_on_time", met_at="2025-03-12 10:00"),
        ),
    ),
    Example(
        title="A third attempt instead of a decision: now two are open",
        facts=(
            REGISTERED,
            HIGH,
            FIRST,
            SECOND,
            Row(
                "entry_attempt", "2025-03-18 20:00", {"outcome": "not_entered", "failure": "later"}
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-20",
        expected=(
            Expected("2025-03-11 07:15", "2025-03-14", "overdue", overdue_days=6),
            Expected("2025-03-18 20:00", "2025-03-21", "due"),
        ),
    ),
    Example(
        title="He let them in between the two: the count began anew",
        facts=(
            REGISTERED,
            HIGH,
            FIRST,
            Row("entry_attempt", "2025-03-06 18:00", {"outcome": "entered"}),
            Row(
                "entry_attempt", "2025-03-11 07:15", {"outcome": "not_entered", "failure": "first"}
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(),
    ),
    Example(
        title="In custody: nobody need ask for a warrant",
        facts=(
            REGISTERED,
            HIGH,
            FIRST,
            SECOND,
            Row("community_status", "2025-03-12 09:00", {"state": "custody"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected(
                "2025-03-11 07:15", "2025-03-14", "no_longer_owed", closed_at="2025-03-12 09:00"
            ),
        ),
    ),
    Example(
        title="The time is not set",
        facts=(REGISTERED, HIGH, FIRST, SECOND),
        settings=(),
        day="2025-03-31",
        expected=(Expected("2025-03-11 07:15", None, "no_standard_set"),),
    ),
)
