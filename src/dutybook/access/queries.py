"""The only reads of the access room, each logged where it shows accounts or the log itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import connection
from django.db.models import Count, Exists, Max, Min, OuterRef, Prefetch, Q

from dutybook.access import log
from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed, NotFound
from dutybook.access.history import Change
from dutybook.access.models import AccessLogRow, Force, KeptSearch, Operation, RoleGrant, Team, User
from dutybook.access.roles import Reach, RecordKind, Role
from dutybook.access.viewer import Viewer, in_force

PAGE_SIZE = 50


@dataclass(frozen=True)
class RoleRow:
    """A role of an account; `team` is empty for a role held in the whole force."""

    grant_id: int
    role: Role
    team: str
    from_at: datetime
    until_at: datetime | None


@dataclass(frozen=True)
class AccountRow:
    """An account as an administrator sees it."""

    user_id: int
    username: str
    display_name: str
    rank: str | None
    email: str
    is_active: bool
    last_signed_in: datetime | None
    roles: tuple[RoleRow, ...]


@dataclass(frozen=True)
class AccountPage:
    """Accounts by username; `next_after` leads to the next page, None on the last."""

    rows: tuple[AccountRow, ...]
    next_after: str | None


@dataclass(frozen=True)
class TeamRow:
    team_id: int
    key: str
    name: str
    unit: str


@dataclass(frozen=True)
class Colleague:
    """Somebody to whom work of a team can be given."""

    user_id: int
    display_name: str
    rank: str | None
    team_id: int
    team: str


@dataclass(frozen=True)
class LogFilters:
    """What to look for in the access log; what is left empty does not narrow it.

    Times are from `from_at` up to but not including `until_at`.
    """

    username: str = ""
    operation: Operation | None = None
    kind: RecordKind | None = None
    subject_id: int | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None


@dataclass(frozen=True)
class LogPage:
    """Rows newest first; `next_before` leads to the older ones, None at the end."""

    rows: tuple[AccessLogRow, ...]
    next_before: int | None


@dataclass(frozen=True)
class LogStanding:
    """How the access log stands. `numbered` says that its sequence has not been set back.

    `unlogged` counts, for each table of history, the transactions that changed a record and left
    no row in the log: none when all is well.
    """

    rows: int
    first_at: datetime | None
    last_at: datetime | None
    numbered: bool
    unlogged: Mapping[str, int]


def forces() -> tuple[Force, ...]:
    """Every force of the installation, by name; no personal data but the office-holder's name."""
    return tuple(Force.objects.order_by("name"))


def force_called(key: str) -> Force:
    """The force with this key; NotFound if there is none."""
    force = Force.objects.filter(key=key).first()
    if force is None:
        raise NotFound(f"there is no force with the key {key}")
    return force


def has_administrator(force_id: int, now: datetime) -> bool:
    """Whether somebody can keep the force's accounts."""
    return RoleGrant.objects.filter(
        in_force(now), role=Role.ADMINISTRATOR, force_id=force_id, user__is_active=True
    ).exists()


def log_standing(viewer: Viewer) -> LogStanding:
    """Whether the log follows every change without a break; for the command line, no person in it.

    Raises NotAllowed.
    """
    if not viewer.is_operator:
        raise NotAllowed("only a command looks at the log's own standing")
    held = AccessLogRow.objects.aggregate(
        rows=Count("id"), first_at=Min("at"), last_at=Max("at"), last=Max("id")
    )
    last = held.pop("last") or 0
    histories = [model for model in apps.get_models() if issubclass(model, Change)]
    unlogged = {model._meta.db_table: _unlogged(model) for model in histories}
    return LogStanding(
        **held,
        numbered=_last_number() >= last,
        unlogged={table: count for table, count in unlogged.items() if count},
    )


def _unlogged(history: type[Change]) -> int:
    same = AccessLogRow.objects.filter(transaction=OuterRef("transaction"))
    changes = history._default_manager.filter(~Exists(same))
    return int(changes.aggregate(count=Count("transaction", distinct=True))["count"])


def _last_number() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT last_value FROM access_accesslogrow_id_seq")
        return int(cursor.fetchone()[0])


def teams(viewer: Viewer) -> tuple[TeamRow, ...]:
    """The teams of the viewer's force, by name."""
    rows = Team.objects.filter(force_id=viewer.force_id).order_by("name")
    return tuple(TeamRow(team.pk, team.key, team.name, team.unit) for team in rows)


def colleagues(viewer: Viewer, *, now: datetime) -> tuple[Colleague, ...]:
    """The people of the viewer's own teams, for choosing an owner or a second visitor.

    One row for each person and team; names only, so nothing is logged.
    """
    held = (
        RoleGrant.objects.filter(
            in_force(now),
            force_id=viewer.force_id,
            team_id__in=sorted(viewer.team_ids),
            user__is_active=True,
        )
        .order_by("team__name", "user__display_name", "user_id")
        .values_list("user_id", "user__display_name", "user__rank", "team_id", "team__name")
        .distinct()
    )
    return tuple(Colleague(*row) for row in held)


@consultation
def accounts(viewer: Viewer, *, now: datetime, search: str = "", after: str = "") -> AccountPage:
    """The force's accounts with the roles they hold now or are to hold; for administrators.

    `search` is a piece of a username or name, `after` the username that ended the page before.
    Raises NotAllowed.
    """
    _require_account_reader(viewer)
    found = User.objects.filter(force_id=viewer.force_id)
    piece, after = _storable(search), _storable(after)
    if piece:
        found = found.filter(Q(username__icontains=piece) | Q(display_name__icontains=piece))
    if after:
        found = found.filter(username__gt=after)
    still = Q(until_at__isnull=True) | Q(until_at__gt=now)
    users = list(_with_roles(found, still).order_by("username")[: PAGE_SIZE + 1])
    shown = users[:PAGE_SIZE]
    _log(viewer, RecordKind.ACCOUNT, [user.pk for user in shown])
    more = len(users) > PAGE_SIZE
    return AccountPage(
        rows=tuple(_account_row(user) for user in shown),
        next_after=shown[-1].username if more else None,
    )


@consultation
def account(viewer: Viewer, *, user_id: int) -> AccountRow:
    """One account of the force with every role it ever held. Raises NotAllowed, NotFound."""
    _require_account_reader(viewer)
    found = User.objects.filter(force_id=viewer.force_id, pk=user_id)
    user = _with_roles(found, Q()).first()
    if user is None:
        raise NotFound("no such account")
    _log(viewer, RecordKind.ACCOUNT, [user.pk])
    return _account_row(user)


@consultation
def kept_searches(viewer: Viewer) -> tuple[KeptSearch, ...]:
    """The viewer's own, by name; no personal data but what they called them."""
    return tuple(KeptSearch.objects.filter(user_id=viewer.user_id).order_by("title"))


def log_rows(
    viewer: Viewer, filters: LogFilters, *, before: int | None = None, size: int = PAGE_SIZE
) -> LogPage:
    """The access log of the viewer's force, newest first, for the auditor.

    `before` is the sequence number that ended the page before. Reading the log is itself logged.
    Raises NotAllowed.
    """
    if viewer.reach(RecordKind.ACCESS_LOG) is not Reach.FORCE:
        raise NotAllowed("the access log is read by the auditor")
    found = _narrowed(AccessLogRow.objects.filter(force_id=viewer.force_id), filters)
    if before is not None:
        found = found.filter(pk__lt=before)
    rows = list(found.order_by("-pk")[: size + 1])
    subjects = [] if filters.subject_id is None else [filters.subject_id]
    _log(viewer, RecordKind.ACCESS_LOG, subjects)
    shown = tuple(rows[:size])
    return LogPage(rows=shown, next_before=shown[-1].pk if len(rows) > size else None)


def _narrowed(found, filters: LogFilters):
    wanted = {
        "username": _storable(filters.username).lower() or None,
        "operation": filters.operation,
        "kind": filters.kind,
        "subjects__contains": None if filters.subject_id is None else [filters.subject_id],
        "at__gte": filters.from_at,
        "at__lt": filters.until_at,
    }
    return found.filter(**{column: value for column, value in wanted.items() if value is not None})


def _storable(typed: str) -> str:
    """What was typed, without the character that PostgreSQL's text cannot hold."""
    return typed.replace("\x00", "").strip()


def _require_account_reader(viewer: Viewer) -> None:
    if viewer.reach(RecordKind.ACCOUNT) is not Reach.FORCE:
        raise NotAllowed("only an administrator sees accounts")


def _with_roles(found, which: Q):
    grants = RoleGrant.objects.filter(which).select_related("team").order_by("from_at", "pk")
    return found.prefetch_related(Prefetch("role_grants", queryset=grants, to_attr="shown_grants"))


def _account_row(user) -> AccountRow:
    return AccountRow(
        user_id=user.pk,
        username=user.username,
        display_name=user.display_name,
        rank=user.rank,
        email=user.email,
        is_active=user.is_active,
        last_signed_in=user.last_login,
        roles=tuple(
            RoleRow(
                grant_id=grant.pk,
                role=Role(grant.role),
                team=grant.team.name if grant.team else "",
                from_at=grant.from_at,
                until_at=grant.until_at,
            )
            for grant in user.shown_grants
        ),
    )


def _log(viewer: Viewer, kind: RecordKind, subjects: Sequence[int]) -> None:
    log.record(viewer, operation=Operation.CONSULTATION, kind=kind, subjects=subjects)
