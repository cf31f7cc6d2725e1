"""What the public may read: an approved release of a response, frozen as it was approved."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from dutybook.inspections.models.finished_forms import FinishedForms


class Release(FinishedForms):
    """Append-only, and the only table that the public site's database role may read.

    The public pages change only by a release: prepared by one person, approved by another who
    tested figures and free text for harm and re-identification. Names of people who work on it
    stay out of this table: it is readable in public.
    """

    append_only = True
    public_readable = True

    inspection_key = models.CharField(max_length=120)
    inspection_title = models.CharField(max_length=400)
    force_key = models.CharField(max_length=60)
    force_name = models.CharField(max_length=120)
    is_demonstration = models.BooleanField()
    number = models.PositiveSmallIntegerField()
    figures_on = models.DateField()
    prepared_by_id = models.BigIntegerField()
    approved_by_id = models.BigIntegerField()
    released_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)
    correction_note = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["force_key", "inspection_key", "number"], name="release_number_once"
            ),
            models.CheckConstraint(
                name="release_approved_by_another",
                condition=~Q(prepared_by_id=F("approved_by_id")),
            ),
            models.CheckConstraint(
                name="release_correction_is_explained",
                condition=Q(number=1) | ~Q(correction_note=""),
            ),
        ]

    def __str__(self) -> str:
        return f"release {self.number} of {self.inspection_key} for {self.force_key}"
