"""Intelligence and risk assessed before enforcement."""

from datetime import date

from dutybook.duties.catalogue.investigations.risk_assessed_before_enforcement_examples import (
    EXAMPLES,
)
from dutybook.duties.language import Duty, Event, Levels, Preceded, Source

DUTY = Duty(
    key="risk_assessed_before_enforcement",
    title="Intelligence and risk assessed before enforcement",
    form="each_event",
    subject="suspect",
    definition_version=2,
    source=Source(
        "HMICFRS (April 2026, recommendation 1): intelligence and risk are assessed regularly, "
        "both before enforcement and throughout the investigation. How fresh the assessment must "
        "be on the day is not published: the force sets it, by grade.",
        "https://metro.co.uk/2023/04/05/delayed-police-response-to-online-sexual-abuse-leaves-"
        "children-at-risk-18560859/",
    ),
    why_it_matters=(
        "Officers who go through a door on old intelligence may find a child nobody knew of, or a "
        "suspect nobody expected to be in despair. Each action is held against the last recorded "
        "assessment before it. Assessed afterwards is not before: the risk was run at the door, "
        "and nothing mends it. Where the force has not said how old an assessment may be, nobody "
        "can say whether it was fresh: unknown, and never met."
    ),
    limbs=("1b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("enforcement"),
    condition=Preceded(Event("risk_assessment"), "risk_assessment.before_enforcement"),
    levels=Levels("grade", "level"),
    examples=EXAMPLES,
)
