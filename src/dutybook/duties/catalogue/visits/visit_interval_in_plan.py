"""Interval between visits set in the offender's plan."""

from datetime import date

from dutybook.duties.catalogue.visits.visit_interval_in_plan_examples import EXAMPLES
from dutybook.duties.language import Allowance, AtLeast, Duty, Event, Holds, Is, Levels, Source

DUTY = Duty(
    key="visit_interval_in_plan",
    title="Interval between visits set in the offender's plan",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "Since June 2017 national policing practice leaves the interval between home visits to "
        "the offender manager, who sets it in the individual's plan. No published source says by "
        "when after registration: the force sets it.",
        "https://news.npcc.police.uk/releases/new-tailored-approach-to-managing-registered-sex"
        "-offenders-introduced",
    ),
    why_it_matters=(
        "A plan without an interval leaves everything to the force's maximum, and the manager's "
        "judgement unrecorded. Until an interval stands in the plan this is owed. It stays owed "
        "in custody, since the plan is made for the day of release; it ends with the "
        "registration."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("registration", "state", ("registered",)),),
    opens=Event("registration", where=Is("state", "registered")),
    meets=Event("visit_plan", where=AtLeast("amount", 1)),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="visit_plan.within"),
    examples=EXAMPLES,
)
