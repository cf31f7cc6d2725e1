"""A role held by a user from one instant to another."""

from django.db import models
from django.db.models import F, Q

from dutybook.access.history import tracked
from dutybook.access.models.force import Force
from dutybook.access.models.team import Team
from dutybook.access.models.user import User
from dutybook.access.roles import TEAM_ROLES, TIMED_ROLES, Role


@tracked()
class RoleGrant(models.Model):
    """`role` is held during `[from_at, until_at)`; an empty `until_at` means until further notice.

    `force` is the user's own; it is here so that the database can hold team and user to one force
    (composite keys, made in the first migration beside the exclusion that keeps one role from
    being granted twice and an exclusive role from being held beside another).
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_grants")
    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30, choices=[(role.value, role.label) for role in Role])
    team = models.ForeignKey(
        Team, on_delete=models.PROTECT, null=True, blank=True, related_name="role_grants"
    )
    from_at = models.DateTimeField()
    until_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "from_at"], name="access_rolegrant_user")]
        constraints = [
            models.CheckConstraint(
                name="access_rolegrant_role_is_known",
                condition=Q(role__in=[role.value for role in Role]),
            ),
            models.CheckConstraint(
                name="access_rolegrant_team_when_needed",
                condition=Q(role__in=sorted(TEAM_ROLES), team__isnull=False)
                | (~Q(role__in=sorted(TEAM_ROLES)) & Q(team__isnull=True)),
            ),
            models.CheckConstraint(
                name="access_rolegrant_timed_role_ends",
                condition=~Q(role__in=sorted(role.value for role in TIMED_ROLES))
                | Q(until_at__isnull=False),
            ),
            models.CheckConstraint(
                name="access_rolegrant_ends_after_start",
                condition=Q(until_at__isnull=True) | Q(until_at__gte=F("from_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of user {self.user_id}"
