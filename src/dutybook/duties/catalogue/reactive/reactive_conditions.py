"""Conditions of reactive management evidenced."""

from datetime import date

from dutybook.duties.catalogue.reactive.reactive_conditions_examples import EXAMPLES
from dutybook.duties.language import (
    AllOf,
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
    key="reactive_conditions",
    title="Conditions of reactive management evidenced",
    form="while",
    subject="offender",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 10): every registered sex offender who is managed "
        "reactively meets the conditions of national practice. Those that are published: he is "
        "consistently assessed as low risk and has not offended for three years (National Police "
        "Chiefs' Council, 2017), has not recently come to notice, and is still monitored from a "
        "distance (inspectorate's glossary). The full test was not found; conditions that are "
        "only said to be in it are a duty of their own.",
        "https://news.npcc.police.uk/releases/new-tailored-approach-to-managing-registered-sex"
        "-offenders-introduced",
    ),
    why_it_matters=(
        "Reactive management takes a person off the visiting list, so each reason for doing so "
        "must stand in the record, and stay true. A condition nobody evidenced is not met: it is "
        "overdue from the moment reactive management began. Evidence lasts until the date it must "
        "be looked at again. When a condition is found no longer to hold, its evidence ends that "
        "day. Some forces visit these offenders once a year all the same; that is their own rule "
        "and no condition."
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
            "assessed_low",
            "Consistently assessed as low risk",
            Event("reactive_evidence", where=AllOf(Is("condition", "assessed_low"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "assessed_low"), No("holds"))
            ),
        ),
        Evidence(
            "no_offending",
            "No offending for three years",
            Event("reactive_evidence", where=AllOf(Is("condition", "no_offending"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "no_offending"), No("holds"))
            ),
        ),
        Evidence(
            "no_notice",
            "Not recently come to notice",
            Event("reactive_evidence", where=AllOf(Is("condition", "no_notice"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "no_notice"), No("holds"))
            ),
        ),
        Evidence(
            "monitored",
            "Still monitored, and notifying as the law requires",
            Event("reactive_evidence", where=AllOf(Is("condition", "monitored"), Yes("holds"))),
            expires="until",
            ended_by=Event(
                "reactive_evidence", where=AllOf(Is("condition", "monitored"), No("holds"))
            ),
        ),
    ),
    levels=Levels("risk_level", "level"),
    examples=EXAMPLES,
)
