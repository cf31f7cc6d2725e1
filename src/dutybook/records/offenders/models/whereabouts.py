"""Whether it is known where an offender is."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Whereabouts(PastFactVersion):
    """From `at` on it is known where the offender is, or it is not."""

    fact_table = "whereabouts"

    state = choice_field("whereabouts", "state")
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("whereabouts", "state"),
        ]

    def __str__(self) -> str:
        return f"whereabouts {self.fact_id} version {self.version}"
