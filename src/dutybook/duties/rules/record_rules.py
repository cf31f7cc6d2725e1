"""R4, R6 to R8 and R12: meeting, ceasing, ties, what was known, and the identity of entries."""

from dutybook.duties.examples import Example, Expected, Row, Setting
from dutybook.duties.rules.illustrations import REVIEWED, VISITED
from dutybook.duties.rules.opening_rules import (
    FIRST,
    MEDIUM,
    MEDIUM_MAXIMUM,
    REGISTERED,
    SEEN,
    VISITED_FIRST,
)
from dutybook.duties.rules.rule import Rule, RuleExample

MONTH = (Setting("supervisor_review.within", 1, "months"),)
TWO_VISITS = (
    Row("visit", "2026-02-02 10:00", {"outcome": "seen"}, fact_id=1),
    Row("visit", "2026-02-09 10:00", {"outcome": "seen"}, fact_id=2),
)
OPEN_VISIT = Expected("2026-02-02 10:00", "2026-03-02", "due")
OPEN_OTHER = Expected("2026-02-09 10:00", "2026-03-09", "due")
REVIEWED_AT = "2026-02-11 15:00"

MEETING = Rule(
    4,
    "Meeting",
    "The first qualifying event at or after its opening meets an entry; never the event that "
    "opened it. An event that names what it is for meets only that; otherwise it meets the "
    "oldest that is open, or every one where the duty says so. A recurring duty then opens the "
    "next entry at that moment. An attempt that failed is not a qualifying event.",
    (
        RuleExample(
            REVIEWED,
            Example(
                "A review of the second visit leaves the first one open",
                (*TWO_VISITS, Row("supervisor_review", REVIEWED_AT, {"what": "visit", "of": 2})),
                MONTH,
                "2026-02-12",
                (
                    OPEN_VISIT,
                    Expected("2026-02-09 10:00", "2026-03-09", "met_on_time", met_at=REVIEWED_AT),
                ),
            ),
        ),
        RuleExample(
            REVIEWED,
            Example(
                "A review that names none meets the oldest",
                (*TWO_VISITS, Row("supervisor_review", REVIEWED_AT, {"what": "visit"})),
                MONTH,
                "2026-02-12",
                (
                    Expected("2026-02-02 10:00", "2026-03-02", "met_on_time", met_at=REVIEWED_AT),
                    OPEN_OTHER,
                ),
            ),
        ),
        RuleExample(
            VISITED,
            Example(
                "Nobody answered: not a visit",
                (REGISTERED, MEDIUM, Row("visit", "2025-01-20 10:30", {"outcome": "no_reply"})),
                (FIRST, MEDIUM_MAXIMUM),
                "2025-01-21",
                (Expected("2025-01-10", "2025-01-20", "overdue", overdue_days=1),),
            ),
        ),
    ),
)

AWAY = (
    Row("community_status", "2025-08-01 09:00", {"state": "custody"}),
    Row("community_status", "2025-10-01 09:00", {"state": "community"}),
)

CEASING = Rule(
    6,
    "Ceasing",
    "When the duty stops applying, an open entry closes at that moment: *closed unmet* if it was "
    "overdue, else *no longer owed*. If the duty applies again a new entry opens, and where the "
    "last one closed overdue it is due at the moment it opens.",
    (
        RuleExample(
            VISITED,
            Example(
                "Overdue into custody: due at once on release",
                (REGISTERED, MEDIUM, SEEN, *AWAY),
                (FIRST, MEDIUM_MAXIMUM),
                "2025-10-03",
                (
                    VISITED_FIRST,
                    Expected(
                        "2025-01-20 10:30",
                        "2025-07-20",
                        "closed_unmet",
                        closed_at="2025-08-01 09:00",
                    ),
                    Expected("2025-10-01 09:00", "2025-10-01 09:00", "overdue", overdue_days=2),
                ),
            ),
        ),
    ),
)

TIES = Rule(
    7,
    "Ties",
    "At one instant these are taken in order: policy, level, a stop begins, a stop ends, the duty "
    "begins to apply, triggers and periods begin, meeting events, periods end, evidence expires, "
    "the duty ceases to apply; within one of these, by the number of the fact.",
    (
        RuleExample(
            VISITED,
            Example(
                "A visit at the very moment of arrest still counts, and opens nothing",
                (
                    REGISTERED,
                    MEDIUM,
                    Row("visit", "2025-01-18 12:00", {"outcome": "seen"}),
                    Row("community_status", "2025-01-18 12:00", {"state": "custody"}),
                ),
                (FIRST, MEDIUM_MAXIMUM),
                "2025-01-19",
                (Expected("2025-01-10", "2025-01-20", "met_on_time", met_at="2025-01-18 12:00"),),
            ),
        ),
    ),
)

KEYED_LATE = (
    REGISTERED,
    MEDIUM,
    Row("visit", "2025-01-18 10:00", {"outcome": "seen"}, recorded_at="2025-02-03 09:00"),
)

KNOWN = Rule(
    8,
    "As known on a day",
    "Every fact has versions, each with the time it was keyed. With a knowledge time, of each "
    "fact the newest version keyed by then is read and nothing else; policies and bank holidays "
    "obey it too. So late keying is told apart from late action.",
    (
        RuleExample(
            VISITED,
            Example(
                "Visited in time and keyed late, as known before",
                KEYED_LATE,
                (FIRST, MEDIUM_MAXIMUM),
                "2025-01-31",
                (Expected("2025-01-10", "2025-01-20", "overdue", overdue_days=11),),
            ),
        ),
        RuleExample(
            VISITED,
            Example(
                "The same day, as known once it was keyed",
                KEYED_LATE,
                (FIRST, MEDIUM_MAXIMUM),
                "2025-01-31",
                (
                    Expected("2025-01-10", "2025-01-20", "met_on_time", met_at="2025-01-18 10:00"),
                    Expected("2025-01-18 10:00", "2025-07-18", "due"),
                ),
                known_on="2025-02-03",
            ),
        ),
    ),
)

IDENTITY = Rule(
    12,
    "Identity",
    "An entry is known by its duty, its subject, the fact that opened it and the name of its "
    "condition if it has one. So a rebuild gives the same entries, and a correction changes only "
    "what it must.",
    (
        RuleExample(
            VISITED,
            Example(
                "A visit whose time is corrected: the same two entries",
                (
                    REGISTERED,
                    MEDIUM,
                    Row("visit", "2025-01-18 10:00", {"outcome": "seen"}, fact_id=1),
                    Row(
                        "visit",
                        "2025-01-17 16:00",
                        {"outcome": "seen"},
                        recorded_at="2025-01-21 09:00",
                        fact_id=1,
                        version=2,
                    ),
                ),
                (FIRST, MEDIUM_MAXIMUM),
                "2025-01-31",
                (
                    Expected("2025-01-10", "2025-01-20", "met_on_time", met_at="2025-01-17 16:00"),
                    Expected("2025-01-17 16:00", "2025-07-17", "due"),
                ),
            ),
        ),
    ),
)

RECORD_RULES = (MEETING, CEASING, TIES, KNOWN, IDENTITY)
