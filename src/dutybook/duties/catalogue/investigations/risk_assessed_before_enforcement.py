"""Intelligence and risk assessed before enforcement."""

from datetime import date

from dutybook.duties.catalogue.investigations.risk_assessed_before_enforcement_examples import (
    EXAMPLES,
)
from dutybook.duties.language import Duty, Event, Levels, Source, Yes

DUTY = Duty(
    key="risk_assessed_before_enforcement",
    title="Intelligence and risk assessed before enforcement",
    form="each_event",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 1): intelligence and risk are assessed regularly, "
        "both before enforcement and throughout the investigation. How fresh the assessment must "
        "be on the day is not published: the force's own rule says it, and the record says "
        "whether it was kept.",
        "https://metro.co.uk/2023/04/05/delayed-police-response-to-online-sexual-abuse-leaves-"
        "children-at-risk-18560859/",
    ),
    why_it_matters=(
        "Officers who go through a door on old intelligence may find a child nobody knew of, or a "
        "suspect nobody expected to be in despair. Each record of what an action rested on says "
        "whether intelligence and risk had been assessed again before it, as lately as the force "
        "asks. Assessed afterwards is not before: the risk was run at the door, and nothing mends "
        "it. What is left blank is unknown."
    ),
    limbs=("1b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("enforcement_basis"),
    condition=Yes("assessed_before"),
    levels=Levels("grade", "level"),
    examples=EXAMPLES,
)
