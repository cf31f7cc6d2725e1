"""Assessments by another tool, where ARMS is not meant."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class OtherAssessment(PastFactVersion):
    """By outcome only: which tool and version, the band it gave, and why not ARMS."""

    fact_table = "other_assessment"

    tool = models.CharField(max_length=80)
    tool_version = models.CharField(max_length=40, blank=True, default="")
    band = models.CharField(max_length=40, blank=True, default="")
    reason = models.TextField(max_length=4000, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="other_assessment_names_its_tool", condition=~models.Q(tool="")
            ),
        ]

    def __str__(self) -> str:
        return f"other assessment {self.fact_id} version {self.version}"
