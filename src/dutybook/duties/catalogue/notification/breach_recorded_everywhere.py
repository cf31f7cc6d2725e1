"""Breach of notification put on local and national systems."""

from datetime import date

from dutybook.duties.catalogue.notification.breach_recorded_everywhere_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Levels, Source

DUTY = Duty(
    key="breach_recorded_everywhere",
    title="Breach of notification put on local and national systems",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Once a breach of notification is established it is put on the local and national systems "
        "within 24 hours (national guidance, seen in two secondary copies; it should be checked). "
        "The force confirms the time by setting it.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/identifying-assessing-and-managing-risk",
    ),
    why_it_matters=(
        "The officer who stops him at night looks at the national system, not at this one. A "
        "record that names its breach answers that one alone."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("notification_breach"),
    meets=Event("breach_recorded", names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="breach.record_within"),
    examples=EXAMPLES,
)
