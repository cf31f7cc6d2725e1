"""Plan for a missing offender reviewed."""

from datetime import date

from dutybook.duties.catalogue.visits.missing_plan_reviewed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Holds, Levels, Source

DUTY = Duty(
    key="missing_plan_reviewed",
    title="Plan for a missing offender reviewed",
    form="recurring",
    subject="offender",
    definition_version=1,
    source=Source(
        "A force has a procedure to trace an offender who cannot be found, and his offender "
        "manager answers for what is done (College of Policing guidance, seen in a secondary "
        "copy). How often the plan is reviewed was not found; this project advises daily. The "
        "force sets the interval.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/home-visits",
    ),
    why_it_matters=(
        "A search that nobody looks at stops by itself. While he is not found the plan is looked "
        "at again and again, weekends too, when the force sets days and not working days."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    applies=(
        Holds("whereabouts", "state", ("not_found",)),
        Holds("registration", "state", ("registered",)),
    ),
    meets=Event("missing_review"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="missing.review_interval"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
