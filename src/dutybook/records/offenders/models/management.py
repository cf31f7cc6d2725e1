"""Managed actively or reactively, from `at` on."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Management(PastFactVersion):
    """Managed actively or reactively, from `at` on."""

    fact_table = "management"

    state = choice_field("management", "state")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("management", "state"),
        ]

    def __str__(self) -> str:
        return f"management {self.fact_id} version {self.version}"
