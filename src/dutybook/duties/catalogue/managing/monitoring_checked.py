"""Monitoring of devices looked at."""

from datetime import date

from dutybook.duties.catalogue.managing.monitoring_checked_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="monitoring_checked",
    title="What the monitoring of devices reported looked at",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "A sexual harm prevention order may have monitoring put on a device. What it reports "
        "helps nobody until a person reads it. How often is not said in any source that was "
        "read: the force sets it.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders",
    ),
    why_it_matters=(
        "Software that nobody looks at is a promise that somebody is watching. While an "
        "offender is monitored what it reported is looked at, and what gives concern is "
        "followed at once."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("monitoring", "state", ("monitored",)),
    ),
    meets=Event("monitoring_check"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="monitoring.interval"),
    examples=EXAMPLES,
)
