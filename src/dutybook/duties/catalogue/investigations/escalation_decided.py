"""Escalated case decided."""

from datetime import date

from dutybook.duties.catalogue.investigations.escalation_decided_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Levels, Source

DUTY = Duty(
    key="escalation_decided",
    title="Escalated case decided",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 1): a central policy says when and how cases held "
        "outside the specialist team are escalated. No model policy and no time for the answer "
        "are published: the force sets the time.",
        "https://www.policeprofessional.com/news/delays-reducing-north-yorkshire-polices-abili"
        "ty-to-safeguard-children-says-hmicfrs/",
    ),
    why_it_matters=(
        "Escalating is of use only if somebody answers. A decision that names its escalation "
        "answers that one; each escalation is decided, also when the answer is that the case "
        "stays where it is."
    ),
    limbs=("1c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("escalation"),
    meets=Event("escalation_decision", names="of"),
    levels=Levels("grade", "level"),
    allowance=Allowance(next="escalation.within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
