"""ARMS reassessment within its interval."""

from datetime import date

from dutybook.duties.catalogue.assessment.arms_reassessment_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="arms_reassessment",
    title="ARMS reassessment within its interval",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "ARMS has been the national standard for assessing registered male sexual offenders since "
        "2014, and was designed for adult men. HMICFRS (April 2026, recommendation 8) asks forces "
        "to keep outstanding ARMS assessments manageable and to assess them by risk level and by "
        "how overdue they are. No published source gives the time for the first assessment or "
        "between assessments: the force sets both.",
        "https://whatworks.college.police.uk/Research/Research-Map/Pages/"
        "ResearchProject.aspx?projectid=696",
    ),
    why_it_matters=(
        "Risk moves with a person's life. A plan that rests on an old assessment looks at the "
        "person he was. For women and for people under 18 another tool is used: that is "
        "recorded, and ARMS is then not owed. Until it is recorded ARMS is owed, so that a "
        "missing record shows as work to do and never as nothing due. Reactively managed "
        "offenders are assessed too, since reactive management rests on the assessment."
    ),
    limbs=("8c",),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("registration", "state", ("registered",)),
        Holds("community_status", "state", ("community",), before=True),
        Holds("arms_applicability", "state", ("applies",), before=True),
    ),
    meets=Event("arms_assessment"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(first="arms.first", next="arms.interval"),
    examples=EXAMPLES,
)
