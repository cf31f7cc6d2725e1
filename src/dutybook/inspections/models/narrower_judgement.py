"""A named person's reasoned judgement that a claim is narrower than what was asked."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from dutybook.inspections.models.limb import Limb
from dutybook.inspections.models.position import Position


class NarrowerJudgement(models.Model):
    """Append-only; the newest row for a position and limb stands. A computer never makes one.

    `is_narrower` false withdraws an earlier judgement, with reasons. What the force replies is a
    row of its own, `NarrowerReply`.
    """

    append_only = True

    position = models.ForeignKey(Position, models.PROTECT, related_name="judgements")
    limb = models.ForeignKey(Limb, models.PROTECT, related_name="judgements")
    is_narrower = models.BooleanField()
    reasons = models.TextField()
    judged_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["position", "limb", "-id"], name="narrower_newest")]
        constraints = [
            models.CheckConstraint(
                name="narrower_has_reasons", condition=~Q(reasons__regex=r"^\s*$")
            ),
        ]

    def __str__(self) -> str:
        return f"judgement {self.pk} on limb {self.limb_id}"
