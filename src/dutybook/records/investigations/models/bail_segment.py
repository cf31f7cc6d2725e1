"""Segments of the applicable bail period."""

from django.db import models
from django.db.models import F, Q

from dutybook.ledger.fact_models import FactVersion


class BailSegment(FactVersion):
    """A segment of the applicable bail period: the first grant or one extension.

    It runs from `at` to `until`, both inside, and may begin tomorrow: the clock starts on the day
    after arrest (Police and Criminal Evidence Act 1984, s. 47ZB(4)).
    """

    fact_table = "bail_segment"

    until = models.DateTimeField(null=True)
    conditional = models.BooleanField(null=True)
    conditions = models.TextField(max_length=4000, blank=True, default="")

    class Meta(FactVersion.Meta):
        constraints = [
            *FactVersion.Meta.constraints,
            models.CheckConstraint(
                name="bail_segment_ends_after_it_begins",
                condition=Q(until=None) | Q(until__gt=F("at")),
            ),
            models.CheckConstraint(
                name="bail_segment_conditions_agree",
                condition=Q(conditions="") | Q(conditional=True, conditional__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"bail segment {self.fact_id} version {self.version}"
