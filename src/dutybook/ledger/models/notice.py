"""What one person is told, until they have acknowledged it."""

from django.db import models
from django.db.models import Q

BREACH, FINDING, DIGEST, ESCALATED = "breach", "finding", "digest", "escalated"
REMINDER = "reminder"
KINDS = (BREACH, FINDING, DIGEST, ESCALATED, REMINDER)


class Notice(models.Model):
    """One notice to one person.

    *breach* and *escalated* may name a subject by number; who it is, the page tells only as far as
    the person may see it. *digest* has the day's `counts` as (duty, level, entries). `about` is
    the notice that was not acknowledged (*escalated*). `mailed_at` is when a mail said that it
    waits, empty while none did.
    """

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    user = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12)
    made_at = models.DateTimeField()
    day = models.DateField()
    breach = models.ForeignKey("ledger.Breach", models.PROTECT, null=True, related_name="+")
    note = models.ForeignKey("ledger.OutboxNote", models.PROTECT, null=True, related_name="+")
    about = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    reminder = models.ForeignKey("ledger.Reminder", models.PROTECT, null=True, related_name="+")
    counts = models.JSONField(default=list)
    acknowledged_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="notice_kind_known", condition=Q(kind__in=KINDS)),
            models.UniqueConstraint(
                fields=["user", "day"], name="notice_one_digest_a_day", condition=Q(kind=DIGEST)
            ),
            models.UniqueConstraint(
                fields=["user", "breach"], name="notice_of_breach_once", condition=Q(kind=BREACH)
            ),
            models.UniqueConstraint(
                fields=["user", "note"], name="notice_of_finding_once", condition=Q(kind=FINDING)
            ),
            models.UniqueConstraint(
                fields=["user", "reminder"],
                name="notice_of_reminder_once",
                condition=Q(kind=REMINDER),
            ),
            models.UniqueConstraint(
                fields=["user", "about"], name="notice_escalated_once", condition=Q(kind=ESCALATED)
            ),
        ]
        indexes = [
            models.Index(fields=["user", "-id"], name="notice_of_user"),
            models.Index(
                fields=["force", "made_at"],
                name="notice_unanswered",
                condition=Q(acknowledged_at=None, escalated_at=None),
            ),
            models.Index(
                fields=["force", "user"],
                name="notice_unmailed",
                condition=Q(acknowledged_at=None, mailed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} notice {self.pk}"
