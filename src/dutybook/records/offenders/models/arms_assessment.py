"""An ARMS assessment by its outcome, version, date and assessor; its questions are not held."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class ArmsAssessment(PastFactVersion):
    """An ARMS assessment by its outcome, version, date and assessor; its questions are not held."""

    fact_table = "arms_assessment"

    priority = choice_field("arms_assessment", "priority", may_be_unknown=True)
    tool_version = models.CharField(max_length=40, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("arms_assessment", "priority", may_be_unknown=True),
        ]

    def __str__(self) -> str:
        return f"arms assessment {self.fact_id} version {self.version}"
