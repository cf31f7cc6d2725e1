"""A referral about a suspect was received by the force."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class Referral(PastFactVersion):
    """A referral about a suspect was received by the force."""

    fact_table = "referral"

    received_from = models.CharField(max_length=80, blank=True, default="")
    reference = models.CharField(max_length=80, blank=True, default="")

    def __str__(self) -> str:
        return f"referral {self.fact_id} version {self.version}"
