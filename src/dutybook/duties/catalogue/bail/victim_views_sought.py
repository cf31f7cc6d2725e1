"""Victim's views sought on bail conditions."""

from datetime import date

from dutybook.duties.catalogue.bail.victim_views_sought_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, AnyOf, Duty, Event, Is, Source, Yes

DUTY = Duty(
    key="victim_views_sought",
    title="Victim's views sought on bail conditions",
    form="once",
    subject="bail",
    definition_version=1,
    source=Source(
        "Police and Criminal Evidence Act 1984, s. 47ZZA: when bail is proposed, and when a "
        "suspect asks for a change of conditions, the investigating officer seeks the views of "
        "the person alleged to have suffered harm, if reasonably practicable; for a child, of "
        "whoever represents the child. The Act says before, not within how many hours: the force "
        "sets the time.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/47ZZA",
    ),
    why_it_matters=(
        "The family knows which road the suspect walks home by. Children in images who have not "
        "been identified cannot be asked: that there is no identified victim is recorded, with "
        "the reason, and complies. So does a reason why asking was not practicable; a blank does "
        "not. Views that name their proposal answer that one alone."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("bail_proposal"),
    meets=Event(
        "victim_views",
        where=AnyOf(
            Is("outcome", "sought"),
            AllOf(Is("outcome", "not_practicable", "no_identified_victim"), Yes("reason")),
        ),
        names="of",
        answer="outcome",
    ),
    allowance=Allowance(next="victim_views.within"),
    examples=EXAMPLES,
)
