"""The person on whose behalf something is read or written, as they stand now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db.models import BigIntegerField, CharField, Func, Q, QuerySet, Value
from django.db.models.functions import Cast

from dutybook.access.models import EmergencyOpening, RestrictedGrant, RoleGrant, User
from dutybook.access.prepared import Shaping, prepared
from dutybook.access.roles import (
    CASE_KINDS,
    PERSONAL_KINDS,
    Permission,
    Reach,
    RecordKind,
    Role,
    permission,
)


@dataclass(frozen=True)
class HeldRole:
    """A role in force now; `team_id` is None for a role held in the whole force."""

    role: Role
    team_id: int | None = None


@dataclass(frozen=True)
class Viewer(Shaping):
    """Who asks, with the roles and grants in force when the request began.

    Made once per request by `viewer_for`, so a change of role counts from the next request on.
    `restricted_subject_ids` are open by a grant, `emergency_subject_ids` for reading alone, by
    the viewer's own opening.
    `user_id` is None only for the command line (`operator`). `route` is the name of the page or
    command, `request_id` ties the log rows of one request together.
    """

    user_id: int | None
    username: str
    display_name: str
    rank: str | None
    force_id: int
    held: frozenset[HeldRole]
    restricted_subject_ids: frozenset[int] = frozenset()
    emergency_subject_ids: frozenset[int] = frozenset()
    route: str = ""
    request_id: str = ""
    is_operator: bool = False

    @cached_property
    def roles(self) -> frozenset[Role]:
        return frozenset(held.role for held in self.held)

    @cached_property
    def team_ids(self) -> frozenset[int]:
        """The teams in which any role is held."""
        return frozenset(held.team_id for held in self.held if held.team_id is not None)

    @cached_property
    def shaping(self) -> "Viewer":
        """The viewer whatever they ask: two with the same are shown the same."""
        return replace(self, route="", request_id="")

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Their own, that of their force, their teams' and those of records opened one by one."""
        own = frozenset(one for one in (self.user_id, self.force_id) if one is not None)
        return own | self.team_ids | self.restricted_subject_ids | self.emergency_subject_ids

    def permissions(self, kind: RecordKind) -> Iterable[tuple[Permission, int | None]]:
        """What each held role may do with `kind`, and the team in which it may (None: the force).

        The commissioner's office reaches no personal kind and the administrator no case content,
        whatever else the account holds: the database keeps those roles alone, and this does not
        lean on it. The operator counts the whole force and sees no person.
        """
        if self.is_operator:
            counts = Permission(Reach.FORCE, Reach.NONE)
            return ((counts, None),) if kind is RecordKind.LEDGER_AGGREGATE else ()
        barred = (Role.COMMISSIONERS_OFFICE in self.roles and kind in PERSONAL_KINDS) or (
            Role.ADMINISTRATOR in self.roles and kind in CASE_KINDS
        )
        if barred:
            return ()
        return tuple((permission(held.role, kind), held.team_id) for held in self.held)

    def reach(self, kind: RecordKind) -> Reach:
        """The widest reading reach that any held role gives into `kind`."""
        return max((allowed.read for allowed, _ in self.permissions(kind)), default=Reach.NONE)

    def write_reach(self, kind: RecordKind) -> Reach:
        """The widest writing reach that any held role gives into `kind`."""
        return max((allowed.write for allowed, _ in self.permissions(kind)), default=Reach.NONE)

    def may_read(self, kind: RecordKind) -> bool:
        return self.reach(kind) > Reach.NONE

    def may_write(self, kind: RecordKind) -> bool:
        """Whether some record of `kind` is open to this person's pen; which ones, the need to know
        tells (`need_to_know.writable_subjects`)."""
        return self.write_reach(kind) > Reach.NONE

    def has_role(self, *roles: Role) -> bool:
        """Whether any of `roles` is held now."""
        return not self.roles.isdisjoint(roles)


def viewer_for(user: User, *, now: datetime, route: str, request_id: str = "") -> Viewer:
    """The viewer that `user` is at `now`; one query.

    An inactive account holds nothing.
    """
    held: set[HeldRole] = set()
    restricted: set[int] = set()
    emergency: set[int] = set()
    if user.is_active:
        for role, team_id, granted, opened in _in_force(user_id=user.pk, now=now):
            if granted is not None:
                restricted.add(granted)
            elif opened is not None:
                emergency.add(opened)
            else:
                held.add(HeldRole(Role(role), team_id))
    return Viewer(
        user_id=user.pk,
        username=user.username,
        display_name=user.display_name,
        rank=user.rank,
        force_id=user.force_id,
        held=frozenset(held),
        restricted_subject_ids=frozenset(restricted),
        emergency_subject_ids=frozenset(emergency),
        route=route,
        request_id=request_id,
    )


def operator(name: str, *, route: str, force_id: int = 0) -> Viewer:
    """The person at the command line, who holds no role, counts a force and reads no record.

    `name` is their account on the machine; the log carries it as `command:name`. Actions that set
    an installation up (a force, its accounts) accept an operator. `force_id` is 0 before the force
    exists.
    """
    return Viewer(
        user_id=None,
        username=f"command:{name.strip() or 'unknown'}"[:80],
        display_name="Command line",
        rank=None,
        force_id=force_id,
        held=frozenset(),
        route=route,
        is_operator=True,
    )


def in_force(now: datetime) -> Q:
    """Grants that hold at `now`: from their beginning, up to but not including their end."""
    return Q(from_at__lte=now) & (Q(until_at__isnull=True) | Q(until_at__gt=now))


@prepared()
def _in_force(*, user_id: int, now: datetime) -> QuerySet[Any, tuple[Any, ...]]:
    """Rows of (role, team, None, None), of a subject that was granted (third) and of one that the
    user opened in an emergency (fourth), in one query."""
    no_role, nothing = Value(None, CharField()), Cast(Value(None), BigIntegerField())
    roles = RoleGrant.objects.filter(in_force(now), user_id=user_id)
    grants = RestrictedGrant.objects.filter(in_force(now), user_id=user_id)
    openings = EmergencyOpening.objects.filter(in_force(now), user_id=user_id)
    each = Func("subject_ids", function="unnest", output_field=BigIntegerField())
    return roles.values_list("role", "team_id", nothing, nothing).union(
        grants.values_list(no_role, nothing, "subject_id", nothing),
        openings.values_list(no_role, nothing, nothing, each),
        all=True,
    )
