"""Searches of police databases for an offender."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class DatabaseCheck(PastFactVersion):
    """A database was searched: when, which, by whom and what came back. What it means for the risk
    is a fact of its own, `DatabaseAssessment`: a search nobody assessed is half done.
    """

    fact_table = "database_check"

    system = choice_field("database_check", "system")
    result = models.TextField(max_length=4000, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta(PastFactVersion.Meta):
        constraints = [
            *PastFactVersion.Meta.constraints,
            choice_known("database_check", "system"),
        ]

    def __str__(self) -> str:
        return f"database check {self.fact_id} version {self.version}"
