"""Change of name or address notified within three days."""

from datetime import date

from dutybook.duties.catalogue.notification.absence import DISREGARDED
from dutybook.duties.catalogue.notification.change_notified_examples import EXAMPLES
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
    key="change_notified",
    title="Change of name or address notified within three days",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Sexual Offences Act 2003, s. 84: within three days beginning with the event the offender "
        "notifies a new name, a new home address, a stay at other premises of seven days (or of "
        "two or more periods that make seven days in twelve months), or release from custody or "
        "hospital. Notice given beforehand counts on its own terms, which are not counted here.",
        "https://www.legislation.gov.uk/ukpga/2003/42/section/84/notes",
    ),
    why_it_matters=(
        "An address nobody knows of is where the next child may be. The duty is the offender's: "
        "an entry overdue here asks the police to establish a breach and to act. A notification "
        "that names its change answers that one."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event(
        "notifiable_change", where=Is("kind", "name", "home_address", "other_premises", "release")
    ),
    meets=Event("notification", where=Is("kind", "change"), names="of"),
    stops=DISREGARDED,
    levels=Levels("risk_level", "level"),
    allowance=Allowance(
        next=Statute(
            "Sexual Offences Act 2003, s. 84(1)",
            (Figure(3, "days_beginning_with", date(2004, 5, 1)),),
        )
    ),
    examples=EXAMPLES,
)
