"""Supervisor review of a risk management plan within one month."""

from dutybook.duties.catalogue.supervision.supervisor_review import review_duty
from dutybook.duties.catalogue.supervision.supervisor_review_of_plan_examples import EXAMPLES

DUTY = review_duty(
    key="supervisor_review_of_plan",
    title="Supervisor review of a risk management plan within one month",
    table="risk_plan",
    what="plan",
    of_this=(
        "Every plan that is made, or made anew, is reviewed. A review that names its plan answers "
        "that one alone. The review stays owed when the offender leaves the community, for it is a "
        "review of work that was done."
    ),
    examples=EXAMPLES,
)
