"""End of an order decided before it runs out."""

from datetime import date

from dutybook.duties.catalogue.orders.order_end_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, Duty, Event, Holds, Is, Source, Yes

DUTY = Duty(
    key="order_end_decided",
    title="End of an order decided before it runs out",
    form="once",
    subject="order",
    definition_version=1,
    source=Source(
        "An order lasts until the day the court gave, or until further order. Whether to ask for "
        "another is the chief officer's to decide in time; older kinds of order may still be in "
        "force and end in the same way. The last day is recorded with the order.",
        "https://legislation.gov.uk/ukpga/2003/42/section/122A/data.html",
    ),
    why_it_matters=(
        "An order that runs out unnoticed leaves a gap that nobody chose. By its last day it is "
        "decided, with reasons, whether to renew it. One made until further order has no date, "
        "and reads no standard set."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("order_state", "state", ("in_force",)),),
    opens=Event("order_made"),
    meets=Event(
        "order_end_decision",
        where=AllOf(Is("decision", "renew", "let_it_end"), Yes("rationale")),
        answer="decision",
    ),
    allowance=Allowance(named_in="until"),
    examples=EXAMPLES,
)
