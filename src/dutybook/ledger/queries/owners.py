"""Who answers for a subject: its owner, as long as they serve in its team.

Somebody whose account is closed or whose role in the team has ended answers for nothing any more,
though the record keeps their name until a supervisor gives it to somebody else.
"""

from datetime import date
from typing import Any

from django.db.models import BooleanField, CharField, DateTimeField, F, Func, Value

from dutybook.access.models import RoleGrant, User
from dutybook.ledger.instants import day_ends


class _OfServingOwner(Func):
    """What is asked about somebody of an active account who holds a role in a team past an instant.

    Written as SQL because every list asks it of every row: as a queryset it took longer to put
    together than to run.
    """

    around = ""

    def as_sql(self, compiler: Any, _connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        owner, team, until = (compiler.compile(one) for one in self.source_expressions)
        grants, users = RoleGrant._meta.db_table, User._meta.db_table
        among = (  # only the models' own names are put into it
            f"FROM {grants} g JOIN {users} u ON u.id = g.user_id"
            f" WHERE g.user_id = {owner[0]} AND g.team_id = {team[0]} AND u.is_active"
            f" AND (g.until_at IS NULL OR g.until_at > {until[0]})"
        )
        given = [one for _, values in (owner, team, until) for one in values]
        return self.around.format(among), given


class OwnerServes(_OfServingOwner):
    """Whether there is such an owner."""

    output_field = BooleanField()
    around = "EXISTS (SELECT 1 {})"


class OwnerName(_OfServingOwner):
    """What such an owner is called.

    It is for the rows of one page alone: each is looked up, where PostgreSQL would first join
    everybody to everything that the list might show.
    """

    output_field = CharField()
    around = "(SELECT u.display_name {} LIMIT 1)"


def owner_serves(day: date, *, prefix: str = "subject__") -> OwnerServes:
    """Whether a subject's owner holds a role in its team that runs on past `day`.

    `prefix` leads to the subject. A role that begins later counts: who owns is known as of now.
    """
    return OwnerServes(*_of_subject(prefix, day))


def owner_name(day: date, *, prefix: str = "subject__") -> OwnerName:
    """The owner's name, or null when nobody answers for the subject."""
    return OwnerName(*_of_subject(prefix, day))


def _of_subject(prefix: str, day: date) -> tuple[F, F, Value]:
    until = Value(day_ends(day), output_field=DateTimeField())
    return F(f"{prefix}owner_id"), F(f"{prefix}team_id"), until
