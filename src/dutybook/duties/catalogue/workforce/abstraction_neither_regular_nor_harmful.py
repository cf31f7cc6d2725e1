"""Abstraction found neither regular nor harmful."""

from datetime import date

from dutybook.duties.catalogue.workforce.abstraction_neither_regular_nor_harmful_examples import (
    EXAMPLES,
)
from dutybook.duties.language import AllOf, Duty, Event, No, Source

DUTY = Duty(
    key="abstraction_neither_regular_nor_harmful",
    title="Abstraction found neither regular nor harmful",
    form="each_event",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 8): abstraction does not happen regularly and has no "
        "bad effect on the completion of the team's work. What is regular is not published: the "
        "reviewer says, for each, whether it belongs to a pattern and whether work fell late "
        "because of it. Inspectors raised serious concern about overworked managers in "
        "Northamptonshire in 2018.",
        "https://www.policeprofessional.com/news/serious-concern-raised-about-overworked-sex-o"
        "ffender-managers-in-northamptonshire/",
    ),
    why_it_matters=(
        "A figure of hours hides a team that lends the same two people every Saturday. Each "
        "review answers both questions; one that leaves either blank reads unknown. 'Fell late "
        "because of it' is the reviewer's judgement; that lateness rose in the same weeks shows "
        "association only."
    ),
    limbs=("8b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("abstraction_review"),
    condition=AllOf(No("regular"), No("work_fell_late")),
    examples=EXAMPLES,
)
