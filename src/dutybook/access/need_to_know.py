"""The need-to-know filter: which subjects a viewer may read or write, as a condition in SQL.

A subject is open to a viewer who reaches its kind, within the viewer's own force, when

* it is allocated to them, or
* they hold a restricted grant for it, or
* they opened it in an emergency (for reading, for hours), or
* a role of theirs reaches its team (or the force), and it is not restricted or that role reaches
  restricted records.

The filter stands inside the query, so that counts, pages, sums and searches never meet a hidden
row. The columns are those of `ledger.Subject`; a table that carries copies of them is filtered by
the same condition.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.db.models import Q

from dutybook.access.roles import Permission, Reach, RecordKind
from dutybook.access.viewer import Viewer

NOBODY = Q(pk__in=())
"""A condition that no row meets; Django then answers without asking the database."""


def visible_subjects(
    viewer: Viewer, kind: RecordKind, *, prefix: str = "", id_column: str = "id"
) -> Q:
    """The subjects of `kind` that `viewer` may read.

    `prefix` leads to the columns (`"subject__"` from a table that points at its subject);
    `id_column` names the one that holds the subject's id (`"subject_id"` in a copy).
    """
    reached = [(one.read, one.restricted, team) for one, team in viewer.permissions(kind)]
    opened = viewer.restricted_subject_ids | viewer.emergency_subject_ids
    return _condition(viewer, reached, prefix, id_column, opened)


def visible_of_kinds(
    viewer: Viewer,
    kinds: Mapping[str, RecordKind],
    *,
    prefix: str = "",
    id_column: str = "id",
    kind_column: str = "kind",
) -> Q:
    """The subjects of several kinds in one condition, each kind by its own reach.

    `kinds` maps what stands in the subject's kind column to the kind of record it is.
    """
    alike: dict[tuple[tuple[Permission, int | None], ...], list[str]] = defaultdict(list)
    for stored, kind in kinds.items():
        if viewer.may_read(kind):
            alike[tuple(viewer.permissions(kind))].append(stored)
    opened = NOBODY
    for stored_alike in alike.values():  # the kinds that a viewer reaches alike, in one condition
        of_kinds = Q(**{f"{prefix}{kind_column}__in": stored_alike})
        kind = kinds[stored_alike[0]]
        opened |= of_kinds & visible_subjects(viewer, kind, prefix=prefix, id_column=id_column)
    return opened


def writable_subjects(
    viewer: Viewer, kind: RecordKind, *, prefix: str = "", id_column: str = "id"
) -> Q:
    """The subjects of `kind` that `viewer` may write; never wider than what they may read."""
    reached = [
        (min(one.read, one.write), one.restricted, team) for one, team in viewer.permissions(kind)
    ]
    return _condition(viewer, reached, prefix, id_column, viewer.restricted_subject_ids)


def aggregate_area(viewer: Viewer, *, prefix: str = "") -> Q:
    """The rows that may be counted for `viewer`: their teams' or their force's, restricted or not.

    A measure that left restricted records out would be false, so they are counted; a page that
    leads from a count to its records filters again by `visible_subjects`.
    """
    reached = [(one.read, team) for one, team in viewer.permissions(RecordKind.LEDGER_AGGREGATE)]
    area = _area(viewer, reached, prefix)
    return NOBODY if area is None else area & Q(**{f"{prefix}force_id": viewer.force_id})


def _condition(
    viewer: Viewer,
    reached: Iterable[tuple[Reach, bool, int | None]],
    prefix: str,
    id_column: str,
    one_by_one: Collection[int],
) -> Q:
    """`one_by_one` are the subjects opened to the viewer apart from any area."""
    reached = [one for one in reached if one[0] > Reach.NONE]
    if not reached or viewer.user_id is None:
        return NOBODY
    opened = Q(**{f"{prefix}owner_id": viewer.user_id})
    if one_by_one:
        opened |= Q(**{f"{prefix}{id_column}__in": sorted(one_by_one)})
    unrestricted = Q(**{f"{prefix}restricted": False})
    for also_restricted, condition in ((False, unrestricted), (True, Q())):
        alike = [(reach, team) for reach, also, team in reached if also is also_restricted]
        area = _area(viewer, alike, prefix)
        if area is not None:
            opened |= area & condition
    return Q(**{f"{prefix}force_id": viewer.force_id}) & opened


def _area(viewer: Viewer, reached: Iterable[tuple[Reach, int | None]], prefix: str) -> Q | None:
    """The whole force, some teams, or nothing beyond what is allocated to the viewer."""
    reached = list(reached)
    if any(reach is Reach.FORCE for reach, _ in reached):
        return Q(**{f"{prefix}force_id": viewer.force_id})
    teams = {team for reach, team in reached if reach is Reach.TEAM and team is not None}
    return Q(**{f"{prefix}team_id__in": sorted(teams)}) if teams else None
