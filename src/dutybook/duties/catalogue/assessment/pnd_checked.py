"""Police National Database checked."""

from dutybook.duties.catalogue.assessment.database_check import check_duty
from dutybook.duties.catalogue.assessment.pnd_checked_examples import EXAMPLES

DUTY = check_duty(
    key="pnd_checked",
    title="Police National Database checked",
    system="pnd",
    why=(
        "An arrest in another force, or a report that never became a charge, stands in the Police "
        "National Database and nowhere else. A check of the Police National Computer is another "
        "check and does not meet this one. Everyone registered and in the community is checked, "
        "reactively managed offenders too."
    ),
    limbs=("10d",),
    examples=EXAMPLES,
)
