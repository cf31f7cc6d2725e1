"""Management reviewed after a serious further offence."""

from datetime import date

from dutybook.duties.catalogue.assessment.further_offence_reviewed_examples import EXAMPLES
from dutybook.duties.language import Allowance, Duty, Event, Levels, Source

DUTY = Duty(
    key="further_offence_reviewed",
    title="Management reviewed after a serious further offence",
    form="once",
    subject="offender",
    definition_version=1,
    source=Source(
        "After a registered offender's serious further offence a detective inspector in offender "
        "management commissions a review of how the police had managed him (College of Policing). "
        "The time for it was not found: the force sets it.",
        "https://www.college.police.uk/app/major-investigation-and-public-protection/managing-"
        "sexual-offenders-and-violent-offenders/reviews",
    ),
    why_it_matters=(
        "The review asks what was known and what could have been done. It is how a force learns; "
        "it is not an inquiry into a person. A review that names its offence answers that one "
        "alone."
    ),
    limbs=(),
    drafted_by="Dutybook project",
    checked_by=None,
    review_date=date(2027, 4, 30),
    opens=Event("further_offence"),
    meets=Event("further_offence_review", names="of"),
    levels=Levels("risk_level", "level"),
    allowance=Allowance(next="further_offence.review_within"),
    owed_by="supervisor",
    examples=EXAMPLES,
)
