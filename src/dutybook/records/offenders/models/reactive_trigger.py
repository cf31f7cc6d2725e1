"""What puts reactive management in question."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class ReactiveTrigger(PastFactVersion):
    """Something happened that opens a risk review at once."""

    fact_table = "reactive_trigger"

    kind = choice_field("reactive_trigger", "kind")
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("reactive_trigger", "kind"),
        ]

    def __str__(self) -> str:
        return f"reactive trigger {self.fact_id} version {self.version}"
