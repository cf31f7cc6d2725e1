"""Whether a caseload may be loaded as it stands: every row that may not be, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed
from dutybook.access.models import RoleGrant, Team
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer, in_force
from dutybook.documents.spreadsheets import SheetRow
from dutybook.ledger.instants import local_day
from dutybook.records.offenders.caseload import CaseloadRow, Rejected, read_row
from dutybook.records.offenders.caseload.columns import BY_KEY
from dutybook.records.offenders.models import Offender

IN_USE = (
    "This reference is in use already: the offender has a record, which you may not be able to see"
)


@dataclass(frozen=True)
class Placed:
    """A row that may be loaded, with the team and the owner that it names."""

    row: CaseloadRow
    team_id: int
    owner_id: int | None


@dataclass(frozen=True)
class CheckedCaseload:
    """What would be loaded, and everything that is wrong; both by the order of the rows."""

    placed: tuple[Placed, ...]
    rejected: tuple[Rejected, ...]


@consultation
def check_caseload(viewer: Viewer, sheet: Sequence[SheetRow], *, now: datetime) -> CheckedCaseload:
    """Read every row and look up its team, its owner and its reference; nothing is written.

    For a supervisor of an offender management team: raises `NotAllowed` for others.
    """
    teams = _supervised(viewer)
    if not teams:
        raise NotAllowed("only a supervisor of an offender management team may load its caseload")
    serving = _serving(viewer, set(teams.values()), now)
    rejected: list[Rejected] = []
    rows: list[CaseloadRow] = []
    for line in sheet:
        row, wrong = read_row(line.number, line.cells, local_day(now))
        rejected += wrong
        if row is not None:
            rows.append(row)
    rejected += _references(viewer, rows)
    placed = [_placed(row, teams, serving, rejected) for row in rows]
    rejected.sort(key=lambda one: one.row)
    return CheckedCaseload(tuple(one for one in placed if one), tuple(rejected))


def _supervised(viewer: Viewer) -> dict[str, int]:
    """The offender management teams that the viewer supervises, by name in small letters."""
    numbers = [held.team_id for held in viewer.held if held.role is Role.SUPERVISOR]
    teams = Team.objects.filter(pk__in=numbers, unit="offender_management")
    return {name.casefold(): pk for pk, name in teams.values_list("pk", "name")}


def _serving(viewer: Viewer, teams: set[int], now: datetime) -> dict[tuple[str, int], int]:
    """Who serves in these teams now: (username in small letters, team) to the user's number."""
    grants = RoleGrant.objects.filter(
        in_force(now), force_id=viewer.force_id, team_id__in=teams, user__is_active=True
    )
    held = grants.values_list("user__username", "team_id", "user_id")
    return {(name.casefold(), team): user for name, team, user in held}


def _references(viewer: Viewer, rows: Sequence[CaseloadRow]) -> list[Rejected]:
    """References that stand twice in the table, or on a record of the force, seen or not."""
    counted = Counter(row.reference.casefold() for row in rows)
    known = set(
        Offender.objects.filter(
            force_id=viewer.force_id,
            national_register_ref__in={row.reference for row in rows},
        ).values_list("national_register_ref", flat=True)
    )
    name = BY_KEY["reference"].name
    twice = [
        Rejected(row.number, name, "This reference stands on more than one row")
        for row in rows
        if counted[row.reference.casefold()] > 1
    ]
    return [*twice, *(Rejected(r.number, name, IN_USE) for r in rows if r.reference in known)]


def _placed(
    row: CaseloadRow,
    teams: dict[str, int],
    serving: dict[tuple[str, int], int],
    rejected: list[Rejected],
) -> Placed | None:
    team_id = teams.get(row.team.casefold())
    if not row.team and len(teams) == 1:
        team_id = next(iter(teams.values()))
    if team_id is None:
        said = f"“{row.team}” is not" if row.team else "Name the team: you supervise several. It is"
        names = ", ".join(sorted(teams))
        rejected.append(
            Rejected(row.number, BY_KEY["team"].name, f"{said} one of those you supervise: {names}")
        )
        return None
    if not row.owner:
        return Placed(row, team_id, None)
    owner_id = serving.get((row.owner.casefold(), team_id))
    if owner_id is None:
        why = f"Nobody with the username “{row.owner}” serves in that team"
        rejected.append(Rejected(row.number, BY_KEY["owner"].name, why))
        return None
    return Placed(row, team_id, owner_id)
