"""Leave that whoever made a visit says a supervisor gave, until that supervisor answers."""

from django.db import models
from django.db.models import Q


class LeaveRequest(models.Model):
    """Somebody was asked, or is said to have been asked, for leave for one visit.

    It authorises nothing: only the person asked does, in their own name. `said_given_at` is when
    leave is said to have been given, empty where it is asked for now.
    """

    append_only = True

    subject = models.ForeignKey("ledger.Subject", models.PROTECT, related_name="+")
    visit_fact = models.BigIntegerField()
    asked_of = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    reason = models.TextField(max_length=4000)
    said_given_at = models.DateTimeField(null=True)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="leave_request_gives_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="leave_request_of_somebody_else",
                condition=~Q(asked_of=models.F("recorded_by")),
            ),
            models.UniqueConstraint(
                fields=["visit_fact", "asked_of"], name="leave_asked_once_of_each"
            ),
        ]
        indexes = [
            models.Index(fields=["asked_of"], name="leave_request_of_whom"),
            models.Index(fields=["visit_fact"], name="leave_request_of_visit"),
        ]

    def __str__(self) -> str:
        return f"leave request {self.pk}"


class LeaveRefusal(models.Model):
    """The person asked says that they gave no leave, with what follows."""

    append_only = True

    request = models.OneToOneField(LeaveRequest, models.PROTECT, related_name="refusal")
    reason = models.TextField(max_length=4000)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="leave_refusal_gives_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"refusal of leave request {self.request_id}"
