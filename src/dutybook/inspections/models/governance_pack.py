"""A board's pack of figures: that it was asked for and how far it is, and what was made."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now


class PackUnit(models.TextChoices):
    """Whose work a pack is about."""

    OFFENDER_MANAGEMENT = "offender_management", "Offender management"
    ONLINE_CHILD_ABUSE = "online_child_abuse", "Online child abuse investigation"


class PackRequest(models.Model):
    """One pack that was asked for, for the month that ends with `day`.

    `asked_by` is empty where the force's schedule asked. `steps_done` of `steps` figures are
    counted; `ended_at` is when it was made or could not be, and then `problem` says why.
    """

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    unit = models.CharField(max_length=24, choices=PackUnit.choices)
    day = models.DateField()
    asked_by = models.ForeignKey("access.User", models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    steps = models.PositiveSmallIntegerField(default=0)
    steps_done = models.PositiveSmallIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["force", "-day", "-id"], name="pack_newest")]
        constraints = [
            models.CheckConstraint(name="pack_unit_known", condition=Q(unit__in=PackUnit.values)),
            models.CheckConstraint(
                name="pack_does_no_more_than_there_is", condition=Q(steps_done__lte=F("steps"))
            ),
            models.CheckConstraint(
                name="pack_ends_after_it_is_asked",
                condition=Q(ended_at=None) | Q(ended_at__gte=F("asked_at")),
            ),
            models.UniqueConstraint(
                name="pack_made_once_at_a_time",
                fields=["force", "unit", "day"],
                condition=Q(ended_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"pack of {self.unit} for {self.day:%B %Y}"


class FinishedPack(models.Model):
    """Append-only: what a pack says, laid out as the page shows it, and its two files.

    `known_at` is the moment as of which the records were read.
    """

    append_only = True

    request = models.OneToOneField(PackRequest, models.PROTECT, related_name="finished")
    contents = models.JSONField()
    pdf = models.BinaryField()
    word = models.BinaryField()
    known_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return f"finished {self.request}"
