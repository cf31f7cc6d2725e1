"""R10, R11 and R13: each event, each period, and while."""

from dutybook.duties.examples import Example, Expected, Row, Setting
from dutybook.duties.rules.illustrations import ASSESSED_BEFORE, CHECKED, REACTIVE, UNANNOUNCED
from dutybook.duties.rules.rule import Rule, RuleExample


def _leave(at: str, of: int) -> Row:
    return Row("visit_authorisation", at, {"of": of, "rank": "inspector", "rationale": True})


def _visit(at: str, number: int, announced: bool | None) -> Row:
    return Row("visit", at, {"announced": announced}, fact_id=number)


EVENTS = Rule(
    10,
    "Each event",
    "An event meets the duty when its condition holds. It is *authorised* when leave of "
    "sufficient rank, with a rationale, was given at or before it, *authorised late* when given "
    "after. An answer that is not recorded is *unknown*. A condition may look back: something else "
    "came at the event or before it, no longer ago than the force's setting allows. Otherwise it "
    "is *in breach*: it has a date and no age, and nothing mends it.",
    (
        RuleExample(
            UNANNOUNCED,
            Example(
                "Five visits",
                (
                    _visit("2026-02-02 10:00", 1, announced=False),
                    _leave("2026-02-03 09:00", 2),
                    _visit("2026-02-03 10:00", 2, announced=True),
                    _visit("2026-02-04 10:00", 3, announced=True),
                    _leave("2026-02-04 18:00", 3),
                    _visit("2026-02-05 10:00", 4, announced=True),
                    _visit("2026-02-06 10:00", 5, announced=None),
                ),
                (Setting("visit.authoriser_rank", "sergeant"),),
                "2026-02-10",
                (
                    Expected(
                        "2026-02-02 10:00",
                        "2026-02-02 10:00",
                        "met_on_time",
                        met_at="2026-02-02 10:00",
                    ),
                    Expected("2026-02-03 10:00", "2026-02-03 10:00", "authorised"),
                    Expected("2026-02-04 10:00", "2026-02-04 10:00", "authorised_late"),
                    Expected("2026-02-05 10:00", "2026-02-05 10:00", "in_breach"),
                    Expected("2026-02-06 10:00", "2026-02-06 10:00", "unknown"),
                ),
            ),
        ),
        RuleExample(
            ASSESSED_BEFORE,
            Example(
                "A condition that looks back: three arrests, and two days allowed",
                (
                    Row("enforcement", "2026-03-02 06:00", {"kind": "arrest"}),
                    Row("risk_assessment", "2026-03-03 15:00"),
                    Row("enforcement", "2026-03-05 06:00", {"kind": "arrest"}),
                    Row("enforcement", "2026-03-06 06:00", {"kind": "arrest"}),
                ),
                (Setting("risk_assessment.before_enforcement", 2, "days"),),
                "2026-03-10",
                (
                    Expected("2026-03-02 06:00", "2026-03-02 06:00", "in_breach"),
                    Expected(
                        "2026-03-05 06:00",
                        "2026-03-05 06:00",
                        "met_on_time",
                        met_at="2026-03-05 06:00",
                    ),
                    Expected("2026-03-06 06:00", "2026-03-06 06:00", "in_breach"),
                ),
            ),
        ),
    ),
)


def _segment(at: str, until: str) -> Row:
    return Row("bail_segment", at, {"until": until, "conditional": True})


PERIODS = Rule(
    11,
    "Each period",
    "Only an event inside a period meets it. An extension opens a new period, unless the setting "
    "says that the whole is one. A period that ends early is due at its actual end. Unmet at its "
    "end it is *closed unmet*, never *no longer owed*. Clocks do not stop: the end of the period "
    "holds its suspensions already.",
    (
        RuleExample(
            CHECKED,
            Example(
                "Checked in the first segment; the second ends early, unchecked",
                (
                    _segment("2026-01-05", "2026-04-04"),
                    Row("bail_check", "2026-02-20 11:00"),
                    _segment("2026-04-05", "2026-07-04"),
                    Row("bail_end", "2026-05-20 10:00"),
                ),
                (),
                "2026-06-01",
                (
                    Expected("2026-01-05", "2026-04-04", "met_on_time", met_at="2026-02-20 11:00"),
                    Expected(
                        "2026-04-05",
                        "2026-05-20 10:00",
                        "closed_unmet",
                        closed_at="2026-05-20 10:00",
                    ),
                ),
            ),
        ),
    ),
    ("A period without a known end is *due*, never without a standard.",),
)


def _shown(at: str, condition: str, until: str) -> Row:
    return Row("reactive_evidence", at, {"condition": condition, "holds": True, "until": until})


BEGINS = Row("management", "2026-01-05 09:00", {"state": "reactive"})
ADULT = _shown("2026-01-05", "adult", "2026-12-31")
ADULT_SHOWN = Expected(
    "2026-01-05 09:00",
    "2026-01-05 09:00",
    "met_on_time",
    met_at="2026-01-05 09:00",
    condition="adult",
)
NO_ORDER_SHOWN = Expected(
    "2026-01-05 09:00",
    "2026-01-05 09:00",
    "met_late",
    met_at="2026-01-10",
    condition="no_order",
)

WHILE = Rule(
    13,
    "While",
    "One entry for each named condition opens when the state begins, due then plus the allowance "
    "if there is one. Evidence meets it from its date until it expires; evidence that overlaps or "
    "touches is one. An evidenced entry stays open and counts as not overdue. When the evidence "
    "expires it closes, and a new entry opens, due at once. *Not evidenced* is never *met*.",
    (
        RuleExample(
            REACTIVE,
            Example(
                "One condition shown at once, the other five days later",
                (BEGINS, ADULT, _shown("2026-01-10", "no_order", "2026-03-31")),
                (),
                "2026-02-01",
                (ADULT_SHOWN, NO_ORDER_SHOWN),
            ),
        ),
        RuleExample(
            REACTIVE,
            Example(
                "The evidence of 31 March was not renewed",
                (BEGINS, ADULT, _shown("2026-01-10", "no_order", "2026-03-31")),
                (),
                "2026-04-02",
                (
                    ADULT_SHOWN,
                    NO_ORDER_SHOWN,
                    Expected(
                        "2026-03-31",
                        "2026-03-31",
                        "overdue",
                        overdue_days=2,
                        condition="no_order",
                    ),
                ),
            ),
        ),
        RuleExample(
            REACTIVE,
            Example(
                "Renewed from 1 April: one run of evidence",
                (
                    BEGINS,
                    ADULT,
                    _shown("2026-01-10", "no_order", "2026-03-31"),
                    _shown("2026-04-01", "no_order", "2026-09-30"),
                ),
                (),
                "2026-04-02",
                (ADULT_SHOWN, NO_ORDER_SHOWN),
            ),
        ),
    ),
    (
        "Once met, an entry is judged no more: no level, policy or stop moves its due date.",
        "Evidence older than the state meets the entry as it opens.",
        "Evidence whose expiry is not recorded evidences nothing where its expiry is asked for.",
        "An entry that evidence expiring opened is named by that evidence; of several that end "
        "together by the first.",
        "Where the state ends, what is evidenced closes as met.",
    ),
)

FORM_RULES = (EVENTS, PERIODS, WHILE)
