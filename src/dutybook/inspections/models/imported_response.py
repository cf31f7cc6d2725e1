"""A published response, as it was read: kept whole, so that every later page can cite it."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.inspection import Inspection


class ImportedResponse(models.Model):
    """Append-only. `digest` is the SHA-256 of the file: the same file is imported once.

    `reading` is the whole reading in the published JSON form, every line of the file included.
    `imported_by` is empty for an import from the command line.
    """

    append_only = True

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="responses")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    file_name = models.CharField(max_length=200)
    reading = models.JSONField()
    statement = models.TextField(blank=True)
    commissioner_name = models.CharField(max_length=200, blank=True)
    commissioner_office = models.CharField(max_length=200, blank=True)
    imported_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)
    imported_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["force", "digest"], name="response_file_once"),
            models.CheckConstraint(
                name="response_digest_is_sha256", condition=Q(digest__regex=r"^[0-9a-f]{64}$")
            ),
        ]

    def __str__(self) -> str:
        return f"response {self.pk} to inspection {self.inspection_id}"
