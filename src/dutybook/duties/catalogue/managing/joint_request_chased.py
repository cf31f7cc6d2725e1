"""What the police asked of another agency answered."""

from datetime import date

from dutybook.duties.catalogue.managing.joint_request_chased_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Levels, Source

DUTY = Duty(
    key="joint_request_chased",
    title="What the police asked of another agency answered",
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
        "A question to another agency that nobody answers is as good as never asked. The answer "
        "is theirs to give; to ask again, and to escalate, is ours. An entry overdue here says "
        "whom to ring."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("joint_request", where=Is("direction", "from_us")),
    meets=Event("joint_answer", names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="joint.chase_after"),
    examples=EXAMPLES,
)
