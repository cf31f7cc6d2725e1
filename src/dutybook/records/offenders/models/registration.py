"""From `at` on, subject to notification requirements, or no longer so."""

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Registration(PastFactVersion):
    """From `at` on, subject to notification requirements, or no longer so."""

    fact_table = "registration"

    state = choice_field("registration", "state")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("registration", "state"),
        ]

    def __str__(self) -> str:
        return f"registration {self.fact_id} version {self.version}"
