"""The level at which the offender is managed, from `at` on; tools by outcome only."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class RiskLevel(PastFactVersion):
    """The level at which the offender is managed, from `at` on; tools by outcome only."""

    fact_table = "risk_level"

    level = choice_field("risk_level", "level")
    tool = choice_field("risk_level", "tool", may_be_unknown=True)
    tool_version = models.CharField(max_length=40, blank=True, default="")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("risk_level", "level"),
            choice_known("risk_level", "tool", may_be_unknown=True),
        ]

    def __str__(self) -> str:
        return f"risk level {self.fact_id} version {self.version}"
