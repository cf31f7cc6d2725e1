"""R5 and R9: clocks that stop, and how time is counted."""

from dutybook.duties.examples import Example, Expected, Row, Setting
from dutybook.duties.language import Duty
from dutybook.duties.rules.illustrations import (
    BAIL_ENDS,
    NOTIFIED,
    NOTIFIED_AGAIN,
    PUT_OFF,
    REVIEWED,
)
from dutybook.duties.rules.rule import Rule, RuleExample

RELEVANT = Row("relevant_date", "2026-03-02 10:00")
NOTIFIED_LAST = Row("notification", "2025-03-10 10:00", {"kind": "periodic"})


def _custody(begins: str, ends: str) -> tuple[Row, Row]:
    return (
        Row("community_status", begins, {"state": "custody"}),
        Row("community_status", ends, {"state": "community"}),
    )


def _stopped(
    title: str, duty: Duty, facts: tuple[Row, ...], day: str, expected: Expected
) -> RuleExample:
    return RuleExample(duty, Example(title, facts, (), day, (expected,)))


STOPS = Rule(
    5,
    "Clocks that stop",
    "While a stop is in force there is no due date, but *stopped* and the time left. Afterwards "
    "due has moved: an allowance in hours by the length of the stop, one in days or months by "
    "the local midnights it holds, one in working days by those that begin a working day; an "
    "allowance of several parts part by part. Stops that overlap or touch count once. A stop "
    "counts from the anchor at the earliest, and one that begins after due changes nothing. It "
    "may carry a floor: due is never before its end plus so much, counted as the source says.",
    (
        _stopped(
            "Three days, and custody from the second: the clock stands",
            NOTIFIED,
            (RELEVANT, *_custody("2026-03-03 12:00", "2026-03-10 09:00")),
            "2026-03-05",
            Expected("2026-03-02 10:00", None, "stopped", left="1 day, 11 hours, 59 minutes"),
        ),
        _stopped(
            "The same, released: the stop held seven midnights",
            NOTIFIED,
            (RELEVANT, *_custody("2026-03-03 12:00", "2026-03-10 09:00")),
            "2026-03-12",
            Expected("2026-03-02 10:00", "2026-03-11", "overdue", overdue_days=1),
        ),
        _stopped(
            "A night in custody on the last day: three days are left at least",
            NOTIFIED_AGAIN,
            (NOTIFIED_LAST, *_custody("2026-03-09 22:00", "2026-03-10 08:00")),
            "2026-03-10",
            Expected("2025-03-10 10:00", "2026-03-12", "due"),
        ),
        _stopped(
            "Custody that begins after it was due changes nothing",
            NOTIFIED_AGAIN,
            (NOTIFIED_LAST, *_custody("2026-03-12 22:00", "2026-03-20 08:00")),
            "2026-03-21",
            Expected("2025-03-10 10:00", "2026-03-10", "overdue", overdue_days=11),
        ),
        _stopped(
            "Where a stop only puts off: the date fell in custody, and three days are left",
            PUT_OFF,
            (NOTIFIED_LAST, *_custody("2026-02-01 22:00", "2026-04-01 08:00")),
            "2026-04-01",
            Expected("2025-03-10 10:00", "2026-04-03", "due"),
        ),
        _stopped(
            "The same with a release before the date, which stays",
            PUT_OFF,
            (NOTIFIED_LAST, *_custody("2026-02-01 22:00", "2026-03-09 08:00")),
            "2026-03-09",
            Expected("2025-03-10 10:00", "2026-03-10", "due"),
        ),
    ),
    (
        "A stop holds a midnight that it begins with, and not one that it ends with.",
        "What changes while the clock stands is judged by the due date as it would be if the "
        "stop ended then; the time left is told anew when that makes it another.",
        "A rise or a tightening never pulls due below a floor. Of two floors the later counts, "
        "and a later stop moves it like any part.",
        "Stops of one kind that overlap or touch are one stop and end once; where several kinds "
        "overlap, each has its floor where it ends.",
        "Stops that only put off move no due date: one that falls within the stop is due by its "
        "floor, counted from its end, and any other stays. The time left is then what was left as "
        "the stop began.",
        "Only what plainly stops a clock does: where it is not recorded, the clock runs.",
    ),
)


def _review(title: str, at: str, setting: Setting, due: str, day: str) -> RuleExample:
    visit = Row("visit", at, {"outcome": "seen"})
    return RuleExample(
        REVIEWED, Example(title, (visit,), (setting,), day, (Expected(at, due, "due"),))
    )


def _bail(title: str, at: str, due: str) -> RuleExample:
    segment = Row("bail_segment", at)
    return RuleExample(
        BAIL_ENDS, Example(title, (segment,), (), at[:10], (Expected(at, due, "due"),))
    )


COUNTING = Rule(
    9,
    "Days and hours",
    "Hours are exact. Days, working days and months count in local time and end with their last "
    "day. Months clip to the end of a shorter month. Working days skip weekends and the bank "
    "holidays of England and Wales. Days *beginning with* a day include it. Months beginning "
    "with a day end the day before the same day of the last month, or with that month where it "
    "has no such day; the bail clock counts so from the day after arrest. Of a fact known only "
    "to the day, beginnings, rises and triggers count at its first instant, meetings, falls and "
    "ends at its last. A local time that is skipped or repeated is the later instant.",
    (
        _review(
            "Twenty-four hours across the night the clocks go forward",
            "2026-03-28 12:00",
            Setting("supervisor_review.within", 24, "hours"),
            "2026-03-29 13:00",
            "2026-03-28",
        ),
        _review(
            "One working day from the Thursday before Easter",
            "2026-04-02 09:00",
            Setting("supervisor_review.within", 1, "working_days"),
            "2026-04-07",
            "2026-04-06",
        ),
        _review(
            "A month from 31 January",
            "2026-01-31 09:00",
            Setting("supervisor_review.within", 1, "months"),
            "2026-02-28",
            "2026-02-28",
        ),
        _stopped(
            "Three days beginning with a Monday end on the Wednesday",
            NOTIFIED,
            (RELEVANT,),
            "2026-03-04",
            Expected("2026-03-02 10:00", "2026-03-04", "due"),
        ),
        _bail("Arrest on 28 February: three months from 1 March", "2026-02-28 15:00", "2026-05-31"),
        _bail("Arrest on 29 November: there is no 30 February", "2025-11-29 15:00", "2026-02-28"),
    ),
    ("Evidence begins: known only to the day, it counts from that day's first instant.",),
)

CLOCK_RULES = (STOPS, COUNTING)
