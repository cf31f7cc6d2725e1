"""Application for review of an indefinite period decided."""

from datetime import date

from dutybook.duties.catalogue.notification.indefinite_review_determined_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Levels, Source

DUTY = Duty(
    key="indefinite_review_determined",
    title="Application for review of an indefinite period decided",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Sexual Offences Act 2003, ss. 91A to 91D: the chief officer decides an application, "
        "weighing the seriousness of the offences, the time since, breaches, ages, the risk "
        "assessment and the victim. The Act's times for acknowledging, hearing others and "
        "deciding were not read: the force sets the time.",
        "https://legislation.gov.uk/ukpga/2003/42/section/91D/2015-05-03/data.html",
    ),
    why_it_matters=(
        "The offender has a right to an answer, and the public a right that it was weighed. A "
        "decision that names its application answers that one alone."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("review_application"),
    meets=Event("review_determination", names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="indefinite_review.decide_within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
