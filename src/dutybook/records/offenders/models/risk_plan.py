"""A risk management plan was made or made anew."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class RiskPlan(PastFactVersion):
    """A risk management plan was made or made anew."""

    fact_table = "risk_plan"

    summary = models.TextField(max_length=8000, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"risk plan {self.fact_id} version {self.version}"
