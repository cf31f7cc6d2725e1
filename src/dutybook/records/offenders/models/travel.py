"""Travel abroad, and the return from it."""

from django.db import models

from dutybook.ledger.fact_models import FactVersion, PastFactVersion


class ForeignTravel(FactVersion):
    """The offender is to leave the United Kingdom, or left it, at `at`: it may lie ahead.

    `days_notice` are whole days between the notification and the departure, 0 when he did not
    notify, and empty when nobody recorded whether he did.
    """

    fact_table = "foreign_travel"

    days_notice = models.PositiveSmallIntegerField(null=True)
    destination = models.CharField(max_length=200, blank=True, default="")

    def __str__(self) -> str:
        return f"foreign travel {self.fact_id} version {self.version}"


class TravelReturn(PastFactVersion):
    """The offender came back to the United Kingdom."""

    fact_table = "travel_return"

    note = models.TextField(max_length=4000, blank=True, default="")

    def __str__(self) -> str:
        return f"travel return {self.fact_id} version {self.version}"
