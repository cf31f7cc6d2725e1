"""Decisions whether an offender stays reactively managed."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class RiskReview(PastFactVersion):
    """A supervisor decided, with reasons; `of_fact`, `of_version`: what put it in question."""

    fact_table = "risk_review"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    decision = choice_field("risk_review", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("risk_review", "decision"),
        ]

    def __str__(self) -> str:
        return f"risk review {self.fact_id} version {self.version}"
