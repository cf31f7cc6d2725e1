"""Abstraction recorded with its reason and hours."""

from datetime import date

from dutybook.duties.catalogue.workforce.abstraction_recorded_examples import EXAMPLES
from dutybook.duties.language import AllOf, AtLeast, Duty, Event, Source, Yes

DUTY = Duty(
    key="abstraction_recorded",
    title="Abstraction recorded with its reason and hours",
    form="each_event",
    subject="team",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 8): when offender managers are taken away for other "
        "work it is recorded and reviewed, is not regular, and has no bad effect on the "
        "completion of their work. Inspectors raised serious concern about overworked managers in "
        "Northamptonshire in 2018.",
        "https://www.policeprofessional.com/news/serious-concern-raised-about-overworked-sex-o"
        "ffender-managers-in-northamptonshire/",
    ),
    why_it_matters=(
        "Hours lent to another unit are visits not made. Each abstraction says how long and why, "
        "or it is in breach; what is blank is unknown. It is about teams and never ranks people. "
        "A team that records none may have had none, or may not record: a duty of its own asks it "
        "to say."
    ),
    limbs=("8b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("abstraction"),
    condition=AllOf(Yes("reason"), AtLeast("hours", 1)),
    examples=EXAMPLES,
)
