"""Supervisors trained in trauma."""

from datetime import date

from dutybook.duties.catalogue.workforce.supervisors_trauma_trained_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Source

DUTY = Duty(
    key="supervisors_trauma_trained",
    title="Supervisors trained in trauma",
    form="recurring",
    subject="staff",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 15): supervisors of both kinds of team have regular "
        "trauma-informed training, and can refer their staff to timely support. How regular is "
        "not published: the force sets it.",
        "https://oscarkilo.org.uk/psychological-risk-assessment-programme-extended/",
    ),
    why_it_matters=(
        "A supervisor who cannot see the harm cannot send anybody for help. Only training "
        "completed counts, for everyone who supervises, from the day they begin to. It says "
        "nothing about how anyone is."
    ),
    limbs=("15b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("supervisor_role", "state", ("supervisor",)),),
    meets=Event("training", where=Is("course", "trauma_informed")),
    allowance=Allowance(first="trauma_training.first", next="trauma_training.interval"),
    examples=EXAMPLES,
)
