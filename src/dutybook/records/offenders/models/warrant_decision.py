"""Whether to ask a court for a warrant to enter and search."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class WarrantDecision(PastFactVersion):
    """A decision under s. 96B Sexual Offences Act 2003, with its reasons; a reasoned no is one."""

    fact_table = "warrant_decision"

    decision = choice_field("warrant_decision", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("warrant_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"warrant decision {self.fact_id} version {self.version}"
