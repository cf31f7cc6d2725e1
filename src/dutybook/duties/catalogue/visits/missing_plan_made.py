"""Plan for an offender who cannot be found."""

from datetime import date

from dutybook.duties.catalogue.visits.missing_plan_made_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Is, Levels, Source, Yes

DUTY = Duty(
    key="missing_plan_made",
    title="Plan for an offender who cannot be found",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "A force has a procedure to trace an offender who cannot be found, and his offender "
        "manager answers for what is done and what comes of it (College of Policing guidance on "
        "managing sexual offenders, seen in a secondary copy). No hours are published: the force "
        "sets the time.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/home-visits",
    ),
    why_it_matters=(
        "An offender nobody can find is the most urgent entry of all, whatever his level. A plan "
        "counts when it names who owns it. The duty ends when he is found; if he is lost again, "
        "another plan is owed."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("whereabouts", "state", ("not_found",)),
        Holds("registration", "state", ("registered",)),
    ),
    opens=Event("whereabouts", where=Is("state", "not_found")),
    meets=Event("missing_plan", where=Yes("owned")),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="missing.plan_within"),
    examples=EXAMPLES,
)
