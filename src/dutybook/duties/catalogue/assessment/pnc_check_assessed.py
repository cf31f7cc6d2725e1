"""Police National Computer check assessed."""

from dutybook.duties.catalogue.assessment.database_check import assessment_duty
from dutybook.duties.catalogue.assessment.pnc_check_assessed_examples import EXAMPLES

DUTY = assessment_duty(
    key="pnc_check_assessed",
    title="Police National Computer check assessed",
    system="pnc",
    why=(
        "A check counts for something once somebody has weighed what it found. One that names its "
        "check answers that one alone."
    ),
    limbs=(),
    examples=EXAMPLES,
)
