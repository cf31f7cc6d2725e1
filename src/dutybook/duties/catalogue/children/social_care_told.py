"""Children's social care told of a child at risk."""

from datetime import date

from dutybook.duties.catalogue.children.social_care_told_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Is, Source

DUTY = Duty(
    key="social_care_told",
    title="Children's social care told of a child at risk",
    form="once",
    subject="child",
    definition_version=1,
    source=Source(
        "The local authority leads enquiries under the Children Act 1989, s. 47: it must be told "
        "to do so. In 2023 inspectors found that police waited too long to share what they knew. "
        "No national deadline in hours was found: the force sets it.",
        "https://surreyscp.trixonline.co.uk/chapter/strategy-discussions-and-child-protection-"
        "enquiries-section-47-children-act-1989",
    ),
    why_it_matters=(
        "A decision to tell is not yet telling. The social worker who does not know cannot visit. "
        "The clock runs from the decision."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("safeguarding_decision", where=Is("decision", "tell_social_care")),
    meets=Event("social_care_told", names="of"),
    allowance=Allowance(next="child.tell_within"),
    examples=EXAMPLES,
)
