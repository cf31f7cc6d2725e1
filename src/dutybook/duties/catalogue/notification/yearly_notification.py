"""Notification again within a year."""

from datetime import date

from dutybook.duties.catalogue.notification.absence import PUT_OFF, STILL_OURS
from dutybook.duties.catalogue.notification.yearly_notification_examples import EXAMPLES
from dutybook.duties.language import (
    Allowance,
    Duty,
    Event,
    Figure,
    Holds,
    Is,
    Levels,
    Source,
    Statute,
)

DUTY = Duty(
    key="yearly_notification",
    title="Notification again within a year",
    form="recurring",
    subject="offender",
    definition_version=2,
    source=Source(
        "Sexual Offences Act 2003, s. 85: within one year after each notification under sections "
        "83, 84 or 85 the offender notifies again. The date moves with every notification of a "
        "change; it does not move with what only the 2012 Regulations ask for, such as bank "
        "details or a household with a child. Where the date falls in custody, hospital or a stay "
        "abroad, he has until the end of three days from when that ends; any other date stays "
        "as it was. The release itself is to be notified within three days under a duty of its "
        "own, and that notification moves the date.",
        "https://www.gov.uk/government/publications/guidance-on-part-2-of-the-sexual-offences-"
        "act-2003/help-with-changes-to-the-notification-requirements-for-registered-sex-offend"
        "ers-accessible-version",
    ),
    why_it_matters=(
        "The anniversary that everybody remembers is often the wrong one: a change of address in "
        "March moves it to March. The duty is the offender's: an entry overdue here asks the "
        "police to establish a breach and to act. Somebody without a fixed home notifies weekly "
        "instead."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        STILL_OURS,
        Holds("residence", "state", ("fixed",), before=True),
        Holds(
            "notification", "kind", ("initial", "change", "periodic", "details", "travel_return")
        ),
    ),
    meets=Event("notification", where=Is("kind", "initial", "change", "periodic")),
    stops=PUT_OFF,
    levels=Levels("risk_level", "level"),
    allowance=Allowance(
        next=Statute(
            "Sexual Offences Act 2003, s. 85(1)", (Figure(12, "months", date(2004, 5, 1)),)
        )
    ),
    examples=EXAMPLES,
)
