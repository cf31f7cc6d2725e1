"""What a force replies to the judgement that its claim is narrower than what was asked."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.narrower_judgement import NarrowerJudgement


class NarrowerReply(models.Model):
    """Append-only: one reply to one judgement, published beside it."""

    append_only = True

    judgement = models.OneToOneField(NarrowerJudgement, models.PROTECT, related_name="reply")
    words = models.TextField(max_length=4000)
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    said_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="narrower_reply_says_something", condition=~Q(words__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"reply to judgement {self.judgement_id}"
