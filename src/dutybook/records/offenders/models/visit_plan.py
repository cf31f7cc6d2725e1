"""The interval in the offender's own plan."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class VisitPlan(PastFactVersion):
    """The interval between visits set in the offender's own plan, from `at` on.

    No amount means that the plan sets none from then on.
    """

    fact_table = "visit_plan"

    amount = models.PositiveSmallIntegerField(null=True)
    unit = choice_field("visit_plan", "unit", may_be_unknown=True)
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("visit_plan", "unit", may_be_unknown=True),
            models.CheckConstraint(
                name="visit_plan_amount_with_unit",
                condition=Q(amount=None, unit="")
                | (Q(amount__isnull=False, amount__gte=1) & ~Q(unit="")),
            ),
        ]

    def __str__(self) -> str:
        return f"visit plan {self.fact_id} version {self.version}"
