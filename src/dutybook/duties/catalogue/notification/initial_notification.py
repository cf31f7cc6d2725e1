"""First notification within three days."""

from datetime import date

from dutybook.duties.catalogue.notification.absence import DISREGARDED
from dutybook.duties.catalogue.notification.initial_notification_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Figure, Is, Levels, Source, Statute

DUTY = Duty(
    key="initial_notification",
    title="First notification within three days",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Sexual Offences Act 2003, s. 83: within three days beginning with the relevant date the "
        "offender notifies the police. Days in custody, in hospital or abroad are left out (s. "
        "83(6)). The day itself counts: a conviction on Monday gives until the end of Wednesday.",
        "https://en.wikisource.org/wiki/Page:Sexual_Offences_Act_2003.pdf/51",
    ),
    why_it_matters=(
        "Where nobody has notified, nobody can visit. The duty is the offender's: an entry "
        "overdue here is for the police to establish whether it was broken, and to act. While he "
        "is away the clock stands still, and the days he had used stay used."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("relevant_date"),
    meets=Event("notification", where=Is("kind", "initial")),
    stops=DISREGARDED,
    levels=Levels("risk_level", "level"),
    allowance=Allowance(
        next=Statute(
            "Sexual Offences Act 2003, s. 83(1)",
            (Figure(3, "days_beginning_with", date(2004, 5, 1)),),
        )
    ),
    examples=EXAMPLES,
)
