"""The local policing body's own comment on a recommendation (Police Act 1996 s.55(5B))."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.recommendation import Recommendation


class PolicingBodyComment(models.Model):
    """Append-only; the newest row for a force and recommendation stands.

    It explains what the body itself has done or proposes, or why it does nothing: never the
    force's action restated. A draft is marked as one until somebody of the body adopts it.
    """

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    recommendation = models.ForeignKey(Recommendation, models.PROTECT, related_name="comments")
    action = models.TextField()
    reply_to_chief = models.TextField(blank=True)
    is_adopted = models.BooleanField(default=False)
    written_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["force", "recommendation", "-id"], name="comment_newest")]
        constraints = [
            models.CheckConstraint(
                name="comment_says_something", condition=~Q(action__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"comment {self.pk} on recommendation {self.recommendation_id}"
