"""Screening was offered, completed or declined. No score and no result is ever held."""

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Screening(PastFactVersion):
    """Screening was offered, completed or declined. No score and no result is ever held."""

    fact_table = "screening"

    state = choice_field("screening", "state")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("screening", "state"),
        ]

    def __str__(self) -> str:
        return f"screening {self.fact_id} version {self.version}"
