"""What another agency asked of the police answered."""

from datetime import date

from dutybook.duties.catalogue.managing.joint_request_answered_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Levels, Source

DUTY = Duty(
    key="joint_request_answered",
    title="What another agency asked of the police answered",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Guidance on multi-agency arrangements has the agencies share what they know and act "
        "together. HMICFRS (April 2026, recommendation 16) asks for review, feedback and "
        "escalation both ways. The time for an answer about one offender is not published: the "
        "force sets it with its partners.",
        "https://mappa.justice.gov.uk/MAPPA/view?objectID=12993588",
    ),
    why_it_matters=(
        "Probation, social care or a hospital asks for a check, a visit made together or a word "
        "about an address. While it waits each side believes that the other is seeing to it. "
        "The one who manages the offender owes the answer."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("joint_request", where=Is("direction", "to_us")),
    meets=Event("joint_answer", names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="joint.answer_within"),
    examples=EXAMPLES,
)
