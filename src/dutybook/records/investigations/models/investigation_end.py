"""The investigation ended, or was opened again."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class InvestigationEnd(PastFactVersion):
    """The investigation ended, or was opened again."""

    fact_table = "investigation_end"

    state = choice_field("investigation_end", "state")
    reason = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("investigation_end", "state"),
        ]

    def __str__(self) -> str:
        return f"investigation end {self.fact_id} version {self.version}"
