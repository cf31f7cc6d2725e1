"""A team of one of the two specialist units."""

from django.db import models

from dutybook.access.history import tracked
from dutybook.access.models.force import KEY_PATTERN, Force, validate_key


class Unit(models.TextChoices):
    OFFENDER_MANAGEMENT = "offender_management", "Offender management"
    ONLINE_CHILD_ABUSE = "online_child_abuse", "Online child abuse investigation"
    OTHER = "other", "Other"


@tracked()
class Team(models.Model):
    """People who share their records; a role held in a team reaches the team's records."""

    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="teams")
    key = models.CharField(max_length=60, validators=[validate_key])
    name = models.CharField(max_length=120)
    unit = models.CharField(max_length=30, choices=Unit.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["force", "key"], name="access_team_key_in_force"),
            # The target of the role grant's composite key: a grant's team is of the user's force.
            models.UniqueConstraint(fields=["id", "force"], name="access_team_of_force"),
            models.CheckConstraint(
                name="access_team_key_is_a_slug", condition=models.Q(key__regex=KEY_PATTERN)
            ),
            models.CheckConstraint(
                name="access_team_has_a_name", condition=~models.Q(name__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="access_team_unit_is_known", condition=models.Q(unit__in=Unit.values)
            ),
        ]

    def __str__(self) -> str:
        return self.name
