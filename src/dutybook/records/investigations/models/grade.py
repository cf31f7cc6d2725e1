"""The grade a tool gave, from `at` on: by outcome, version, date and assessor only."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Grade(PastFactVersion):
    """The grade a tool gave, from `at` on: by outcome, version, date and assessor only."""

    fact_table = "grade"

    level = choice_field("grade", "level")
    tool_version = models.CharField(max_length=40, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("grade", "level"),
        ]

    def __str__(self) -> str:
        return f"grade {self.fact_id} version {self.version}"
