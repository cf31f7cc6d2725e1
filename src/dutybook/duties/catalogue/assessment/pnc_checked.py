"""Police National Computer checked."""

from dutybook.duties.catalogue.assessment.database_check import check_duty
from dutybook.duties.catalogue.assessment.pnc_checked_examples import EXAMPLES

DUTY = check_duty(
    key="pnc_checked",
    title="Police National Computer checked",
    system="pnc",
    why=(
        "The Police National Computer holds convictions, warnings and who is wanted. The "
        "recommendation's limb is on the Police National Database; forces name both in their "
        "answers, so both are counted, and apart."
    ),
    limbs=(),
    examples=EXAMPLES,
)
