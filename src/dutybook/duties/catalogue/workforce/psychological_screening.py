"""Psychological screening at least annually."""

from datetime import date

from dutybook.duties.catalogue.workforce.psychological_screening_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Source

DUTY = Duty(
    key="psychological_screening",
    title="Psychological screening at least annually",
    form="recurring",
    subject="staff",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 15): psychological screening is mandatory, and "
        "provided at least annually, for members and supervisors of teams that manage sexual and "
        "violent offenders or investigate online child sexual abuse. The National Police "
        "Wellbeing Service runs the programme. The interval a force holds itself to, and the "
        "time for a newcomer, are the force's settings.",
        "https://oscarkilo.org.uk/psychological-risk-assessment-programme-extended/",
    ),
    why_it_matters=(
        "People who read, watch and listen to this material for a living are harmed by it, "
        "slowly and often unseen. Screening finds the harm while it can be helped. An offer "
        "is not a screening, and neither is a refusal: only a completed screening meets the "
        "duty. No answer, score or result is held here, only that it was offered, completed or "
        "declined, and when. An open entry says that the force has not yet provided what it "
        "owes; it is never a mark against the person."
    ),
    limbs=("15a",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("role", "state", ("in_scope",)),),
    meets=Event("screening", where=Is("state", "completed")),
    allowance=Allowance(first="screening.first", next="screening.interval"),
    examples=EXAMPLES,
)
