"""Supervisor review of a home visit within one month."""

from dutybook.duties.catalogue.supervision.supervisor_review import review_duty
from dutybook.duties.catalogue.supervision.supervisor_review_of_visit_examples import EXAMPLES

DUTY = review_duty(
    key="supervisor_review_of_visit",
    title="Supervisor review of a home visit within one month",
    table="visit",
    what="visit",
    of_this=(
        "Every attendance is reviewed, attempts included: an offender who was not seen is what a "
        "supervisor should hear of. A review that names its visit answers that one alone, and one "
        "that names none answers the oldest that waits. The review stays owed when the offender "
        "leaves the community."
    ),
    examples=EXAMPLES,
)
