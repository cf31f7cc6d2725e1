"""A meeting at which the commissioner holds the chief constable to account."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class AccountMeeting(models.Model):
    """Append-only: that a meeting was held, who was there, and where its minutes are kept."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    held_on = models.DateField()
    attended = models.TextField(max_length=2000)
    minutes = models.CharField(max_length=300, blank=True, default="")
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "-held_on"], name="meeting_newest")]
        constraints = [
            models.CheckConstraint(
                name="meeting_says_what_and_who", condition=~Q(title="") & ~Q(attended="")
            ),
        ]

    def __str__(self) -> str:
        return f"meeting {self.pk} of {self.held_on}"
