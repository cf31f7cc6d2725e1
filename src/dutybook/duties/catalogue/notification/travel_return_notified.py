"""Return from abroad notified."""

from datetime import date

from dutybook.duties.catalogue.notification.travel_return_notified_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Levels, Source

DUTY = Duty(
    key="travel_return_notified",
    title="Return from abroad notified",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "An offender who notified travel also notifies his return. That he has three days is "
        "often said; its text was not read, so the force confirms the time by setting it.",
        "https://gov.uk/government/publications/sexual-offences-act-2003-notification-requirem"
        "ents-england-and-wales-regulations-2012",
    ),
    why_it_matters=(
        "Until he has said that he is back, nobody knows whether he is. The duty is the "
        "offender's; an entry overdue here asks the police to find out."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("travel_return"),
    meets=Event("notification", where=Is("kind", "travel_return"), names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="notification.return_within"),
    examples=EXAMPLES,
)
