"""Supervisors share what they know."""

from datetime import date

from dutybook.duties.catalogue.workforce.supervisors_share_knowledge_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Source

DUTY = Duty(
    key="supervisors_share_knowledge",
    title="Supervisors share what they know",
    form="recurring",
    subject="staff",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 15), as one published response quotes it: "
        "supervisors have regular trauma-informed training and knowledge sharing. How regular is "
        "not published: the force sets it.",
        "https://oscarkilo.org.uk/psychological-risk-assessment-programme-extended/",
    ),
    why_it_matters=(
        "What one team has learnt about harm to its people the next need not learn by being "
        "harmed. A meeting or session counts when it is recorded for the supervisor who took "
        "part."
    ),
    limbs=("15b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(Holds("supervisor_role", "state", ("supervisor",)),),
    meets=Event("training", where=Is("course", "knowledge_sharing")),
    allowance=Allowance(next="knowledge_sharing.interval"),
    examples=EXAMPLES,
)
