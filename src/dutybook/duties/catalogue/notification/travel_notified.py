"""Travel abroad notified seven days before."""

from datetime import date

from dutybook.duties.catalogue.notification.travel_notified_examples import EXAMPLES
from dutybook.duties.language import AtLeast, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="travel_notified",
    title="Travel abroad notified seven days before",
    form="each_event",
    subject="offender",
    definition_version=1,
    source=Source(
        "An offender who is to leave the United Kingdom, for however short a time, notifies the "
        "date, the first country and where he will arrive not less than seven days before (the "
        "seven days were seen in a secondary copy of national guidance; the Regulations of 2012 "
        "should be read before anybody acts on them).",
        "https://gov.uk/government/publications/sexual-offences-act-2003-notification-requirem"
        "ents-england-and-wales-regulations-2012",
    ),
    why_it_matters=(
        "Offenders travel to where children are less protected. Seven days give the police time "
        "to tell others. Each departure was notified in time or it is in breach for good; where "
        "the notice given was not recorded it is unknown. What came up too late to be notified in "
        "time has rules of its own, which are not counted here."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("foreign_travel"),
    condition=AtLeast("days_notice", 7),
    levels=Levels("risk_level", "level"),
    examples=EXAMPLES,
)
