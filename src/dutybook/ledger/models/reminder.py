"""What a force's people are reminded of: a day that comes or has passed, an answer, a failure."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

REMINDERS = (
    "recommendation_soon",
    "recommendation_passed",
    "response_soon",
    "response_passed",
    "promise_soon",
    "promise_late",
    "evidence_soon",
    "evidence_expired",
    "question_asked",
    "question_answered",
    "room_asked",
    "room_answered",
    "pack_made",
    "pack_failed",
    "narrower_judged",
    "narrower_replied",
    "case_disagrees",
    "case_answered",
    "pulse_begun",
    "emergency_opened",
    "emergency_reviewed",
)
AT_ONCE = (
    *("question_asked", "question_answered", "room_asked", "room_answered"),
    *("pack_made", "pack_failed", "narrower_judged", "narrower_replied"),
    "emergency_opened",
)
"""Those that are mailed as soon as they are made; the others wait for the morning."""

NOT_FOR_OTHERS = ("pulse_begun",)
"""Those that go to nobody above when they are not acknowledged: whether somebody says what they
think is theirs alone."""


class Reminder(models.Model):
    """Append-only, and made once: `code` says what of, `inspection` and `part` where it stands (a
    limb's code, a recommendation's number), `number` which row it is of, `day` which day it is
    about. Nobody is named in it."""

    append_only = True

    force = models.ForeignKey("access.Force", models.PROTECT, related_name="+")
    code = models.CharField(max_length=24)
    inspection = models.CharField(max_length=120, blank=True, default="")
    part = models.CharField(max_length=40, blank=True, default="")
    number = models.BigIntegerField(null=True)
    day = models.DateField(null=True)
    made_at = models.DateTimeField()
    loaded_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(name="reminder_code_known", condition=Q(code__in=REMINDERS)),
            models.UniqueConstraint(
                fields=["force", "code", "inspection", "part", "number", "day"],
                name="reminder_made_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"reminder {self.code} of {self.inspection}/{self.part}"
