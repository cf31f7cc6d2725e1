"""Preventative order considered for every registered offender."""

from datetime import date

from dutybook.duties.catalogue.orders.order_considered_examples import EXAMPLES
from dutybook.duties.language import (
    AllOf,
    Allowance,
    AnyOf,
    Duty,
    Event,
    Holds,
    Is,
    Levels,
    Source,
    Yes,
)

DUTY = Duty(
    key="order_considered",
    title="Preventative order considered for every registered offender",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Chief officers may apply for sexual harm prevention orders and sexual risk orders "
        "(Sexual Offences Act 2003, Part 2; orders made on conviction are under the Sentencing "
        "Act 2020). Inspectors criticised a force that did not use such an order's power to "
        "monitor devices. That an order is considered for everybody registered is this project's "
        "own requirement; no published source of it was read. The force sets the time.",
        "https://legislation.gov.uk/ukpga/2003/42/section/122A/data.html",
    ),
    why_it_matters=(
        "An order can keep an offender from places, from children and from the internet, and lets "
        "the police look at his devices. A reasoned decision not to seek one complies, and so "
        "does the record that one is in force; a blank does not."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("registration", where=Is("state", "registered")),
    meets=Event(
        "order_decision",
        where=AnyOf(
            Is("decision", "apply", "already_in_force"),
            AllOf(Is("decision", "do_not_apply"), Yes("rationale")),
        ),
        answer="decision",
    ),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="order.consider_within"),
    examples=EXAMPLES,
)
