"""Intelligence and risk assessed again throughout."""

from datetime import date

from dutybook.duties.catalogue.investigations.risk_reassessed_throughout_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="risk_reassessed_throughout",
    title="Intelligence and risk assessed again throughout",
    form="recurring",
    subject="suspect",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 1): intelligence and risk are assessed regularly, "
        "both before enforcement and throughout the investigation. Its summary names long cases "
        "in which nobody looked again. No published source gives the interval, or an age at which "
        "intelligence expires: the force sets the interval, by grade.",
        "https://metro.co.uk/2023/04/05/delayed-police-response-to-online-sexual-abuse-leaves-"
        "children-at-risk-18560859/",
    ),
    why_it_matters=(
        "What was known when the referral came in is not what is known a month later: a child is "
        "born, a suspect moves in with a family, another force finds the same user name. It "
        "applies from the first grade on, whatever that grade was: the first assessment is due "
        "from then, and each next one from the last, until the investigation ends. A suspect "
        "nobody has graded is shown by the duties to use the tools. An investigation opened again "
        "begins anew."
    ),
    limbs=("1b",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("grade", "level", ("low", "medium", "high", "very_high", "unknown")),
        Holds("investigation_end", "state", ("reopened",), before=True),
    ),
    meets=Event("risk_assessment"),
    levels=Levels("grade", "level"),
    allowance=Allowance(first="risk_assessment.first", next="risk_assessment.interval"),
    examples=EXAMPLES,
)
