"""R1 to R3: when entries open, by when they are due, and what a change of level does."""

from dutybook.duties.examples import Example, Expected, Row, Setting
from dutybook.duties.rules.illustrations import REVIEWED, VISITED
from dutybook.duties.rules.rule import Rule, RuleExample

REGISTERED = Row("registration", "2025-01-10", {"state": "registered"})
LOW = Row("risk_level", "2025-01-10", {"level": "low"})
MEDIUM = Row("risk_level", "2025-01-10", {"level": "medium"})
SEEN = Row("visit", "2025-01-20 10:30", {"outcome": "seen"})
FIRST = Setting("visit.first", 10, "days")
LOW_MAXIMUM = Setting("visit.maximum", 12, "months", level="low")
MEDIUM_MAXIMUM = Setting("visit.maximum", 6, "months", level="medium")
HIGH_MAXIMUM = Setting("visit.maximum", 3, "months", level="high")
VISITED_FIRST = Expected("2025-01-10", "2025-01-20", "met_on_time", met_at="2025-01-20 10:30")
REVIEWED_VISIT = Row("visit", "2026-02-02 10:00", {"outcome": "seen"}, fact_id=1)


def _review(title: str, settings: tuple[Setting, ...], day: str, expected: Expected) -> RuleExample:
    example = Example(title, (REVIEWED_VISIT,), settings, day, (expected,))
    return RuleExample(REVIEWED, example)


APPLIES = Rule(
    1,
    "When a duty applies",
    "A duty applies to a subject during intervals; those that overlap or touch are one. A "
    "recurring entry, and each condition of a *while* duty, opens when an interval begins; other "
    "entries open at their trigger, the start of their period or their event inside one. What "
    "happens at the very end of an interval still counts for what is open.",
    (
        RuleExample(
            VISITED,
            Example(
                "Custody ends the interval, and release begins another",
                (
                    REGISTERED,
                    MEDIUM,
                    Row("community_status", "2025-01-15 12:00", {"state": "custody"}),
                    Row("community_status", "2025-02-03 09:00", {"state": "community"}),
                ),
                (FIRST, MEDIUM_MAXIMUM),
                "2025-02-05",
                (
                    Expected(
                        "2025-01-10", "2025-01-20", "no_longer_owed", closed_at="2025-01-15 12:00"
                    ),
                    Expected("2025-02-03 09:00", "2025-02-13", "due"),
                ),
            ),
        ),
        RuleExample(
            VISITED,
            Example(
                "Until 31 March and from 1 April is one interval",
                (
                    REGISTERED,
                    MEDIUM,
                    Row("registration", "2025-03-31", {"state": "ended"}),
                    Row("registration", "2025-04-01", {"state": "registered"}),
                ),
                (Setting("visit.first", 6, "months"), MEDIUM_MAXIMUM),
                "2025-05-01",
                (Expected("2025-01-10", "2025-07-10", "due"),),
            ),
        ),
    ),
    (
        "A day's last instant touches the next day's first.",
        "An interval is named by the fact that makes it begin (the release, not the "
        "registration); merged ones by the earliest.",
    ),
)

ALLOWANCE = Rule(
    2,
    "By when",
    "Due is the anchor plus the allowance in force at the anchor, and is inclusive. The anchor is "
    "the trigger (once), the later of the last meeting and the beginning of the interval "
    "(recurring), the end of the period (each period) or the event (each event). A policy first "
    "set while an entry is open counts from the anchor; one that is tightened makes due the "
    "earlier of the present due and the policy's date plus the new allowance; one that is "
    "loosened counts from the next entry. A plan of the subject's own stands in place of the "
    "policy, and the shorter of it and the force's maximum counts. A date that the opening fact "
    "itself names stands in place of both, under the same maximum. Unset is later than any date.",
    (
        _review(
            "A policy first set while an entry is open counts from the anchor",
            (Setting("supervisor_review.within", 1, "months", from_day="2026-02-20"),),
            "2026-03-05",
            Expected("2026-02-02 10:00", "2026-03-02", "overdue", overdue_days=3),
        ),
        _review(
            "Tightened on 1 March: due a month from then, not three from the visit",
            (
                Setting("supervisor_review.within", 3, "months"),
                Setting("supervisor_review.within", 1, "months", from_day="2026-03-01"),
            ),
            "2026-03-05",
            Expected("2026-02-02 10:00", "2026-04-01", "due"),
        ),
        _review(
            "Loosened on 20 February: what is open keeps its date",
            (
                Setting("supervisor_review.within", 1, "months"),
                Setting("supervisor_review.within", 3, "months", from_day="2026-02-20"),
            ),
            "2026-03-05",
            Expected("2026-02-02 10:00", "2026-03-02", "overdue", overdue_days=3),
        ),
        _review(
            "Nothing set: no standard, and nothing that counts as met",
            (),
            "2026-03-05",
            Expected("2026-02-02 10:00", None, "no_standard_set"),
        ),
    ),
    (
        "An entry keeps, for each level, the allowance it was opened under; a first setting or "
        "a tightening replaces it, a loosening does not.",
        "Tighter or looser is decided by the date that the anchor plus the allowance gives.",
        "Figures set by law count like policies that every force has, from the day of each; they "
        "are nobody's policy.",
    ),
)

LEVELS = Rule(
    3,
    "Changes of level",
    "When the level rises, due becomes the earlier of the present due and the rise plus the new "
    "level's allowance. When it falls, due becomes the later of the present due and the anchor "
    "plus the new level's allowance; what is already overdue keeps its date until met. Without a "
    "recorded level it is *unknown*, and the first level after that acts like a policy first set.",
    (
        RuleExample(
            VISITED,
            Example(
                "A rise counts from itself",
                (REGISTERED, LOW, SEEN, Row("risk_level", "2025-06-01 09:00", {"level": "high"})),
                (FIRST, LOW_MAXIMUM, HIGH_MAXIMUM),
                "2025-08-31",
                (VISITED_FIRST, Expected("2025-01-20 10:30", "2025-09-01", "due")),
            ),
        ),
        RuleExample(
            VISITED,
            Example(
                "A fall counts from the anchor",
                (REGISTERED, MEDIUM, SEEN, Row("risk_level", "2025-06-01 09:00", {"level": "low"})),
                (FIRST, LOW_MAXIMUM, MEDIUM_MAXIMUM),
                "2025-08-01",
                (VISITED_FIRST, Expected("2025-01-20 10:30", "2026-01-20", "due")),
            ),
        ),
        RuleExample(
            VISITED,
            Example(
                "A fall forgives nothing that is overdue",
                (REGISTERED, MEDIUM, SEEN, Row("risk_level", "2025-08-01 09:00", {"level": "low"})),
                (FIRST, LOW_MAXIMUM, MEDIUM_MAXIMUM),
                "2025-08-02",
                (
                    VISITED_FIRST,
                    Expected("2025-01-20 10:30", "2025-07-20", "overdue", overdue_days=13),
                ),
            ),
        ),
    ),
    ("A level that is lost moves no due date.",),
)

OPENING_RULES = (APPLIES, ALLOWANCE, LEVELS)
