"""Every entry that a measure counts, one by one: what a sample of its records is drawn from."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.errors import NotAllowed
from dutybook.access.need_to_know import aggregate_area
from dutybook.access.roles import Reach, RecordKind
from dutybook.access.viewer import Viewer
from dutybook.duties.policy import Policies
from dutybook.duties.status import STATUSES
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.queries.counted import counted_entries
from dutybook.ledger.queries.filters import known_duty
from dutybook.ledger.queries.standing import level_name

_AS_STORED = (
    *("subject_id", "opened_by", "opened_at", "condition"),
    *("met_at", "met_by", "authorised_by"),
)


@dataclass(frozen=True)
class CountedEntry:
    """One entry as the measure counted it. It names nobody: `subject_id` and the fact that opened
    it are numbers. `level` is None for a duty without levels and `unknown` where none is recorded.
    """

    subject_id: int
    opened_by: int
    opened_at: datetime
    condition: int | None
    status: str
    level: str | None
    due_at: datetime | None
    met_at: datetime | None
    met_by: int | None
    authorised_by: int | None


def population(
    viewer: Viewer, duty: str, day: date, *, settings: Policies | None = None
) -> tuple[CountedEntry, ...]:
    """The entries in the denominator of `duty` at the end of `day`, in the viewer's whole force,
    restricted records among them, in the order of the ledger's key.

    Raises `NotAllowed` for anybody but those who draw samples of the whole force.
    """
    whole_force = viewer.reach(RecordKind.LEDGER_AGGREGATE) is Reach.FORCE
    if not (whole_force and viewer.may_write(RecordKind.CASE_AUDIT)):
        raise NotAllowed("samples are drawn by an auditor of the whole force")
    area = aggregate_area(viewer, prefix="subject__")
    rows = (
        counted_entries(viewer, duty_of(known_duty(duty)), day, settings)
        .filter(area)
        .order_by("subject_id", "opened_by", "opened_at", "condition")
        .values("span__level", "span__due_at", *_AS_STORED, "status")
    )
    return tuple(
        CountedEntry(
            status=STATUSES[row["status"]],
            level=level_name(duty, row["span__level"]),
            due_at=row["span__due_at"],
            **{name: row[name] for name in _AS_STORED},
        )
        for row in rows.iterator(chunk_size=5000)
    )
