"""Everything recorded about a subject and what is beneath it, newest first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Final

from django.db.models import Q, QuerySet
from psycopg import sql

from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.prepared import prepared
from dutybook.access.statements import asked
from dutybook.access.viewer import Viewer
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.instants import microseconds
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.pages import LARGEST_PAGE, Page
from dutybook.ledger.registry import FactSource, source_of, sources
from dutybook.ledger.subjects import RECORD_KINDS

EVENTS_SHOWN: Final = 25
"""On one page: an event is several lines, where a row of a list is one."""
EARLIEST, LATEST = (microseconds(datetime(year, 1, 1, tzinfo=UTC)) for year in (1900, 2200))
"""The instants between which a page of a timeline can begin."""

_OF_EVERY_FACT: Final = {"id", *(field.column for field in FactVersion._meta.local_fields)}
# Forty tables stand in one statement, and planning it takes as long as running it: an array leaves
# the planner no joins to weigh. Only the narrow columns are read of every row; the newest version
# is chosen among them, and a row is turned into JSON when it is known that it will be shown.
_BRANCH = sql.SQL("""
SELECT {name} AS source, f.fact_id, f.version, f.subject_id, f.at, f.day_only, f.recorded_at,
    f.recorded_by_id, f.withdrawn, f.change_reason
FROM {table} f WHERE f.subject_id = ANY(ARRAY(SELECT id FROM visible))
""")
_DETAILS = sql.SQL("""
WHEN {name} THEN (
    SELECT json_build_object({own}) FROM {table} f
    WHERE f.fact_id = shown.fact_id AND f.version = shown.version
)
""")
_EVERY_VERSION: Final = "SELECT * FROM written"
_NEWEST: Final = (
    "SELECT DISTINCT ON (fact_id, source) * FROM written ORDER BY fact_id, source, version DESC"
)
_WHOLE: Final = """
WITH visible AS MATERIALIZED ({visible}), written AS ({branches}), found AS ({versions}),
shown AS MATERIALIZED (
    SELECT * FROM found {where} ORDER BY at DESC, fact_id DESC, version DESC LIMIT {limit}
)
SELECT shown.*, u.display_name, CASE source {details} END
FROM shown LEFT JOIN access_user u ON u.id = shown.recorded_by_id
ORDER BY shown.at DESC, shown.fact_id DESC, shown.version DESC
"""
_OF_ONE_FACT: Final = "WHERE found.fact_id = {}"
_OF_SOME_FACTS: Final = "WHERE found.fact_id = ANY({}::bigint[])"
_AFTER: Final = (
    "WHERE (found.at, found.fact_id)"
    " < ('epoch'::timestamptz + {}::bigint * interval '1 microsecond', {})"
)
_Part = tuple[str, list[Any]]
"""The statement that gives the subjects, and its values; see `prepared`."""


@dataclass(frozen=True)
class Event:
    """One fact as it stands (or one version of it).

    `table` is the engine's name for its kind; `details` are the columns of its own, by name.
    `late_days` is how many whole days after it happened it was keyed.
    """

    table: str
    fact_id: int
    version: int
    subject_id: int
    at: datetime
    day_only: bool
    recorded_at: datetime
    recorded_by: str | None
    withdrawn: bool
    change_reason: str
    details: dict[str, Any]

    @property
    def late_days(self) -> int:
        """Whole days between happening and keying."""
        return max((self.recorded_at - self.at).days, 0)


def timeline(
    viewer: Viewer,
    subject_id: int,
    *,
    tables: Iterable[str] = (),
    page: str = "",
    size: int = EVENTS_SHOWN,
) -> Page[Event]:
    """A page of what is recorded, perhaps of some kinds only, withdrawn facts marked as such.

    For a page that logs its own look; a hidden subject has no events. Raises `InvalidInput` for
    a kind or a page that does not exist.
    """
    chosen = _chosen(tables)
    if not 1 <= size <= LARGEST_PAGE:
        raise InvalidInput({"page": f"A page has from 1 to {LARGEST_PAGE} rows"})
    place = _place(page)
    visible = _visible.part(viewer, subject_id=subject_id)
    where = _AFTER if place else ""
    events = _read(visible, chosen, where, place, size + 1, newest_only=True)
    if len(events) <= size:
        return Page(tuple(events), None)
    last = events[size - 1]
    return Page(tuple(events[:size]), f"{microseconds(last.at)}.{last.fact_id}")


@consultation
def versions_of(viewer: Viewer, subject_id: int, table: str, fact_id: int) -> tuple[Event, ...]:
    """Every version of one fact, newest first; logged. Raises `NotFound` when hidden or absent."""
    visible = _visible.part(viewer, subject_id=subject_id)
    chosen = _chosen([table])
    events = _read(visible, chosen, _OF_ONE_FACT, [fact_id], LARGEST_PAGE, newest_only=False)
    if not events:
        raise NotFound("no such fact")
    kind = Subject.objects.values_list("kind", flat=True).get(pk=events[0].subject_id)
    looks.log_subjects(viewer, [(kind, events[0].subject_id)], detail=f"versions of {table}")
    return tuple(events)


def facts_of_entry(force_id: int, subject_id: int, fact_ids: Iterable[int]) -> tuple[Event, ...]:
    """Some facts about a subject of a force, its root or what is beneath it, as they stand now.

    For a caller that has made sure that the viewer may see this entry, and that logs the look.
    """
    wanted = set(fact_ids)
    if not wanted:
        return ()
    family = _family.part(subject_id=subject_id, force_id=force_id)
    numbers = sorted(wanted)
    return tuple(
        _read(family, sources(), _OF_SOME_FACTS, [numbers], LARGEST_PAGE, newest_only=True)
    )


@prepared()
def _visible(viewer: Viewer, *, subject_id: int) -> QuerySet[Subject, dict[str, Any]]:
    """A subject and what is beneath it, as far as the viewer may see them."""
    whole = Q(pk=subject_id) | Q(beneath_id=subject_id)
    return Subject.objects.filter(whole, visible_of_kinds(viewer, RECORD_KINDS)).values("id")


@prepared()
def _family(*, subject_id: int, force_id: int) -> QuerySet[Subject, dict[str, Any]]:
    """A subject, its root and what is beneath it."""
    whole = Q(pk=subject_id) | Q(beneath_id=subject_id) | Q(parts=subject_id)
    return Subject.objects.filter(whole, force_id=force_id).values("id")


def _chosen(tables: Iterable[str]) -> tuple[FactSource, ...]:
    wanted = tuple(tables)
    try:
        return tuple(source_of(table) for table in wanted) or sources()
    except KeyError as error:
        raise InvalidInput({"kind": f"There are no records called {error.args[0]}"}) from None


def _place(page: str) -> list[int]:
    """Where a page begins: an instant and a fact; nowhere for the first."""
    if not page:
        return []
    try:
        instant, fact_id = (int(part) for part in page.split("."))
        reached = EARLIEST <= instant < LATEST and 0 <= fact_id < 2**62
    except ValueError:
        reached = False
    if not reached:
        raise InvalidInput({"page": "This page does not exist: go back to the first"})
    return [instant, fact_id]


def _read(
    subjects: _Part | None,
    chosen: tuple[FactSource, ...],
    where: str,
    parameters: list[Any],
    limit: int,
    *,
    newest_only: bool,
) -> list[Event]:
    """Facts of the subjects that a statement gives; `where` has a brace for each parameter."""
    if subjects is None:
        return []
    text, own = subjects
    numbers = (f"${len(own) + place}" for place in range(1, len(parameters) + 1))
    names = tuple(source.table for source in chosen)
    statement = _WHOLE.format(
        visible=text, branches=_branches(names),
        versions=_NEWEST if newest_only else _EVERY_VERSION, where=where.format(*numbers),
        limit=limit, details=_details(names),
    )  # fmt: skip
    return [_event(row) for row in asked(statement, [*own, *parameters])]


@lru_cache(maxsize=500)
def _branches(names: tuple[str, ...]) -> str:
    return sql.SQL(" UNION ALL ").join(_of_each(_BRANCH, names)).as_string()


@lru_cache(maxsize=500)
def _details(names: tuple[str, ...]) -> str:
    return sql.SQL("").join(_of_each(_DETAILS, names)).as_string()


def _of_each(template: sql.SQL, names: tuple[str, ...]) -> Iterator[sql.Composed]:
    return (
        template.format(
            name=sql.Literal(source.table),
            table=sql.Identifier(source.db_table),
            own=_own(source),
        )
        for source in map(source_of, names)
    )


def _own(source: FactSource) -> sql.Composed:
    """The columns of its own of a kind of fact, each with its name."""
    every = (field.column for field in source.model._meta.concrete_fields)
    return sql.SQL(", ").join(
        sql.SQL("{}, f.{}").format(sql.Literal(name), sql.Identifier(name))
        for name in every
        if name not in _OF_EVERY_FACT
    )


def _event(row: tuple[Any, ...]) -> Event:
    *common, display_name, details = row
    return Event(
        table=common[0],
        fact_id=common[1],
        version=common[2],
        subject_id=common[3],
        at=common[4],
        day_only=common[5],
        recorded_at=common[6],
        recorded_by=display_name,
        withdrawn=common[8],
        change_reason=common[9],
        details=details,
    )
