"""Records that went from one owner to another together, and why."""

from django.db import models
from django.db.models import Q

from dutybook.ledger.models.subject import KINDS


class Reallocation(models.Model):
    """One decision on who answers for one or more records; `undoes` is the one it takes back."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[(kind, kind) for kind in KINDS])
    reason = models.CharField(max_length=1000)
    decided_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField()
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        constraints = [
            models.CheckConstraint(name="reallocation_has_reason", condition=~Q(reason="")),
            models.CheckConstraint(name="reallocation_kind_known", condition=Q(kind__in=KINDS)),
        ]
        indexes = [models.Index(fields=["force", "-id"], name="reallocation_of_force")]

    def __str__(self) -> str:
        return f"reallocation {self.pk}"


class Reallocated(models.Model):
    """One record of a reallocation: who answered for it before, and who does since."""

    append_only = True

    reallocation = models.ForeignKey(Reallocation, models.PROTECT, related_name="records")
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    from_team = models.ForeignKey("access.Team", models.PROTECT, null=True, related_name="+")
    from_owner = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    to_team = models.ForeignKey("access.Team", models.PROTECT, null=True, related_name="+")
    to_owner = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    allocation_fact = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reallocation", "subject"], name="reallocated_once_each"
            ),
        ]
        indexes = [models.Index(fields=["subject", "-id"], name="reallocated_subject")]

    def __str__(self) -> str:
        return f"subject {self.subject_id} of reallocation {self.reallocation_id}"
