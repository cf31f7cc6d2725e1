"""Suspect's risk of suicide assessed at each step."""

from datetime import date

from dutybook.duties.catalogue.welfare.suicide_risk_assessed_examples import EXAMPLES
from dutybook.duties.language import Allowance, AnyOf, Duty, Event, Levels, Source, Yes

DUTY = Duty(
    key="suicide_risk_assessed",
    title="Suspect's risk of suicide assessed at each step",
    form="once",
    subject="suspect",
    definition_version=1,
    source=Source(
        "The Independent Office for Police Conduct asks that every suspect in such cases be "
        "treated as potentially vulnerable, and assessed when invited to interview, on arrival "
        "and after interview as well as in custody (South Wales 2021, Hampshire 2023); in person "
        "wherever possible, with the method and the reason recorded where not (Northumbria 2022). "
        "The College of Policing's advice of 2019 was not read. No hours are published for each "
        "step: the force sets them.",
        "https://www.accountabilityindex.uk/sources/iopc/learning/recommendation-hampshire-con"
        "stabulary-september-2023/",
    ),
    why_it_matters=(
        "Of 660 people arrested in one national operation 24 killed themselves. The danger is "
        "highest in the first 48 hours after contact, and returns with each date: charge, court. "
        "A suspect who attends voluntarily is in the same danger as one in a cell. An assessment "
        "that names its step answers that one; one that names none answers the oldest that waits. "
        "Its questions and its result are not held here."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("suspect_step"),
    meets=Event(
        "suicide_risk_assessment", where=AnyOf(Yes("in_person"), Yes("reason")), names="of"
    ),
    levels=Levels("grade", "level"),
    allowance=Allowance(next="suicide_risk.within"),
    examples=EXAMPLES,
)
