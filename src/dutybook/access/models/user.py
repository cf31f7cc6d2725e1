"""A person who signs in."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models

from dutybook.access.history import tracked
from dutybook.access.models.force import Force
from dutybook.duties.facts import RANKS

USERNAME_PATTERN = r"^[a-z0-9][a-z0-9._-]{1,62}$"
validate_username = RegexValidator(
    USERNAME_PATTERN,
    "Use 2 to 63 lower-case letters, digits, dots, hyphens and underscores, "
    "beginning with a letter or digit.",
)

RANK_TITLES = {rank: rank.replace("_", " ").capitalize() for rank in RANKS}


class UserManager(BaseUserManager):
    """Looks users up as they sign in: capitals in a username do not matter."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return super().get_by_natural_key((username or "").strip().lower())


@tracked(exclude=("password", "last_login"))
class User(AbstractBaseUser):
    """An account of one force. It is deactivated, never deleted: the log still names it.

    `rank` is empty for police staff. `must_change_password` is set when somebody else chose the
    password; until it is changed no other page opens. To `email` goes only that notices wait;
    empty, no mail is sent.
    """

    username = models.CharField(max_length=63, unique=True, validators=[validate_username])
    display_name = models.CharField(max_length=120)
    rank = models.CharField(max_length=30, choices=RANK_TITLES, null=True, blank=True)
    force = models.ForeignKey(Force, on_delete=models.PROTECT, related_name="users")
    email = models.EmailField(max_length=254, blank=True, default="")
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    objects = UserManager()

    class Meta:
        constraints = [
            # The target of the role grant's composite key; it also pins a user to their force.
            models.UniqueConstraint(fields=["id", "force"], name="access_user_of_force"),
            models.CheckConstraint(
                name="access_user_username_is_plain",
                condition=models.Q(username__regex=USERNAME_PATTERN),
            ),
            models.CheckConstraint(
                name="access_user_has_a_name", condition=~models.Q(display_name__regex=r"^\s*$")
            ),
            models.CheckConstraint(
                name="access_user_rank_is_known",
                condition=models.Q(rank__isnull=True) | models.Q(rank__in=RANKS),
            ),
        ]

    def __str__(self) -> str:
        return self.display_name
