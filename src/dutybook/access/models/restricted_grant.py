"""Leave for one user to reach one restricted record."""

from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked
from dutybook.access.models.user import User


@tracked()
class RestrictedGrant(models.Model):
    """`user` may reach the subject `subject_id` during `[from_at, until_at)`, for a stated reason.

    The subject lives in a room above, so it is named by number. A grant opens this one record,
    whichever team it belongs to, to somebody whose role reaches its kind at all.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="restricted_grants")
    subject_id = models.BigIntegerField()
    reason = models.TextField(max_length=1000)
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "from_at"], name="access_restricted_user")]
        constraints = [
            models.CheckConstraint(
                name="access_restricted_has_a_reason", condition=~Q(reason__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="access_restricted_ends_after_start",
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
            ),
            models.CheckConstraint(
                name="access_restricted_by_another", condition=~Q(granted_by=F("user"))
            ),
        ]

    def __str__(self) -> str:
        return f"subject {self.subject_id} open to user {self.user_id}"
