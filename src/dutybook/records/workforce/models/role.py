"""In a role for which screening is owed, or out of it, from `at` on."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Role(PastFactVersion):
    """In a role for which screening is owed, or out of it, from `at` on."""

    fact_table = "role"

    state = choice_field("role", "state")
    title = models.CharField(max_length=120, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("role", "state"),
        ]

    def __str__(self) -> str:
        return f"role {self.fact_id} version {self.version}"
