"""Answer of children's social care in hand."""

from datetime import date

from dutybook.duties.catalogue.children.social_care_answered_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Source

DUTY = Duty(
    key="social_care_answered",
    title="Answer of children's social care in hand",
    form="once",
    subject="child",
    definition_version=1,
    source=Source(
        "After a referral the local authority decides what it will do; that it does so within one "
        "working day is often said, and was not found in a source that was read. The force sets "
        "the time after which it asks again.",
        "https://northyorkshirescp.trixonline.co.uk/chapter/child-protection-enquiries-section"
        "-47-children-act-1989",
    ),
    why_it_matters=(
        "Each side may think that the other has the child. Without an answer nobody knows, so an "
        "answer that does not come is chased, and an entry overdue here says whom to ring. The "
        "duty to ask is the police's; the answer is not theirs to give."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("social_care_told"),
    meets=Event("social_care_answer", names="of"),
    allowance=Allowance(next="child.answer_within"),
    examples=EXAMPLES,
)
