"""Risk management plan made, and made anew within its interval."""

from datetime import date

from dutybook.duties.catalogue.assessment.risk_plan_in_date_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="risk_plan_in_date",
    title="Risk management plan made, and made anew within its interval",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "HMICFRS (April 2026, recommendation 8): outstanding risk management plans are manageable "
        "in number, and assessed by level of risk and by how overdue they are. National practice "
        "makes the plan from the assessment; no published source says by when, or how often it is "
        "made anew: the force sets both.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/identifying-assessing-and-managing-risk",
    ),
    why_it_matters=(
        "The plan is what the police mean to do about the risk they found: controls, monitoring, "
        "who else acts. A plan older than the life it describes protects nobody. Reactively "
        "managed offenders have plans too. When risk rises the shorter interval counts from the "
        "rise."
    ),
    limbs=("8c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("community_status", "state", ("community",), before=True),
    ),
    meets=Event("risk_plan"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(first="plan.first", next="plan.interval"),
    examples=EXAMPLES,
)
