"""The commissioner's view of a limb."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class Assured(models.TextChoices):
    """How far the commissioner is assured."""

    ASSURED = "assured", "Assured"
    PARTLY = "partly", "Partly assured"
    NOT_ASSURED = "not_assured", "Not assured"


class Assurance(models.Model):
    """Append-only; the newest row for a force and limb stands. Written by the commissioner's
    office alone, always with its reasons."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="assurances")
    view = models.CharField(max_length=12, choices=Assured.choices)
    reasons = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb", "-id"], name="assurance_newest")]
        constraints = [
            models.CheckConstraint(
                name="assurance_view_known", condition=Q(view__in=Assured.values)
            ),
            models.CheckConstraint(
                name="assurance_has_reasons", condition=~Q(reasons__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"assurance {self.pk} of limb {self.limb_id}"
