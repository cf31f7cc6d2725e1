"""Why a record was closed to all but a few, or opened again."""

from django.db import models
from django.db.models import Q


class Restriction(models.Model):
    """One decision about a subject's restriction; `Subject.restricted` is what stands."""

    append_only = True

    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    restricted = models.BooleanField()
    reason = models.CharField(max_length=1000)
    decided_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="restriction_has_reason", condition=~Q(reason=""))
        ]

    def __str__(self) -> str:
        return f"subject {self.subject_id} {'restricted' if self.restricted else 'opened'}"
