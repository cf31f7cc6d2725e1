"""That an entry fell into breach: noted once, however often the clock is looked at."""

from django.db import models


class Breach(models.Model):
    """An entry that became overdue (or whose period closed unmet), as the tick found it.

    It names the entry by its key (R12), not by its row, which a correction may take away. The same
    entry with another due date is another breach. `told_at` is empty until somebody has had a
    notice of it; while nobody answers for the subject it waits.
    """

    note = models.ForeignKey("ledger.OutboxNote", models.PROTECT, related_name="breaches")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    duty = models.CharField(max_length=80)
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    opened_by = models.BigIntegerField()
    opened_at = models.DateTimeField()
    condition = models.SmallIntegerField(null=True)
    due_at = models.DateTimeField(null=True)
    level = models.CharField(max_length=16, blank=True, default="")
    told_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "duty", "opened_by", "opened_at", "condition", "due_at"],
                name="breach_once",
                nulls_distinct=False,
            )
        ]
        indexes = [
            models.Index(
                fields=["force", "id"],
                name="breach_untold",
                condition=models.Q(told_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"breach {self.pk} of {self.duty}"
