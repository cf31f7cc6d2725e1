"""Duties that stand for their forms on the page of the rules. No force owes them."""

from datetime import date
from typing import Any

from dutybook.duties.language import (
    AllOf,
    Allowance,
    AuthorisedBy,
    Duty,
    Event,
    Evidence,
    Figure,
    Floor,
    Holds,
    Is,
    Levels,
    No,
    OwnPlan,
    Period,
    Preceded,
    Source,
    Statute,
    Stop,
    Yes,
)

SOURCE = Source("It illustrates a rule.", "https://www.legislation.gov.uk/")
AWAY = Holds("community_status", "state", ("custody", "hospital", "abroad"))


def illustration(key: str, title: str, **parts: Any) -> Duty:
    """A duty of which only the parts that matter to a rule are said."""
    common: dict[str, Any] = {
        "key": key,
        "title": title,
        "source": SOURCE,
        "why_it_matters": "It illustrates a rule.",
        "limbs": (),
        "drafted_by": "Dutybook project",
        "review_date": date(2030, 1, 1),
        "definition_version": 1,
    }
    return Duty(**(common | parts))


VISITED = illustration(
    "illustration_visited",
    "Visited again within the interval of his level, while registered and in the community",
    form="recurring",
    subject="offender",
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("community_status", "state", ("community",), before=True),
    ),
    meets=Event("visit", where=Is("outcome", "seen")),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(
        first="visit.first", own_plan=OwnPlan("visit_plan"), ceiling="visit.maximum"
    ),
)

REVIEWED = illustration(
    "illustration_reviewed",
    "Each visit reviewed by a supervisor",
    form="once",
    subject="offender",
    opens=Event("visit", where=Is("outcome", "seen")),
    meets=Event("supervisor_review", where=Is("what", "visit"), names="of"),
    allowance=Allowance(next="supervisor_review.within"),
)

NOTIFIED = illustration(
    "illustration_notified",
    "Notified within three days beginning with the relevant date, days away not counted",
    form="once",
    subject="offender",
    opens=Event("relevant_date"),
    meets=Event("notification"),
    stops=(Stop("in custody, in hospital or abroad", AWAY),),
    allowance=Allowance(
        next=Statute(
            "Sexual Offences Act 2003, s. 83",
            (Figure(3, "days_beginning_with", date(2004, 5, 1)),),
        )
    ),
)

NOTIFIED_AGAIN = illustration(
    "illustration_notified_again",
    "Notified again within a year, and never less than three days after release",
    form="once",
    subject="offender",
    opens=Event("notification"),
    meets=Event("notification"),
    stops=(
        Stop(
            "in custody, in hospital or abroad",
            AWAY,
            Floor(3, "days_beginning_with", "Sexual Offences Act 2003, s. 85"),
        ),
    ),
    allowance=Allowance(
        next=Statute("Sexual Offences Act 2003, s. 85", (Figure(12, "months", date(2004, 5, 1)),))
    ),
)

ASSESSED_BEFORE = illustration(
    "illustration_assessed_before",
    "Risk assessed before an action, no longer ago than the force allows",
    form="each_event",
    subject="suspect",
    opens=Event("enforcement"),
    condition=Preceded(Event("risk_assessment"), "risk_assessment.before_enforcement"),
)

PUT_OFF = illustration(
    "illustration_put_off",
    "Notified again within a year; a date that falls in custody is put off",
    form="once",
    subject="offender",
    opens=Event("notification"),
    meets=Event("notification"),
    stops=(
        Stop(
            "in custody, in hospital or abroad",
            AWAY,
            Floor(3, "days_beginning_with", "Sexual Offences Act 2003, s. 85"),
            defers=True,
        ),
    ),
    allowance=Allowance(
        next=Statute("Sexual Offences Act 2003, s. 85", (Figure(12, "months", date(2004, 5, 1)),))
    ),
)

BAIL_ENDS = illustration(
    "illustration_bail_ends",
    "Bail ends within three months beginning with the day after arrest",
    form="once",
    subject="bail",
    opens=Event("bail_segment"),
    meets=Event("bail_end"),
    allowance=Allowance(
        next=Statute(
            "Police and Criminal Evidence Act 1984, s. 47ZB",
            (Figure(3, "months_beginning_next_day", date(2022, 10, 28)),),
        )
    ),
)

UNANNOUNCED = illustration(
    "illustration_unannounced",
    "Every visit unannounced, or authorised",
    form="each_event",
    subject="offender",
    opens=Event("visit"),
    condition=No("announced"),
    authorised_by=AuthorisedBy("visit_authorisation", "visit.authoriser_rank"),
)

CHECKED = illustration(
    "illustration_checked",
    "Conditions checked in each segment of bail",
    form="each_period",
    subject="bail",
    opens=Period("bail_segment", "until", where=Yes("conditional"), ended_by=Event("bail_end")),
    meets=Event("bail_check"),
)


def _shown(condition: str, title: str) -> Evidence:
    found = AllOf(Is("condition", condition), Yes("holds"))
    return Evidence(condition, title, Event("reactive_evidence", where=found), expires="until")


REACTIVE = illustration(
    "illustration_reactive",
    "While management is reactive, that he is an adult and under no order is evidenced",
    form="while",
    subject="offender",
    applies=(Holds("management", "state", ("reactive",)),),
    conditions=(
        _shown("adult", "He is an adult"),
        _shown("no_order", "No order is in force"),
    ),
)
