"""Abstraction reviewed."""

from datetime import date

from dutybook.duties.catalogue.workforce.abstraction_reviewed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Source

DUTY = Duty(
    key="abstraction_reviewed",
    title="Abstraction reviewed",
    form="once",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 8): abstractions are recorded and reviewed. By when "
        "is not published: the force sets it. Inspectors raised serious concern about overworked "
        "managers in Northamptonshire in 2018.",
        "https://www.policeprofessional.com/news/serious-concern-raised-about-overworked-sex-o"
        "ffender-managers-in-northamptonshire/",
    ),
    why_it_matters=(
        "The review asks whether it was needed and what of the team's own work fell late because "
        "of it. A review that names its abstraction answers that one; one that names none answers "
        "the oldest that waits."
    ),
    limbs=("8b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("abstraction"),
    meets=Event("abstraction_review", names="of"),
    allowance=Allowance(next="abstraction.review_within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
