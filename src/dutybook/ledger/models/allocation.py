"""Who answers for a subject."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class Allocation(PastFactVersion):
    """From `at` on, this team and owner answer for the subject; no owner means *unowned*."""

    fact_table = "allocation"

    team = models.ForeignKey("access.Team", models.PROTECT, null=True, related_name="+")
    owner = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="allocation_owner_has_team",
                condition=models.Q(owner=None) | models.Q(team__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"allocation {self.fact_id} version {self.version}"
