"""What the inspectorate itself says of a limb."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb


class StatusOfInspectorate(models.TextChoices):
    """The inspectorate's status; open until a document of the inspectorate says otherwise."""

    OPEN = "open", "Open"
    CLOSED = "closed", "Closed"
    SUPERSEDED = "superseded", "Superseded"
    REOPENED = "reopened", "Reopened"


class InspectorateStatus(models.Model):
    """Append-only; the row with the latest effective day, then the newest, stands. It rests on a
    document of the inspectorate, and closure is never derived from anything else."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="inspectorate_statuses")
    status = models.CharField(max_length=12, choices=StatusOfInspectorate.choices)
    document = models.CharField(max_length=300)
    document_date = models.DateField()
    reference = models.CharField(max_length=500, blank=True, default="")
    scope = models.TextField(max_length=2000, blank=True, default="")
    effective_on = models.DateField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "limb", "-id"], name="inspectorate_newest")]
        constraints = [
            models.CheckConstraint(
                name="inspectorate_status_known",
                condition=Q(status__in=StatusOfInspectorate.values),
            ),
            models.CheckConstraint(
                name="inspectorate_status_has_document",
                condition=~Q(document__regex=r"^\s*$"),
            ),
        ]

    def __str__(self) -> str:
        return f"inspectorate status {self.pk} of limb {self.limb_id}"
