"""The conditions of a bail were checked: how, and what was found."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion


class BailCheck(PastFactVersion):
    """The conditions of a bail were checked: how, and what was found."""

    fact_table = "bail_check"

    proactive = models.BooleanField(null=True)
    method = models.CharField(max_length=80, blank=True, default="")
    findings = models.TextField(max_length=4000, blank=True, default="")
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"bail check {self.fact_id} version {self.version}"
