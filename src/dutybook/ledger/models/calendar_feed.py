"""The address by which somebody's calendar asks what falls due."""

from django.db import models
from django.db.models import Q


class CalendarFeed(models.Model):
    """Append-only: the newest row of a person stands. `digest` is of the secret in the address,
    which itself is kept nowhere; empty where the person stopped the feed."""

    append_only = True

    user = models.ForeignKey("access.User", models.PROTECT, related_name="calendar_feeds")
    digest = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["digest"], condition=~Q(digest=""), name="calendar_digest_once"
            ),
        ]
        indexes = [models.Index(fields=["user", "-id"], name="calendar_feed_of_user")]

    def __str__(self) -> str:
        return f"calendar feed {self.pk}"
