"""Escalation by probation answered by the police."""

from dutybook.duties.catalogue.partners.escalation import escalation_duty
from dutybook.duties.catalogue.partners.escalation_from_probation_answered_examples import EXAMPLES

DUTY = escalation_duty(
    key="escalation_from_probation_answered",
    title="Escalation by probation answered by the police",
    raised_by="partner",
    why=(
        "Probation saw something and asked the police to act above the level at which they "
        "usually speak. It is answered by the police, and in the police's own time."
    ),
    examples=EXAMPLES,
)
