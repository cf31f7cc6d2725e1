"""Bail conditions checked while the clock is stopped."""

from datetime import date

from dutybook.duties.catalogue.bail.bail_checked_while_suspended_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Source, Yes

DUTY = Duty(
    key="bail_checked_while_suspended",
    title="Bail conditions checked while the clock is stopped",
    form="recurring",
    subject="bail",
    definition_version=1,
    source=Source(
        "While a prosecutor decides on charge the applicable bail period stands still (Police and "
        "Criminal Evidence Act 1984, s. 47ZL), and so may the next check that recommendation 4 of "
        "HMICFRS (April 2026) asks for. No published source gives an interval for that time: the "
        "force sets it.",
        "https://www.legislation.gov.uk/ukpga/1984/60/section/47ZL",
    ),
    why_it_matters=(
        "The clock stops, the conditions do not. A case can wait for months with the prosecutor "
        "in one and the same bail period; a single check early in it would satisfy the count and "
        "protect nobody. So while the clock stands still checks have an interval of their own."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("bail_clock", "state", ("suspended",)),),
    meets=Event("bail_check", where=Yes("proactive")),
    allowance=Allowance(next="bail.suspended_check_interval"),
    examples=EXAMPLES,
)
