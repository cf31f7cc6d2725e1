"""Worked examples of the duty to use a grading tool on every referral."""

from dutybook.duties.examples import Example, Expected, Row, Setting

REFERRED = Row("referral", "2025-03-03 09:00")
WITHIN = Setting("tools.within", 2, "working_days")

EXAMPLES = (
    Example(
        title="Graded the next day",
        facts=(
            REFERRED,
            Row("tool_use", "2025-03-04 11:00", {"tool": "kirat", "result": "graded"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", "2025-03-05", "met_on_time", met_at="2025-03-04 11:00"),
        ),
    ),
    Example(
        title="Does not fit the case, and the reason is recorded",
        facts=(
            REFERRED,
            Row(
                "tool_use",
                "2025-03-05 16:00",
                {"tool": "kirat", "result": "not_applicable", "reason": True},
            ),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", "2025-03-05", "met_on_time", met_at="2025-03-05 16:00"),
        ),
    ),
    Example(
        title="Set aside with no reason recorded",
        facts=(
            REFERRED,
            Row("tool_use", "2025-03-04 11:00", {"tool": "kirat", "result": "not_applicable"}),
        ),
        settings=(WITHIN,),
        day="2025-03-10",
        expected=(Expected("2025-03-03 09:00", "2025-03-05", "overdue", overdue_days=5),),
    ),
    Example(
        title="The other tool is not this one, and closing the case ends nothing",
        facts=(
            REFERRED,
            Row("tool_use", "2025-03-04 11:00", {"tool": "prioritisation", "result": "graded"}),
            Row("investigation_end", "2025-03-04 12:00", {"state": "ended"}),
        ),
        settings=(WITHIN,),
        day="2025-03-06",
        expected=(Expected("2025-03-03 09:00", "2025-03-05", "overdue", overdue_days=1),),
    ),
    Example(
        title="A second referral needs the tool again; one use answers both that are open",
        facts=(
            REFERRED,
            Row("referral", "2025-03-04 10:00"),
            Row("tool_use", "2025-03-06 11:00", {"tool": "kirat", "result": "graded"}),
        ),
        settings=(WITHIN,),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", "2025-03-05", "met_late", met_at="2025-03-06 11:00"),
            Expected("2025-03-04 10:00", "2025-03-06", "met_on_time", met_at="2025-03-06 11:00"),
        ),
    ),
    Example(
        title="The force has not set the time: graded, and still no standard set",
        facts=(
            REFERRED,
            Row("tool_use", "2025-03-04 11:00", {"tool": "kirat", "result": "graded"}),
        ),
        settings=(),
        day="2025-03-31",
        expected=(
            Expected("2025-03-03 09:00", None, "no_standard_set", met_at="2025-03-04 11:00"),
        ),
    ),
)
