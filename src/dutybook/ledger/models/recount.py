"""That a setting or the calendar changed, and how far what depends on it has been counted again."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Recount(models.Model):
    """One change of a setting or a bank holiday, and the deriving anew that it asks for.

    `what` is the setting's key, or the holiday's day. `done_through` is the last subject that was
    derived: a worker that dies loses only the portion it was at. `written` holds, for each duty,
    how many entries and spans differed. A rebuild of the whole force answers it as well, and then
    `by_rebuild` says why nothing is counted here. `asked_by` is empty for the command line.
    """

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    what = models.CharField(max_length=80)
    duties = ArrayField(models.CharField(max_length=80))
    asked_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    asked_as = models.CharField(max_length=80)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    by_rebuild = models.BooleanField(default=False)
    subjects = models.PositiveIntegerField(default=0)
    subjects_done = models.PositiveIntegerField(default=0)
    done_through = models.BigIntegerField(default=0)
    written = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.CheckConstraint(name="recount_has_a_cause", condition=~Q(what="")),
            models.CheckConstraint(
                name="recount_ends_after_it_begins",
                condition=Q(finished_at=None)
                | Q(by_rebuild=True)
                | Q(begun_at__isnull=False, finished_at__gte=F("begun_at")),
            ),
        ]
        indexes = [
            models.Index(fields=["force", "what", "-id"], name="recount_of_setting"),
            models.Index(
                fields=["force", "id"], name="recount_open", condition=Q(finished_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"recount {self.pk} after {self.what}"
