"""Worked examples of the duty to visit within the offender's interval."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
SEEN_IN_JANUARY = Row("visit", "2025-01-20 10:30", {"outcome": "seen"})

FIRST = Setting("visit.first", 10, "days")
MEDIUM_MAXIMUM = Setting("visit.maximum", 6, "months", level="medium")

FIRST_VISIT_MET = Expected(
    "2025-01-10", "2025-01-20", "met_on_time", met_at="2025-01-20 10:30"
)  # fmt: skip

LATE_KEYED = (
    REGISTERED,
    MEDIUM,
    Row("visit_plan", "2025-01-10", {"amount": 3, "unit": "months"}),
    SEEN_IN_JANUARY,
    Row("visit", "2025-04-15 14:00", {"outcome": "seen"}, recorded_at="2025-05-02 09:00"),
)

EXAMPLES = (
    Example(
        title="A plan of three months: two visits in time, then one overdue",
        facts=(
            REGISTERED,
            MEDIUM,
            Row("visit_plan", "2025-01-10", {"amount": 3, "unit": "months"}),
            SEEN_IN_JANUARY,
            Row("visit", "2025-04-15 14:00", {"outcome": "seen"}),
        ),
        settings=(FIRST, MEDIUM_MAXIMUM),
        day="2025-08-01",
        expected=(
            FIRST_VISIT_MET,
            Expected("2025-01-20 10:30", "2025-04-20", "met_on_time", met_at="2025-04-15 14:00"),
            Expected("2025-04-15 14:00", "2025-07-15", "overdue", overdue_days=17),
        ),
    ),
    Example(
        title="An attempt is not a visit: the clock runs from when he was last seen",
        facts=(
            REGISTERED,
            MEDIUM,
            SEEN_IN_JANUARY,
            Row("visit", "2025-04-10 18:00", {"outcome": "no_reply"}),
            Row("visit", "2025-07-02 19:15", {"outcome": "refused"}),
        ),
        settings=(FIRST, MEDIUM_MAXIMUM),
        day="2025-07-21",
        expected=(
            FIRST_VISIT_MET,
            Expected("2025-01-20 10:30", "2025-07-20", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="A plan longer than the force's maximum gives way to it",
        facts=(
            REGISTERED,
            Row("risk_level", "2025-01-10", {"level": "high"}),
            Row("visit_plan", "2025-01-10", {"amount": 12, "unit": "months"}),
            SEEN_IN_JANUARY,
        ),
        settings=(FIRST, Setting("visit.maximum", 3, "months", level="high")),
        day="2025-04-20",
        expected=(FIRST_VISIT_MET, Expected("2025-01-20 10:30", "2025-04-20", "due")),
    ),
    Example(
        title="Risk rises between visits: the shorter interval runs from the rise",
        facts=(
            REGISTERED,
            Row("risk_level", "2025-01-10", {"level": "low"}),
            SEEN_IN_JANUARY,
            Row("risk_level", "2025-06-01 09:00", {"level": "high"}),
        ),
        settings=(
            FIRST,
            Setting("visit.maximum", 12, "months", level="low"),
            Setting("visit.maximum", 3, "months", level="high"),
        ),
        day="2025-09-02",
        expected=(
            FIRST_VISIT_MET,
            Expected("2025-01-20 10:30", "2025-09-01", "overdue", overdue_days=1),
        ),
    ),
    Example(
        title="Custody ends what is owed, and release begins anew with the first allowance",
        facts=(
            REGISTERED,
            MEDIUM,
            SEEN_IN_JANUARY,
            Row("community_status", "2025-03-01 12:00", {"state": "custody"}),
            Row("community_status", "2025-09-01 09:00", {"state": "community"}),
        ),
        settings=(FIRST, MEDIUM_MAXIMUM),
        day="2025-09-05",
        expected=(
            FIRST_VISIT_MET,
            Expected(
                "2025-01-20 10:30", "2025-07-20", "no_longer_owed", closed_at="2025-03-01 12:00"
            ),
            Expected("2025-09-01 09:00", "2025-09-11", "due"),
        ),
    ),
    Example(
        title="Reactive management erases no lateness: back in active management, due at once",
        facts=(
            REGISTERED,
            MEDIUM,
            SEEN_IN_JANUARY,
            Row("management", "2025-08-01 09:00", {"state": "reactive"}),
            Row("management", "2025-10-01 09:00", {"state": "active"}),
        ),
        settings=(FIRST, MEDIUM_MAXIMUM),
        day="2025-10-03",
        expected=(
            FIRST_VISIT_MET,
            Expected(
                "2025-01-20 10:30", "2025-07-20", "closed_unmet", closed_at="2025-08-01 09:00"
            ),
            Expected("2025-10-01 09:00", "2025-10-01 09:00", "overdue", overdue_days=2),
        ),
    ),
    Example(
        title="Nothing is set: visited or not, it reads no standard set",
        facts=(REGISTERED, MEDIUM, SEEN_IN_JANUARY),
        settings=(),
        day="2025-12-31",
        expected=(
            Expected("2025-01-10", None, "no_standard_set", met_at="2025-01-20 10:30"),
            Expected("2025-01-20 10:30", None, "no_standard_set"),
        ),
    ),
    Example(
        title="A visit made in time and keyed late, as known before it was keyed",
        facts=LATE_KEYED,
        settings=(FIRST, MEDIUM_MAXIMUM),
        day="2025-04-30",
        expected=(
            FIRST_VISIT_MET,
            Expected("2025-01-20 10:30", "2025-04-20", "overdue", overdue_days=10),
        ),
    ),
    Example(
        title="The same visit on the same day, as known once it was keyed",
        facts=LATE_KEYED,
        settings=(FIRST, MEDIUM_MAXIMUM),
        day="2025-04-30",
        known_on="2025-05-02",
        expected=(
            FIRST_VISIT_MET,
            Expected("2025-01-20 10:30", "2025-04-20", "met_on_time", met_at="2025-04-15 14:00"),
            Expected("2025-04-15 14:00", "2025-07-15", "due"),
        ),
    ),
)
