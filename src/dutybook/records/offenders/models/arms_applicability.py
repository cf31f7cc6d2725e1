"""Whether ARMS applies, or another tool does and which, from `at` on."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class ArmsApplicability(PastFactVersion):
    """Whether ARMS applies, or another tool does and which, from `at` on."""

    fact_table = "arms_applicability"

    state = choice_field("arms_applicability", "state")
    other_tool = models.CharField(max_length=80, blank=True, default="")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("arms_applicability", "state"),
        ]

    def __str__(self) -> str:
        return f"arms applicability {self.fact_id} version {self.version}"
