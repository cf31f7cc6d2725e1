"""A record that somebody on duty out of hours opened, and who looked at that afterwards."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked
from dutybook.access.models.force import Force
from dutybook.access.models.user import User


class Justified(models.TextChoices):
    """What the reviewer says of it."""

    YES = "justified", "It had to be opened"
    NO = "not_justified", "It did not have to be opened"


@tracked()
class EmergencyOpening(models.Model):
    """`user` reads the subject `subject_id`, and `subject_ids` (itself and what lies beneath it),
    during `[from_at, until_at)`, for a stated reason.

    The subjects live in a room above, so they are named by number. It opens them for reading alone.
    Somebody else says afterwards whether it had to be.
    """

    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="emergency_openings")
    subject_id = models.BigIntegerField()
    subject_ids = ArrayField(models.BigIntegerField())
    reason = models.TextField(max_length=1000)
    from_at = models.DateTimeField()
    until_at = models.DateTimeField()
    outcome = models.CharField(max_length=14, choices=Justified.choices, blank=True, default="")
    review = models.TextField(max_length=2000, blank=True, default="")
    reviewed_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["user", "until_at"], name="access_emergency_user"),
            models.Index(
                fields=["force", "from_at"],
                condition=Q(reviewed_at=None),
                name="access_emergency_unreviewed",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="access_emergency_has_a_reason", condition=~Q(reason__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="access_emergency_ends", condition=Q(until_at__gt=F("from_at"))
            ),
            models.CheckConstraint(
                name="access_emergency_reviewed_in_words",
                condition=Q(reviewed_at=None, reviewed_by=None, outcome="", review="")
                | (
                    Q(reviewed_at__isnull=False, reviewed_by__isnull=False)
                    & Q(outcome__in=Justified.values)
                    & ~Q(review__regex=r"^\s*$")
                ),
            ),
            models.CheckConstraint(
                name="access_emergency_reviewed_by_another",
                condition=Q(reviewed_by=None) | ~Q(reviewed_by=F("user")),
            ),
        ]

    def __str__(self) -> str:
        return f"subject {self.subject_id} opened by user {self.user_id}"
