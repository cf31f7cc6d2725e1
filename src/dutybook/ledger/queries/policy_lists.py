"""What a force has set, and above all what it has not."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed
from dutybook.access.need_to_know import aggregate_area
from dutybook.access.prepared import prepared
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.duties.status import NO_STANDARD_SET
from dutybook.ledger.instants import day_ends, microseconds
from dutybook.ledger.models import Entry, PolicySetting
from dutybook.ledger.policies import policies_of
from dutybook.ledger.policy_keys import PolicyKey, policy_keys
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.standing import open_on


@dataclass(frozen=True)
class UnsetPolicy:
    """A setting that nobody has made: for all levels, or for those named.

    `subjects` is how many people now have an open entry without a standard under any of the
    duties that read it; it is 0 for a setting that only orders lists.
    """

    key: str
    shape: str
    options: tuple[str, ...]
    duties: tuple[str, ...]
    missing_levels: tuple[str, ...]
    subjects: int


@dataclass(frozen=True)
class PolicyRow:
    """One version of one setting, in words; `value` None is *unset from then on*."""

    policy_id: int
    version: int
    key: str
    level: str
    team: str | None
    value: int | str | None
    unit: str
    from_at: datetime
    recorded_at: datetime
    source: str
    set_by: str | None
    withdrawn: bool


@consultation
def unset_policies(viewer: Viewer, day: date) -> tuple[UnsetPolicy, ...]:
    """Every setting that is not made at the end of `day`, and how many people that leaves
    without a standard, counted within what `viewer` may count."""
    _check_may_read(viewer)
    people: dict[str, list[int]] = defaultdict(list)
    for duty, subject_id in _without_standard(viewer, day=day):
        people[duty].append(subject_id)
    found = unset_of(viewer, policies_of(viewer.force_id), day, people)
    looks.log_aggregate(viewer, detail="unset policies")
    return found


def unset_of(
    viewer: Viewer, settings: Policies, day: date, without_standard: Mapping[str, Collection[int]]
) -> tuple[UnsetPolicy, ...]:
    """The same, for a page that logs its own look and has read the force's settings and, by duty,
    the subjects with an open entry without a standard."""
    _check_may_read(viewer)
    people = _people(without_standard)
    found = []
    for known in policy_keys().values():
        missing = _missing_levels(known, settings, microseconds(day_ends(day)))
        if missing is not None:
            found.append(
                UnsetPolicy(
                    key=known.key,
                    shape=known.shape.value,
                    options=known.options,
                    duties=known.duties,
                    missing_levels=missing,
                    subjects=people.get(known.duties, 0),
                )
            )
    return tuple(found)


def _people(without_standard: Mapping[str, Collection[int]]) -> dict[tuple[str, ...], int]:
    """For each set of duties that some setting is read by, the people with an open entry without
    a standard under any of them; each person once."""
    together = {known.duties for known in policy_keys().values() if known.duties}
    return {
        duties: len(set().union(*(without_standard.get(duty, ()) for duty in duties)))
        for duties in together
    }


@prepared(day_ends)
def _without_standard(viewer: Viewer, *, day: date) -> QuerySet[Entry, tuple[Any, ...]]:
    found = open_on(day).filter(aggregate_area(viewer, prefix="subject__"), status=NO_STANDARD_SET)
    return found.values_list("duty", "subject_id")


def _missing_levels(known: PolicyKey, settings: Policies, at: int) -> tuple[str, ...] | None:
    """The levels for which nothing is set; () when nothing is set at all; None when all is."""
    standing: dict[str | None, object] = {}
    for one in settings.as_known(at).of(known.key):
        if one.from_at <= at and one.team_id is None:
            standing[one.level] = one.value
    if standing.get(None) is not None:
        return None
    made = {level for level, value in standing.items() if value is not None}
    if not made:
        return ()
    return tuple(level for level in known.levels if level not in made) or None


@consultation
def policy_history(viewer: Viewer) -> tuple[PolicyRow, ...]:
    """Every version of every setting of the viewer's force, newest first."""
    _check_may_read(viewer)
    rows = (
        PolicySetting.objects.filter(force_id=viewer.force_id)
        .select_related("team", "set_by")
        .order_by("-recorded_at", "-policy_id", "-version")
    )
    looks.log_aggregate(viewer, detail="policies")
    return tuple(
        PolicyRow(
            policy_id=row.policy_id,
            version=row.version,
            key=row.key,
            level=row.level,
            team=row.team.name if row.team else None,
            value=row.choice or row.value,
            unit=row.unit,
            from_at=row.from_at,
            recorded_at=row.recorded_at,
            source=row.source,
            set_by=row.set_by.display_name if row.set_by else None,
            withdrawn=row.withdrawn,
        )
        for row in rows
    )


def _check_may_read(viewer: Viewer) -> None:
    if not (viewer.is_operator or viewer.may_read(RecordKind.POLICY)):
        raise NotAllowed("your role may not read the force's settings")
