"""How an entry stood from one instant to the next."""

from django.db import models
from django.db.models import F, Q


class Span(models.Model):
    """The engine's span columns of one entry during `[from_at, until_at)`.

    `team_id` and `owner_id` are plain numbers: who answered then, which the subject's own columns
    no longer tell. `level`, `basis_how` and `why_empty` are the engine's codes; `left` is what
    remains on a stopped clock, in microseconds. `last` marks the entry's last span, which goes on
    answering after the entry has closed.
    """

    entry = models.ForeignKey(
        "ledger.Entry", models.DO_NOTHING, related_name="spans", db_index=False
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True)
    level = models.SmallIntegerField(null=True)
    team_id = models.BigIntegerField(null=True)
    owner_id = models.BigIntegerField(null=True)
    due_at = models.DateTimeField(null=True)
    basis_policy = models.BigIntegerField(null=True)
    basis_plan = models.BigIntegerField(null=True)
    basis_how = models.SmallIntegerField(null=True)
    basis_from = models.DateTimeField(null=True)
    why_empty = models.SmallIntegerField(null=True)
    left = models.BigIntegerField(null=True)
    last = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "from_at"], name="span_one_at_a_time"),
            models.CheckConstraint(
                name="span_until_not_before_from",
                condition=Q(until_at=None) | Q(until_at__gte=F("from_at")),
            ),
            models.CheckConstraint(
                name="span_due_or_why_empty",
                condition=Q(due_at__isnull=False, why_empty=None)
                | Q(due_at=None, why_empty__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="span_falls_due", condition=Q(last=True)),
        ]

    def __str__(self) -> str:
        return f"entry {self.entry_id} from {self.from_at}"
