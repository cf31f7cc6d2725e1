"""Conditions of reactive management, each looked at by somebody."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class ReactiveEvidence(PastFactVersion):
    """One condition was looked at: whether it holds, on what evidence, and until when that counts.

    `holds` stays empty when nobody said; without `until` nothing is evidenced, since nobody could
    tell whether it is in date.
    """

    fact_table = "reactive_evidence"

    condition = choice_field("reactive_evidence", "condition")
    holds = models.BooleanField(null=True)
    until = models.DateTimeField(null=True)
    evidence = models.TextField(max_length=4000, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("reactive_evidence", "condition"),
            models.CheckConstraint(
                name="reactive_evidence_holds_on_something",
                condition=~models.Q(holds=True) | ~models.Q(evidence=""),
            ),
        ]

    def __str__(self) -> str:
        return f"reactive evidence {self.fact_id} version {self.version}"
