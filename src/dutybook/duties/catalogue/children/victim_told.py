"""Victim told what happened to the suspect."""

from datetime import date

from dutybook.duties.catalogue.children.victim_told_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Source

DUTY = Duty(
    key="victim_told",
    title="Victim told what happened to the suspect",
    form="once",
    subject="victim",
    definition_version=1,
    source=Source(
        "The Victims' Code asks that victims be told of an arrest, of release on bail and of what "
        "follows: in older summaries within five working days, and within one for vulnerable "
        "people, children among them. The Code now in force was not read, so the force sets the "
        "time.",
        "http://www.yourrights.org.uk/yourrights/rights-of-victims-and-witnesses/your-rights-i"
        "f-you-report-a-crime-to-the-police/index.html",
    ),
    why_it_matters=(
        "A child should not meet the suspect in the street believing that he is in a cell. "
        "Whoever speaks for a child is told in the child's place. Word that names the event "
        "answers that event alone."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("victim_event"),
    meets=Event("victim_told", names="of"),
    allowance=Allowance(next="victim.tell_within"),
    examples=EXAMPLES,
)
