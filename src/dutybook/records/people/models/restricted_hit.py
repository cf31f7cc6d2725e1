"""Somebody searched, and what they looked for may be in a record that they may not see."""

from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked


@tracked()
class RestrictedHit(models.Model):
    """A notice to the record's owner and its team's supervisors, which must be answered.

    What was typed is not kept: `matched` says by what kind of thing the record was hit.
    """

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    matched = models.CharField(max_length=16)
    asked_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    asked_again_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answer = models.CharField(max_length=1000, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by", "subject"],
                condition=Q(answered_at=None),
                name="restricted_hit_open_once",
            ),
            models.CheckConstraint(
                name="restricted_hit_answered_in_words",
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (
                    Q(answered_at__isnull=False, answered_by__isnull=False)
                    & ~Q(answer__regex=r"^\s*$")
                ),
            ),
            models.CheckConstraint(
                name="restricted_hit_answered_by_another",
                condition=Q(answered_by=None) | ~Q(answered_by=F("asked_by")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["force", "asked_at"],
                condition=Q(answered_at=None),
                name="restricted_hit_open",
            )
        ]

    def __str__(self) -> str:
        return f"restricted hit {self.pk}"
