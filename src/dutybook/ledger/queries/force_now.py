"""What every page of a force says round its content, in one question."""

from dataclasses import dataclass

from dutybook.access.models import Force
from dutybook.access.statements import asked
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Notice, Recount
from dutybook.ledger.queries.recounts import BeingCounted

# Written as SQL because every page asks it.
_NOW = f"""
SELECT f.name, f.is_demonstration,
    (SELECT count(*) FROM {Notice._meta.db_table} n
     WHERE n.user_id = $1 AND n.force_id = f.id AND n.acknowledged_at IS NULL),
    r.since, r.subjects, r.done
FROM {Force._meta.db_table} f, LATERAL (
    SELECT min(c.asked_at) AS since, sum(c.subjects) AS subjects, sum(c.subjects_done) AS done
    FROM {Recount._meta.db_table} c WHERE c.force_id = f.id AND c.finished_at IS NULL
) r
WHERE f.id = $2
"""  # noqa: S608 - only the models' own names are put into it


@dataclass(frozen=True)
class ForceNow:
    """The viewer's force; how many of the viewer's own notices wait; whether figures are as set."""

    name: str
    is_demonstration: bool
    notices: int
    being_counted: BeingCounted | None


def force_now(viewer: Viewer) -> ForceNow:
    """Nothing of what a notice says is read here, and nobody is named."""
    (row,) = asked(_NOW, [viewer.user_id, viewer.force_id])
    name, is_demonstration, notices, since, subjects, done = row
    being = BeingCounted(since, subjects, done) if since else None
    return ForceNow(name, is_demonstration, notices, being)
