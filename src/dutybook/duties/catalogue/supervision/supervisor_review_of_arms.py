"""Supervisor review of an ARMS assessment within one month."""

from dutybook.duties.catalogue.supervision.supervisor_review import review_duty
from dutybook.duties.catalogue.supervision.supervisor_review_of_arms_examples import EXAMPLES

DUTY = review_duty(
    key="supervisor_review_of_arms",
    title="Supervisor review of an ARMS assessment within one month",
    table="arms_assessment",
    what="arms",
    of_this=(
        "A review that names its assessment answers that one alone. The review stays owed when the "
        "offender leaves the community, for it is a review of work that was done."
    ),
    examples=EXAMPLES,
)
