"""A serious further offence, and the review of how the police had managed the offender."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class FurtherOffence(PastFactVersion):
    """The offender is charged with a serious further offence."""

    fact_table = "further_offence"

    note = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"further offence {self.fact_id} version {self.version}"


class OffenceReview(PastFactVersion):
    """A review was commissioned of how the police had managed the offender."""

    fact_table = "further_offence_review"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    note = models.TextField(max_length=4000)

    def __str__(self) -> str:
        return f"further offence review {self.fact_id} version {self.version}"
