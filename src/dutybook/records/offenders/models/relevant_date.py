"""The date from which an offender must notify."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class RelevantDate(PastFactVersion):
    """Conviction, finding, caution or release, on which the notification requirements rest (s. 82
    Sexual Offences Act 2003). `matter` says which offence, court and disposal."""

    fact_table = "relevant_date"

    matter = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"relevant date {self.fact_id} version {self.version}"
