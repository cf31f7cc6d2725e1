"""Weekly notification without a fixed home."""

from datetime import date

from dutybook.duties.catalogue.notification.absence import PUT_OFF, STILL_OURS
from dutybook.duties.catalogue.notification.weekly_notification_examples import EXAMPLES
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
    key="weekly_notification",
    title="Weekly notification without a fixed home",
    form="recurring",
    subject="offender",
    definition_version=2,
    source=Source(
        "Sexual Offences Act 2003, s. 85, as the 2012 Regulations set it: an offender who has no "
        "sole or main residence notifies weekly.",
        "https://gov.uk/government/publications/sexual-offences-act-2003-notification-requirem"
        "ents-england-and-wales-regulations-2012",
    ),
    why_it_matters=(
        "Somebody without a home is harder to find by the day, so he comes every week. The duty "
        "is the offender's: an entry overdue here asks the police to find him. It begins when it "
        "is recorded that he has no fixed home, and ends when he has one. A week that ends in "
        "custody, in hospital or abroad runs to the end of three days from when that ends."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        STILL_OURS,
        Holds("residence", "state", ("none",)),
    ),
    meets=Event("notification", where=Is("kind", "initial", "change", "periodic")),
    stops=PUT_OFF,
    levels=Levels("risk_level", "level"),
    allowance=Allowance(
        next=Statute(
            "Sexual Offences Act 2003, s. 85, with the Notification Regulations 2012",
            (Figure(7, "days", date(2012, 8, 13)),),
        )
    ),
    examples=EXAMPLES,
)
