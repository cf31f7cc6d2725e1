"""Safeguarding decision for a child known to be at risk."""

from datetime import date

from dutybook.duties.catalogue.children.child_safeguarding_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Is, Source, Yes

DUTY = Duty(
    key="child_safeguarding_decided",
    title="Safeguarding decision for a child known to be at risk",
    form="once",
    subject="child",
    definition_version=1,
    source=Source(
        "The local authority leads enquiries under the Children Act 1989, s. 47, and the police "
        "support them; in an emergency they act first and confer as soon as they can. In 2023 "
        "inspectors found that police waited too long to share what they knew. No national "
        "deadline for a first decision was found: the force sets it.",
        "https://surreyscp.trixonline.co.uk/chapter/strategy-discussions-and-child-protection-"
        "enquiries-section-47-children-act-1989",
    ),
    why_it_matters=(
        "This is the point of the work. From the moment a child is known to be at risk somebody "
        "decides what is to be done, and writes down why. The clock starts with what was known, "
        "not with the arrest. A decision that names what it answers answers that alone. It is no "
        "target: the figure shows time from first knowledge, never how many children were saved "
        "by whom."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("child_at_risk"),
    meets=Event(
        "safeguarding_decision",
        where=AllOf(Is("decision", "tell_social_care", "no_further_action"), Yes("rationale")),
        names="of",
        answer="decision",
    ),
    allowance=Allowance(next="child.decide_within"),
    examples=EXAMPLES,
)
