"""Monitoring of an offender's devices, and the looks at what it reported."""

from django.db import models

from dutybook.ledger.fact_models import PastFactVersion, choice_field, choice_known


class Monitoring(PastFactVersion):
    """Whether his devices are monitored from `at` on: which, and by what means."""

    fact_table = "monitoring"

    state = choice_field("monitoring", "state")
    note = models.TextField(max_length=4000)

    class Meta(PastFactVersion.Meta):
        constraints = [*PastFactVersion.Meta.constraints, choice_known("monitoring", "state")]

    def __str__(self) -> str:
        return f"monitoring {self.fact_id} version {self.version}"


class MonitoringCheck(PastFactVersion):
    """Somebody looked at what was reported; `concern` stays empty where nobody said."""

    fact_table = "monitoring_check"

    concern = models.BooleanField(null=True)
    findings = models.TextField(max_length=4000)
    done_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"monitoring check {self.fact_id} version {self.version}"
