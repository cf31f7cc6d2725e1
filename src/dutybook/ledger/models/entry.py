"""One occurrence of a duty on a subject."""

from datetime import UTC, datetime
from typing import Final

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

NEVER: Final = datetime(9999, 1, 1, tzinfo=UTC)
"""When an entry closes that has not closed: what is open on a day is then one range of an index."""


def closes_at() -> Coalesce:
    """When an entry closes, for comparing and for ordering; `NEVER` while it is open."""
    return Coalesce("closed_at", Value(NEVER, output_field=models.DateTimeField()))


class Entry(models.Model):
    """A row of the ledger, derived from facts and never typed; the engine's entry columns.

    Its key is (duty, subject, opened_by, opened_at, condition) (R12). `opened_by`, `met_by` and
    `authorised_by` are fact ids; `closed_why`, `authorisation` and `answer` are the engine's codes.
    Its status on a day is the SQL function `ledger_status_on`, never a column.
    """

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+", db_index=False)
    duty = models.CharField(max_length=80)
    subject = models.ForeignKey(
        "ledger.Subject", models.PROTECT, related_name="entries", db_index=False
    )
    opened_by = models.BigIntegerField()
    opened_at = models.DateTimeField()
    condition = models.SmallIntegerField(null=True)
    met_at = models.DateTimeField(null=True)
    met_by = models.BigIntegerField(null=True)
    met_recorded_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_why = models.SmallIntegerField(null=True)
    authorised_by = models.BigIntegerField(null=True)
    authorised_at = models.DateTimeField(null=True)
    authorisation = models.SmallIntegerField(null=True)
    answer = models.SmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "duty", "opened_by", "opened_at", "condition"],
                name="entry_key",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="entry_closed_with_reason",
                condition=Q(closed_at=None, closed_why=None)
                | Q(closed_at__isnull=False, closed_why__isnull=False),
            ),
            models.CheckConstraint(
                name="entry_met_by_a_fact",
                condition=Q(met_at=None, met_by=None)
                | Q(met_at__isnull=False, met_by__isnull=False),
            ),
            models.CheckConstraint(
                name="entry_not_closed_before_opened",
                condition=Q(closed_at=None) | Q(closed_at__gte=F("opened_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["force", "duty"], name="entry_force_duty"),
            models.Index(fields=["subject", "duty", "met_at"], name="entry_last_met"),
            models.Index(fields=["subject"], name="entry_open", condition=Q(closed_at=None)),
            models.Index("subject", closes_at(), name="entry_closes"),
        ]

    def __str__(self) -> str:
        return f"{self.duty} on subject {self.subject_id}"
