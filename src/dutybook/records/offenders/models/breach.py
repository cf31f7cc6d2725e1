"""Breaches of notification: established, put on the systems, decided."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class NotificationBreach(PastFactVersion):
    """It was established that the offender broke a notification requirement (s. 91)."""

    fact_table = "notification_breach"

    note = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"notification breach {self.fact_id} version {self.version}"


class BreachRecorded(PastFactVersion):
    """The breach was put on the local and the national systems, and the agencies were told."""

    fact_table = "breach_recorded"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    systems = models.TextField(max_length=1000)

    def __str__(self) -> str:
        return f"breach recorded {self.fact_id} version {self.version}"


class BreachDecision(PastFactVersion):
    """What was decided about a breach, with the reasons: arrest, charge or a reasoned no."""

    fact_table = "breach_decision"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    decision = choice_field("breach_decision", "decision")
    rationale = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("breach_decision", "decision"),
        ]

    def __str__(self) -> str:
        return f"breach decision {self.fact_id} version {self.version}"
