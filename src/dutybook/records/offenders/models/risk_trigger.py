"""What may change the risk of somebody actively managed, and what was decided about it."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class RiskTrigger(PastFactVersion):
    """Something happened that may change the risk: a decision is owed at once."""

    fact_table = "risk_trigger"

    kind = choice_field("risk_trigger", "kind")
    note = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [*PastFactVersion.Meta.constraints, choice_known("risk_trigger", "kind")]

    def __str__(self) -> str:
        return f"risk trigger {self.fact_id} version {self.version}"


class RiskTriggerDecision(PastFactVersion):
    """What it means for the risk, with the reasons; a level that changes is a fact of its own."""

    fact_table = "risk_trigger_decision"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    decision = choice_field("risk_trigger_decision", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("risk_trigger_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"risk trigger decision {self.fact_id} version {self.version}"
