"""Bail conditions checked in each applicable bail period segment."""

from datetime import date

from dutybook.duties.catalogue.bail.bail_conditions_checked_examples import EXAMPLES
from dutybook.duties.language import Duty, Event, Option, Period, Reading, Source, Yes

DUTY = Duty(
    key="bail_conditions_checked",
    title="Bail conditions checked in each applicable bail period segment",
    form="each_period",
    subject="bail",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 4): when suspects of online child sexual abuse are "
        "on bail, conditions are proactively checked at least once per applicable bail period. "
        "The Police and Criminal Evidence Act 1984, ss. 47ZA to 47ZM, makes that one period which "
        "is extended; whether the inspectorate means the whole of it or each segment is not "
        "published. The force says which reading it takes, and the reading is named with every "
        "figure.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/47ZB",
    ),
    why_it_matters=(
        "Conditions protect a child only while they are kept, and nobody knows that they are "
        "kept unless somebody looks. A check that came from a complaint is not proactive. Only "
        "bail with conditions counts; where it is not recorded whether there are any, the period "
        "counts. A check outside the period does not meet it, and a period that ends without one "
        "stays unmet: nothing done later can mend it."
    ),
    limbs=("4b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Reading(
        "bail.period_reading",
        (
            Option(
                "segment",
                Period(
                    "bail_segment", "until", where=Yes("conditional"), ended_by=Event("bail_end")
                ),
            ),
            Option(
                "whole",
                Period(
                    "bail_segment",
                    "until",
                    where=Yes("conditional"),
                    ended_by=Event("bail_end"),
                    whole=True,
                ),
            ),
        ),
    ),
    meets=Event("bail_check", where=Yes("proactive")),
    examples=EXAMPLES,
)
