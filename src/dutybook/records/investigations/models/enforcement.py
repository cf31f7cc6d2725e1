"""Action taken towards a suspect."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Enforcement(PastFactVersion):
    """Action taken towards a suspect."""

    fact_table = "enforcement"

    kind = choice_field("enforcement", "kind")
    note = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("enforcement", "kind"),
        ]

    def __str__(self) -> str:
        return f"enforcement {self.fact_id} version {self.version}"
