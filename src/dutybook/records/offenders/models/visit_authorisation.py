"""Authorisations of visits."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class VisitAuthorisation(PastFactVersion):
    """Leave for a home visit that was announced or not in pairs.

    `of_fact` and `of_version` are the visit as the authoriser saw it; a foreign key holds them.
    """

    fact_table = "visit_authorisation"

    of_fact = models.BigIntegerField()
    of_version = models.PositiveSmallIntegerField(default=1)
    rank = choice_field("visit_authorisation", "rank", may_be_unknown=True)
    rationale = models.TextField(max_length=4000, blank=True, default="")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("visit_authorisation", "rank", may_be_unknown=True),
        ]

    def __str__(self) -> str:
        return f"visit authorisation {self.fact_id} version {self.version}"
