"""Every running bail, the soonest to run out first, and whether its conditions were checked."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput
from dutybook.access.need_to_know import visible_subjects
from dutybook.access.prepared import padded, prepared
from dutybook.access.roles import RecordKind
from dutybook.access.statements import asked
from dutybook.access.viewer import Viewer
from dutybook.duties.status import STATUSES
from dutybook.ledger.instants import day_begins, day_ends, local_day
from dutybook.ledger.models import Entry, Subject, SubjectKind
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.pages import LARGEST_PAGE, PAGE_SIZE, Page
from dutybook.ledger.queries.standing import entries_on

DUTY = "bail_conditions_checked"

Which = Literal["all", "running", "ran_out"]


@dataclass(frozen=True)
class BailRow:
    """One running bail by the segment that the day falls in (or the latest before it).

    `checks` counts the checks within that segment; `status` is the ledger's word on its duty to
    check, None where none is owed (bail without conditions). `days_left` is negative once the
    segment has run out and nobody has recorded an end.
    """

    subject_id: int
    suspect_id: int
    label: str
    segment_from: datetime
    segment_until: datetime | None
    conditional: bool | None
    days_left: int | None
    checks: int
    last_check_at: datetime | None
    status: str | None
    team: str | None
    owner: str | None


_BOARD: Final = """
WITH visible AS MATERIALIZED ({visible}),
segment AS (
    SELECT DISTINCT ON (f.subject_id) f.*
    FROM investigations_bailsegment f JOIN visible v ON v.id = f.subject_id
    WHERE f.at <= {at} AND NOT f.withdrawn AND NOT EXISTS (
        SELECT 1 FROM investigations_bailsegment l
        WHERE l.fact_id = f.fact_id AND l.version > f.version)
    ORDER BY f.subject_id, f.at DESC, f.fact_id DESC
)
SELECT s.id, s.beneath_id, s.label, g.fact_id, g.at, g.until, g.conditional,
    count(c.id), max(c.at), t.name, CASE WHEN u.is_active AND EXISTS (
        SELECT 1 FROM access_rolegrant r WHERE r.user_id = u.id AND r.team_id = s.team_id
            AND (r.until_at IS NULL OR r.until_at > {at})) THEN u.display_name END
FROM segment g
JOIN ledger_subject s ON s.id = g.subject_id
LEFT JOIN access_team t ON t.id = s.team_id
LEFT JOIN access_user u ON u.id = s.owner_id
LEFT JOIN investigations_bailcheck c ON c.subject_id = s.id AND NOT c.withdrawn
    AND c.at >= g.at AND c.at <= LEAST(COALESCE(g.until, 'infinity'), {at}) AND NOT EXISTS (
        SELECT 1 FROM investigations_bailcheck l
        WHERE l.fact_id = c.fact_id AND l.version > c.version)
WHERE NOT EXISTS (
    SELECT 1 FROM investigations_bailend e
    WHERE e.subject_id = s.id AND e.at <= {at} AND NOT e.withdrawn AND NOT EXISTS (
        SELECT 1 FROM investigations_bailend l
        WHERE l.fact_id = e.fact_id AND l.version > e.version))
{which} {beyond}
GROUP BY s.id, g.fact_id, g.at, g.until, g.conditional, t.name, u.id
ORDER BY COALESCE(g.until, 'infinity'), s.id
LIMIT {limit}
"""
_WHICH: Final = {
    "all": "",
    "running": "AND (g.until IS NULL OR g.until >= {begins})",
    "ran_out": "AND g.until < {begins}",
}
_BEYOND: Final = """AND (COALESCE(g.until, 'infinity'), s.id) > (
    SELECT COALESCE(p.until, 'infinity'), p.subject_id FROM segment p
    WHERE p.subject_id = {last})"""


@consultation
def bail_board(
    viewer: Viewer, day: date, *, which: Which = "all", page: str = "", size: int = PAGE_SIZE
) -> Page[BailRow]:
    """Bails that had begun and not ended by the end of `day`, the soonest end first; logged.

    `running` leaves out those whose last segment ran out before `day` without a recorded end,
    `ran_out` gives only those. `page` is the number of the last bail shown. Raises
    `InvalidInput` for a page that is none.
    """
    if not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput({"page": f"A page has from 1 to {LARGEST_PAGE} rows"})
    found = _read(viewer, day, which, page, size + 1)
    shown = found[:size]
    statuses = _statuses([row[0] for row in shown], day)
    looks.log_subjects(viewer, [(SubjectKind.BAIL, row[0]) for row in shown], detail="bail board")
    following = str(shown[-1][0]) if len(found) > size else None
    return Page(tuple(_row(row, statuses, day) for row in shown), following)


def _read(viewer: Viewer, day: date, which: Which, page: str, limit: int) -> list[tuple[Any, ...]]:
    if page and (not page.isdecimal() or len(page) > 18):
        raise InvalidInput({"page": "This page does not exist: go back to the first"})
    visible = _visible.part(viewer)
    if visible is None:
        return []
    text, own = visible
    given: dict[str, Any] = {"at": day_ends(day)}
    if which != "all":
        given["begins"] = day_begins(day)
    if page:
        given["last"] = int(page)
    numbers = {name: f"${place}" for place, name in enumerate(given, start=len(own) + 1)}
    statement = _BOARD.format(
        visible=text,
        which=_WHICH[which].format(**numbers),
        beyond=_BEYOND.format(**numbers) if page else "",
        limit=limit,
        at=numbers["at"],
    )
    return asked(statement, [*own, *given.values()])


@prepared()
def _visible(viewer: Viewer) -> QuerySet[Subject, dict[str, Any]]:
    return Subject.objects.filter(
        visible_subjects(viewer, RecordKind.BAIL), kind=SubjectKind.BAIL
    ).values("id")


def _statuses(subject_ids: list[int], day: date) -> dict[tuple[int, int], str]:
    """The ledger's word on each segment, by bail and segment; of subjects read a moment ago."""
    rows = _segments_of(subjects=padded(subject_ids), day=day) if subject_ids else []
    return {(subject_id, opened_by): STATUSES[status] for subject_id, opened_by, status in rows}


@prepared(day_ends)
def _segments_of(*, subjects: tuple[int, ...], day: date) -> QuerySet[Entry, tuple[Any, ...]]:
    found = entries_on(day).filter(duty=DUTY, subject_id__in=subjects)
    return found.values_list("subject_id", "opened_by", "status")


def _row(row: tuple[Any, ...], statuses: dict[tuple[int, int], str], day: date) -> BailRow:
    subject_id, suspect_id, label, segment, begins, until, conditional, checks, last, *who = row
    return BailRow(
        subject_id=subject_id,
        suspect_id=suspect_id,
        label=label,
        segment_from=begins,
        segment_until=until,
        conditional=conditional,
        days_left=None if until is None else (local_day(until) - day).days,
        checks=checks,
        last_check_at=last,
        status=statuses.get((subject_id, segment)),
        team=who[0],
        owner=who[1],
    )
