"""Conditions of an order checked."""

from datetime import date

from dutybook.duties.catalogue.orders.order_conditions_checked_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source

DUTY = Duty(
    key="order_conditions_checked",
    title="Conditions of an order checked",
    form="recurring",
    subject="order",
    definition_version=1,
    source=Source(
        "An order protects only while its conditions are kept; inspectors criticised a force that "
        "held a power to monitor devices and did not use it. How often conditions are checked is "
        "not published: the force sets it.",
        "https://www.peterboroughtoday.co.uk/heritage-and-retro/retro/cambs-police-improve-how"
        "-they-manage-risks-posed-by-sex-offenders-following-damning-report-4908789",
    ),
    why_it_matters=(
        "Each order is counted by itself, since each has conditions of its own. The check is the "
        "police's own doing. It is owed from the day the order comes into force until it ends."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("order_state", "state", ("in_force",)),),
    meets=Event("order_check"),
    allowance=Allowance(next="order.check_interval"),
    examples=EXAMPLES,
)
