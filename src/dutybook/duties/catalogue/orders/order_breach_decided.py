"""Breach of an order leads to arrest, charge or a reasoned no."""

from datetime import date

from dutybook.duties.catalogue.orders.order_breach_decided_examples import EXAMPLES
from dutybook.duties.language import AllOf, Allowance, AnyOf, Duty, Event, Is, Source, Yes

DUTY = Duty(
    key="order_breach_decided",
    title="Breach of an order leads to arrest, charge or a reasoned no",
    form="once",
    subject="order",
    definition_version=1,
    source=Source(
        "Breach of an order is an offence. That each breach leads to an arrest, a charge or a "
        "recorded reason why not is this project's own requirement; no published source of it was "
        "read. The force sets the time.",
        "https://legislation.gov.uk/ukpga/2003/42/section/122A/data.html",
    ),
    why_it_matters=(
        "The condition was set because the risk was judged real. A breach without consequence "
        "says that it was not. A reasoned decision to take no action complies; a blank does not. "
        "A decision that names its breach answers that one alone."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("order_breach"),
    meets=Event(
        "order_breach_decision",
        where=AnyOf(
            Is("decision", "arrest", "charge"), AllOf(Is("decision", "no_action"), Yes("rationale"))
        ),
        names="of",
        answer="decision",
    ),
    allowance=Allowance(next="order.breach_within"),
    examples=EXAMPLES,
)
