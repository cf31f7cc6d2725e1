"""Police National Database check assessed."""

from dutybook.duties.catalogue.assessment.database_check import assessment_duty
from dutybook.duties.catalogue.assessment.pnd_check_assessed_examples import EXAMPLES

DUTY = assessment_duty(
    key="pnd_check_assessed",
    title="Police National Database check assessed",
    system="pnd",
    why=(
        "A check that nobody read is a tick in a box. The assessment says what was found and what "
        "it does to the risk; that nothing was found is an assessment too. One that names its "
        "check answers that one alone."
    ),
    limbs=("10d",),
    examples=EXAMPLES,
)
