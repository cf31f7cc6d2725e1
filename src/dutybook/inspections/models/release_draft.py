"""A release as it was put forward for approval."""

from django.db import models
from django.db.models.functions import Now

from dutybook.inspections.models.finished_forms import FinishedForms
from dutybook.inspections.models.inspection import Inspection


class ReleaseDraft(FinishedForms):
    """Append-only. The finished documents, frozen when they were prepared: what is approved is
    exactly what was tested, whatever the records say by then."""

    append_only = True

    inspection = models.ForeignKey(Inspection, models.PROTECT, related_name="+")
    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    figures_on = models.DateField()
    prepared_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    prepared_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return f"release draft {self.pk}"
