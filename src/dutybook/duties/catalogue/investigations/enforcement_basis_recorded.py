"""What an action rested on recorded."""

from datetime import date

from dutybook.duties.catalogue.investigations.enforcement_basis_recorded_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Is, Levels, Source

DUTY = Duty(
    key="enforcement_basis_recorded",
    title="What an action rested on recorded",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 1): intelligence and risk are assessed regularly, "
        "both before enforcement and throughout the investigation. By when it is written down "
        "what an action rested on is not published: the force sets it.",
        "https://metro.co.uk/2023/04/05/delayed-police-response-to-online-sexual-abuse-leaves-"
        "children-at-risk-18560859/",
    ),
    why_it_matters=(
        "Whether officers acted on old intelligence can be told only if somebody writes down what "
        "they acted on. Each arrest, voluntary attendance and safeguarding visit asks for that "
        "record; a record that names its action answers that one alone. Whether the answer is a "
        "good one is the next duty's."
    ),
    limbs=("1b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event(
        "enforcement", where=Is("kind", "arrest", "voluntary_attendance", "safeguarding_visit")
    ),
    meets=Event("enforcement_basis", names="of"),
    levels=Levels("grade", "level"),
    allowance=Allowance(next="enforcement.basis_within"),
    examples=EXAMPLES,
)
