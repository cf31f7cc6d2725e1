"""Escalation by the police answered by probation."""

from dutybook.duties.catalogue.partners.escalation import escalation_duty
from dutybook.duties.catalogue.partners.escalation_to_probation_answered_examples import EXAMPLES

DUTY = escalation_duty(
    key="escalation_to_probation_answered",
    title="Escalation by the police answered by probation",
    raised_by="police",
    why=(
        "The answer is probation's to give; the duty to chase it is the police's. Counted apart "
        "from the other direction, so that a process that works one way only is seen to."
    ),
    examples=EXAMPLES,
)
