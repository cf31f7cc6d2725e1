"""Who answers for a subject: its owner, as long as they serve in its team.

Somebody whose account is closed or whose role in the team has ended answers for nothing any more,
though the record keeps their name until a supervisor gives it to somebody else.
"""

from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, DateTimeField, F, Func, Value, When

from dutybook.access.models import RoleGrant, User
from dutybook.ledger.instants import day_ends


class OwnerServes(Func):
    """Whether somebody of an active account holds a role in a team past an instant.

    Written as SQL because every list asks it of every row: as a queryset it took longer to put
    together than to run. `of_few` is for what is asked of the rows of one page alone: each is
    looked up, where PostgreSQL would first read every role of everybody (`OFFSET 0` forbids it).
    """

    output_field = BooleanField()

    def __init__(self, owner: F, team: F, until: Value, *, of_few: bool) -> None:
        super().__init__(owner, team, until)
        self.of_few = of_few

    def as_sql(self, compiler: Any, _connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        owner, team, until = (compiler.compile(one) for one in self.source_expressions)
        grants, users = RoleGrant._meta.db_table, User._meta.db_table
        text = (  # only the models' own names are put into it
            f"EXISTS (SELECT 1 FROM {grants} g JOIN {users} u ON u.id = g.user_id"  # noqa: S608
            f" WHERE g.user_id = {owner[0]} AND g.team_id = {team[0]} AND u.is_active"
            f" AND (g.until_at IS NULL OR g.until_at > {until[0]}){' OFFSET 0' * self.of_few})"
        )
        return text, [one for _, given in (owner, team, until) for one in given]


def owner_serves(day: date, *, prefix: str = "subject__", of_few: bool = False) -> OwnerServes:
    """Whether a subject's owner holds a role in its team that runs on past `day`.

    `prefix` leads to the subject. A role that begins later counts: who owns is known as of now.
    """
    until = Value(day_ends(day), output_field=DateTimeField())
    return OwnerServes(F(f"{prefix}owner_id"), F(f"{prefix}team_id"), until, of_few=of_few)


def owner_name(day: date, *, prefix: str = "subject__") -> Case:
    """The owner's name, or null when nobody answers for the subject."""
    serves = owner_serves(day, prefix=prefix, of_few=True)
    return Case(When(serves, then=F(f"{prefix}owner__display_name")))
