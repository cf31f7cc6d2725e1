"""Where the offender is, from `at` on."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class CommunityStatus(PastFactVersion):
    """Where the offender is, from `at` on."""

    fact_table = "community_status"

    state = choice_field("community_status", "state")
    note = models.CharField(max_length=500, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("community_status", "state"),
        ]

    def __str__(self) -> str:
        return f"community status {self.fact_id} version {self.version}"
