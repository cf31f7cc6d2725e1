"""Bail ended before its segment ran out: charge, no further action, cancelled."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.fact_models import PastFactVersion

BAIL_END_REASONS = [
    ("charged", "charged"),
    ("no_further_action", "no further action"),
    ("cancelled", "cancelled"),
    ("released_under_investigation", "released under investigation"),
    ("other", "other"),
]


class BailEnd(PastFactVersion):
    """Bail ended before its segment ran out: charge, no further action, cancelled."""

    fact_table = "bail_end"

    reason = models.CharField(max_length=32, choices=BAIL_END_REASONS)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            models.CheckConstraint(
                name="bail_end_reason_known",
                condition=Q(reason__in=[reason for reason, _ in BAIL_END_REASONS]),
            ),
        ]

    def __str__(self) -> str:
        return f"bail end {self.fact_id} version {self.version}"
