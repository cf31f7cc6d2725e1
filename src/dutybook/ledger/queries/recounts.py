"""What is being counted again after a setting or the calendar changed, and what was."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min, Sum

from dutybook.access.errors import NotAllowed
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Recount
from dutybook.ledger.policy_keys import duty_of


@dataclass(frozen=True)
class BeingCounted:
    """Figures rest in part on settings as they were before `since`.

    `subjects_done` of `subjects` are counted; `subjects` is 0 until the worker has begun.
    """

    since: datetime
    subjects: int
    subjects_done: int


@dataclass(frozen=True)
class RecountRow:
    """One recount as the log of settings shows it; `written` is (duty, entries, spans)."""

    asked_at: datetime
    asked_by: str | None
    finished_at: datetime | None
    seconds: float | None
    by_rebuild: bool
    subjects: int
    subjects_done: int
    written: tuple[tuple[str, int, int], ...]


def being_counted(viewer: Viewer) -> BeingCounted | None:
    """What is being counted again in the viewer's force now; None when figures are as set."""
    row = Recount.objects.filter(force_id=viewer.force_id, finished_at=None).aggregate(
        since=Min("asked_at"), subjects=Sum("subjects"), done=Sum("subjects_done")
    )
    if row["since"] is None:
        return None
    return BeingCounted(row["since"], row["subjects"], row["done"])


def recounts_of(viewer: Viewer, what: str, *, most: int = 20) -> tuple[RecountRow, ...]:
    """The latest recounts that a change of the setting `what` asked for, newest first."""
    if not viewer.may_read(RecordKind.POLICY):
        raise NotAllowed("your role may not read the force's settings")
    rows = (
        Recount.objects.filter(force_id=viewer.force_id, what=what)
        .select_related("asked_by")
        .order_by("-id")[:most]
    )
    return tuple(
        RecountRow(
            asked_at=row.asked_at,
            asked_by=row.asked_by.display_name if row.asked_by else None,
            finished_at=row.finished_at,
            seconds=_seconds(row),
            by_rebuild=row.by_rebuild,
            subjects=row.subjects,
            subjects_done=row.subjects_done,
            written=tuple(
                (duty_of(duty).title, counts["entries"], counts["spans"])
                for duty, counts in sorted(row.written.items())
            ),
        )
        for row in rows
    )


def _seconds(row: Recount) -> float | None:
    if row.begun_at is None or row.finished_at is None:
        return None
    return (row.finished_at - row.begun_at).total_seconds()
