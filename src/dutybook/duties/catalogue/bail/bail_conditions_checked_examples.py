"""Worked examples of the duty to check bail conditions in each period."""

from dutybook.duties.examples import Example, Expected, Row, Setting

SEGMENTS = Setting("bail.period_reading", "segment")
WHOLE = Setting("bail.period_reading", "whole")

FIRST_SEGMENT = Row("bail_segment", "2025-01-11", {"until": "2025-04-10", "conditional": True})
EXTENDED = Row("bail_segment", "2025-04-11", {"until": "2025-07-10", "conditional": True})
CHECKED = Row("bail_check", "2025-02-03 11:00", {"proactive": True})
CHECKED_IN_MAY = Row("bail_check", "2025-05-02 11:00", {"proactive": True})

EXAMPLES = (
    Example(
        title="Checked in the first segment, and not in the extension",
        facts=(FIRST_SEGMENT, EXTENDED, CHECKED),
        settings=(SEGMENTS,),
        day="2025-07-31",
        expected=(
            Expected("2025-01-11", "2025-04-10", "met_on_time", met_at="2025-02-03 11:00"),
            Expected("2025-04-11", "2025-07-10", "closed_unmet", closed_at="2025-07-10"),
        ),
    ),
    Example(
        title="Checked in the extension only: the first segment stays unmet",
        facts=(FIRST_SEGMENT, EXTENDED, CHECKED_IN_MAY),
        settings=(SEGMENTS,),
        day="2025-07-31",
        expected=(
            Expected("2025-01-11", "2025-04-10", "closed_unmet", closed_at="2025-04-10"),
            Expected("2025-04-11", "2025-07-10", "met_on_time", met_at="2025-05-02 11:00"),
        ),
    ),
    Example(
        title="The same bail where the force reads the whole as one period",
        facts=(FIRST_SEGMENT, EXTENDED, CHECKED_IN_MAY),
        settings=(WHOLE,),
        day="2025-07-31",
        expected=(Expected("2025-01-11", "2025-07-10", "met_on_time", met_at="2025-05-02 11:00"),),
    ),
    Example(
        title="Bail ends early without a check: unmet, at its actual end",
        facts=(FIRST_SEGMENT, Row("bail_end", "2025-03-01 14:00")),
        settings=(SEGMENTS,),
        day="2025-07-31",
        expected=(
            Expected(
                "2025-01-11",
                "2025-03-01 14:00",
                "closed_unmet",
                closed_at="2025-03-01 14:00",
            ),
        ),
    ),
    Example(
        title="Word from a neighbour is not a proactive check: still due",
        facts=(FIRST_SEGMENT, Row("bail_check", "2025-02-03 11:00", {"proactive": False})),
        settings=(SEGMENTS,),
        day="2025-03-01",
        expected=(Expected("2025-01-11", "2025-04-10", "due"),),
    ),
    Example(
        title="No end is known yet: due, and never without a standard",
        facts=(Row("bail_segment", "2025-01-11", {"conditional": True}),),
        settings=(SEGMENTS,),
        day="2025-03-01",
        expected=(Expected("2025-01-11", None, "due"),),
    ),
    Example(
        title="Bail without conditions: nothing to check",
        facts=(Row("bail_segment", "2025-01-11", {"until": "2025-04-10", "conditional": False}),),
        settings=(SEGMENTS,),
        day="2025-03-01",
        expected=(),
    ),
    Example(
        title="The force has not said what a period is",
        facts=(FIRST_SEGMENT, CHECKED),
        settings=(),
        day="2025-03-01",
        expected=(Expected("2025-01-11", None, "no_standard_set", met_at="2025-02-03 11:00"),),
    ),
)
