"""Indefinite notification period: review date kept in sight."""

from datetime import date

from dutybook.duties.catalogue.notification.indefinite_review_prepared_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Levels, Source

DUTY = Duty(
    key="indefinite_review_prepared",
    title="Indefinite notification period: review date kept in sight",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Sexual Offences Act 2003, ss. 91A to 91G: somebody who must notify without end may ask "
        "for review from the day after 15 years (8 where he was under 18) beginning with the "
        "relevant notification, and 8 years after a refusal. Nobody may while a sexual harm "
        "prevention order or one of its forerunners is in force against him. The figures were "
        "seen in a secondary copy: the date itself is recorded for each person.",
        "http://legislation.data.gov.uk/ukpga/2003/42/section/91A/data.xht?view=snippet&wrap=true",
    ),
    why_it_matters=(
        "An application that nobody expected is decided in a hurry. By the day on which he may "
        "ask, somebody has looked at whether he may, orders included. A period whose date nobody "
        "recorded reads no standard set, and is a gap to close."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("notification_period", where=Is("state", "indefinite")),
    meets=Event("review_eligibility"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(named_in="review_from"),
    examples=EXAMPLES,
)
