"""Worked examples of the duty to act on a referral within its grade's target."""

from dutybook.duties.examples import Example, Expected, Row, Setting

RECEIVED = Row("referral", "2025-05-01 10:00")
ARRESTED = Row("enforcement", "2025-05-08 07:00", {"kind": "arrest"})

FROM_RECEIPT = Setting("referral.clock_starts", "receipt")
FROM_GRADING = Setting("referral.clock_starts", "grading")
TARGETS = (
    Setting("referral.target", 24, "hours", level="very_high"),
    Setting("referral.target", 7, "days", level="high"),
    Setting("referral.target", 14, "days", level="medium"),
    Setting("referral.target", 30, "days", level="low"),
)


def _graded(level: str, at: str = "2025-05-02 09:00") -> Row:
    return Row("grade", at, {"level": level})


EXAMPLES = (
    Example(
        title="Graded high the day after receipt: the seven days run from receipt",
        facts=(RECEIVED, _graded("high"), ARRESTED),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-05-31",
        expected=(
            Expected("2025-05-01 10:00", "2025-05-08", "met_on_time", met_at="2025-05-08 07:00"),
        ),
    ),
    Example(
        title="The same referral where the force starts the clock at grading",
        facts=(RECEIVED, _graded("high"), ARRESTED),
        settings=(FROM_GRADING, *TARGETS),
        day="2025-05-31",
        expected=(
            Expected("2025-05-02 09:00", "2025-05-09", "met_on_time", met_at="2025-05-08 07:00"),
        ),
    ),
    Example(
        title="The force has not said what starts the clock",
        facts=(RECEIVED, _graded("high"), ARRESTED),
        settings=TARGETS,
        day="2025-05-31",
        expected=(
            Expected("2025-05-01 10:00", None, "no_standard_set", met_at="2025-05-08 07:00"),
        ),
    ),
    Example(
        title="The force has set no target for the grade",
        facts=(RECEIVED, _graded("low")),
        settings=(FROM_RECEIPT,),
        day="2025-05-31",
        expected=(Expected("2025-05-01 10:00", None, "no_standard_set"),),
    ),
    Example(
        title="Never graded: unknown, however long it waits",
        facts=(RECEIVED,),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-08-31",
        expected=(Expected("2025-05-01 10:00", None, "unknown"),),
    ),
    Example(
        title="The grade rises: the shorter target runs from the rise, in hours",
        facts=(RECEIVED, _graded("medium"), _graded("very_high", "2025-05-06 12:00")),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-05-07",
        expected=(Expected("2025-05-01 10:00", "2025-05-07 12:00", "overdue", overdue_days=1),),
    ),
    Example(
        title="The grade falls before the target: the longer one counts from receipt",
        facts=(RECEIVED, _graded("high"), _graded("low", "2025-05-05 12:00")),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-05-20",
        expected=(Expected("2025-05-01 10:00", "2025-05-31", "due"),),
    ),
    Example(
        title="The grade falls when it is already overdue: it stays overdue",
        facts=(RECEIVED, _graded("high"), _graded("low", "2025-05-12 12:00")),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-05-20",
        expected=(Expected("2025-05-01 10:00", "2025-05-08", "overdue", overdue_days=12),),
    ),
    Example(
        title="Other activity is not action, and one arrest answers both open referrals",
        facts=(
            RECEIVED,
            _graded("low"),
            Row("enforcement", "2025-05-06 06:00", {"kind": "other"}),
            Row("referral", "2025-05-10 10:00"),
            Row("enforcement", "2025-06-04 06:00", {"kind": "arrest"}),
        ),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-06-30",
        expected=(
            Expected("2025-05-01 10:00", "2025-05-31", "met_late", met_at="2025-06-04 06:00"),
            Expected("2025-05-10 10:00", "2025-06-09", "met_on_time", met_at="2025-06-04 06:00"),
        ),
    ),
    Example(
        title="The investigation is ended after the target with nothing done",
        facts=(
            RECEIVED,
            _graded("medium"),
            Row("investigation_end", "2025-05-20 12:00", {"state": "ended"}),
        ),
        settings=(FROM_RECEIPT, *TARGETS),
        day="2025-05-31",
        expected=(
            Expected(
                "2025-05-01 10:00", "2025-05-15", "closed_unmet", closed_at="2025-05-20 12:00"
            ),
        ),
    ),
)
