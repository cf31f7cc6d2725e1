"""Further conditions a force sets for reactive management."""

from datetime import date

from dutybook.duties.catalogue.reactive.reactive_further_conditions_examples import EXAMPLES
from dutybook.duties.language import (
    AllOf,
    Allowance,
    Duty,
    Event,
    Evidence,
    Holds,
    Is,
    Levels,
    No,
    Source,
    Yes,
)

DUTY = Duty(
    key="reactive_further_conditions",
    title="Further conditions a force sets for reactive management",
    form="while",
    subject="offender",
    definition_version=1,
    source=Source(
        "National practice is said to ask also, for reactive management, that the offender is an "
        "adult, that no civil order is in force, that a supervisor authorised it, and that it is "
        "reviewed every year with fresh checks. No published text of these was found, so a force "
        "that adopts them says so by setting the time in which they are to be evidenced.",
        "https://hmicfrs.justiceinspectorates.gov.uk/glossary/reactive-management/",
    ),
    why_it_matters=(
        "What is only said must not pass for a rule, and must not be forgotten either. Until the "
        "force sets a time these conditions have no standard, and nothing here counts as met."
    ),
    limbs=("10c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("management", "state", ("reactive",)),
    ),
    conditions=(
        Evidence(
            "adult",
            "An adult",
            Event("reactive_evidence", where=AllOf(Is("condition", "adult"), Yes("holds"))),
            expires="until",
            ended_by=Event("reactive_evidence", where=AllOf(Is("condition", "adult"), No("holds"))),
        ),
        Evidence(
            "no_order",
            "No civil order in force",
            Event("reactive_evidence", where=AllOf(Is("condition", "no_order"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "no_order"), No("holds"))
            ),
        ),
        Evidence(
            "authorised",
            "Authorised by a supervisor",
            Event("reactive_evidence", where=AllOf(Is("condition", "authorised"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "authorised"), No("holds"))
            ),
        ),
        Evidence(
            "yearly_review",
            "Reviewed within the year, with fresh checks",
            Event("reactive_evidence", where=AllOf(Is("condition", "yearly_review"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "yearly_review"), No("holds"))
            ),
        ),
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="reactive.evidence_within"),
    examples=EXAMPLES,
)
