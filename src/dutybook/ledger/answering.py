"""Who is told of something: whoever must act on it, and whoever answers for them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dutybook.access.models import RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import in_force
from dutybook.ledger.models import Breach, Subject, SubjectKind
from dutybook.ledger.policy_keys import duty_of


@dataclass(frozen=True)
class People:
    """Who holds what in a force at one moment: users by role and team (None: the whole force)."""

    holders: Mapping[tuple[Role, int | None], frozenset[int]]
    teams: Mapping[int, frozenset[int]]

    def holding(self, role: Role, team_id: int | None = None) -> frozenset[int]:
        """The users who hold a role, in a team or in the force."""
        return self.holders.get((role, team_id), frozenset())

    def serves(self, user_id: int | None, team_id: int | None) -> bool:
        """Whether somebody serves in a team; whoever does not answers for none of its records."""
        return user_id is not None and team_id in self.teams.get(user_id, frozenset())

    def supervisors_of(self, user_id: int) -> frozenset[int]:
        """The supervisors of the teams somebody serves in; of a supervisor, the chief officers."""
        found = {
            supervisor
            for team in self.teams.get(user_id, frozenset())
            for supervisor in self.holding(Role.SUPERVISOR, team)
        } - {user_id}
        supervises = any(
            user_id in self.holding(Role.SUPERVISOR, team)
            for team in self.teams.get(user_id, frozenset())
        )
        if supervises or not found:
            found = set(self.holding(Role.CHIEF_OFFICER)) - {user_id}
        return frozenset(found)


def people_of(force_id: int, now: datetime) -> People:
    """Everybody with an account in use and a role in force; one query."""
    holders: dict[tuple[Role, int | None], set[int]] = defaultdict(set)
    teams: dict[int, set[int]] = defaultdict(set)
    grants = RoleGrant.objects.filter(in_force(now), force_id=force_id, user__is_active=True)
    for user_id, role, team_id in grants.values_list("user_id", "role", "team_id"):
        holders[Role(role), team_id].add(user_id)
        if team_id is not None:
            teams[user_id].add(team_id)
    return People(
        {key: frozenset(users) for key, users in holders.items()},
        {user: frozenset(held) for user, held in teams.items()},
    )


def answerable(people: People, breaches: Iterable[Breach]) -> dict[int, frozenset[int]]:
    """For each breach's subject and duty, by the breach's id: who must act on it.

    A supervisor's duty is the supervisors' of the team; staff screening the wellbeing lead's; what
    the force itself must have the inspection liaison officer's; all else the owner's, or the
    supervisors' while nobody who serves owns it. Perhaps nobody.
    """
    breaches = list(breaches)
    rows = Subject.objects.filter(pk__in={breach.subject_id for breach in breaches})
    subjects = {
        pk: (kind, team_id, owner_id if people.serves(owner_id, team_id) else None)
        for pk, kind, team_id, owner_id in rows.values_list("id", "kind", "team_id", "owner_id")
    }
    found: dict[int, frozenset[int]] = {}
    for breach in breaches:
        kind, team_id, owner_id = subjects[breach.subject_id]
        if kind == SubjectKind.STAFF:
            found[breach.pk] = people.holding(Role.WELLBEING_LEAD)
        elif kind in (SubjectKind.DOCUMENT, SubjectKind.AGREEMENT):
            found[breach.pk] = people.holding(Role.INSPECTION_LIAISON)
        elif owner_id is None or duty_of(breach.duty).owed_by == "supervisor":
            in_team = people.holding(Role.SUPERVISOR, team_id) if team_id else frozenset[int]()
            found[breach.pk] = in_team
        else:
            found[breach.pk] = frozenset({owner_id})
    return found
