"""Plans to find an offender who cannot be found, and their daily reviews."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.fact_models import PastFactVersion


class MissingPlan(PastFactVersion):
    """What is done to find the offender; `owned` says that somebody answers for it."""

    fact_table = "missing_plan"

    owned = models.BooleanField()
    plan_owner = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    steps = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="missing_plan_owned_by_somebody",
                condition=Q(owned=False, plan_owner=None) | Q(owned=True, plan_owner__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"missing plan {self.fact_id} version {self.version}"


class MissingReview(PastFactVersion):
    """The plan was looked at again: what was done since, and what is next."""

    fact_table = "missing_review"

    done_since = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"missing review {self.fact_id} version {self.version}"
