"""The force's own internal check of a limb."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class Verified(models.TextChoices):
    """What the check found of what the force says."""

    TRUE = "true", "Found true"
    PARTLY = "partly", "Found partly true"
    NOT_TRUE = "not_true", "Found not true"


class Verification(models.Model):
    """Append-only; the newest row for a force and limb stands. It says what was looked at: it is
    the force's word about itself, and neither a finding from records nor anybody's assurance.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="verifications")
    outcome = models.CharField(max_length=12, choices=Verified.choices)
    checked = models.TextField(max_length=4000)
    checked_on = models.DateField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb", "-id"], name="verification_newest")]
        constraints = [
            models.CheckConstraint(
                name="verification_outcome_known", condition=Q(outcome__in=Verified.values)
            ),
            models.CheckConstraint(
                name="verification_says_what_was_checked",
                condition=~Q(checked__regex=r"^\s*$"),
            ),
        ]

    def __str__(self) -> str:
        return f"verification {self.pk} of limb {self.limb_id}"
