"""Two entries found to be one person, and the finding undone."""

from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked


@tracked()
class Merge(models.Model):
    """`absorbed` was found to be `kept`. Nothing moves: undoing it restores all that was."""

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    kept = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    absorbed = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    reason = models.CharField(max_length=1000)
    decided_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    undone_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    undone_reason = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(name="merge_of_two_people", condition=~Q(kept=F("absorbed"))),
            models.CheckConstraint(name="merge_has_reason", condition=~Q(reason__regex=r"^\s*$")),
            models.UniqueConstraint(
                fields=["absorbed"], condition=Q(undone_at=None), name="merge_absorbs_once"
            ),
            models.CheckConstraint(
                name="merge_undone_by_somebody_for_a_reason",
                condition=Q(undone_at=None, undone_by=None, undone_reason="")
                | (
                    Q(undone_at__isnull=False, undone_by__isnull=False)
                    & ~Q(undone_reason__regex=r"^\s*$")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"
