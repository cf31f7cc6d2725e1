"""What has fallen into breach: found by looking at the clock, since time alone makes breaches."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import connection

from dutybook.duties.status import CLOSED_UNMET, IN_BREACH, OVERDUE
from dutybook.ledger.models import Breach, OutboxNote
from dutybook.ledger.policy_keys import duty_of

KEYED_LATE = timedelta(days=35)
"""An event or a period that ended unmet is told of even when it was keyed so much later."""

_FALLEN = """
SELECT e.duty, e.subject_id, e.opened_by, e.opened_at, e.condition, s.due_at, s.level
FROM ledger_entry e
JOIN ledger_span s ON s.entry_id = e.id
    AND s.from_at <= %(now)s AND (s.until_at > %(now)s OR s.last)
WHERE e.force_id = %(force)s AND e.opened_at <= %(now)s AND e.met_at IS NULL
    AND (e.closed_at IS NULL OR e.closed_at > %(closed_after)s)
    AND ledger_status_on(
        %(now)s, e.opened_at, e.met_at, e.closed_at, e.closed_why, e.authorised_at,
        e.authorisation, e.answer, s.due_at, s.why_empty
    ) = ANY(%(statuses)s)
    AND NOT EXISTS (
        SELECT FROM ledger_breach b
        WHERE (b.subject_id, b.duty, b.opened_by, b.opened_at)
                = (e.subject_id, e.duty, e.opened_by, e.opened_at)
            AND b.condition IS NOT DISTINCT FROM e.condition
            AND b.due_at IS NOT DISTINCT FROM s.due_at
    )
ORDER BY e.id
"""


def newly_fallen(force_id: int, now: datetime) -> list[Breach]:
    """The entries in breach at `now` that no earlier look has noted, as unsaved breaches."""
    parameters = {
        "force": force_id,
        "now": now,
        "closed_after": now - KEYED_LATE,
        "statuses": [OVERDUE, CLOSED_UNMET, IN_BREACH],
    }
    with connection.cursor() as cursor:
        cursor.execute(_FALLEN, parameters)
        return [
            Breach(
                force_id=force_id,
                duty=duty,
                subject_id=subject_id,
                opened_by=opened_by,
                opened_at=opened_at,
                condition=condition,
                due_at=due_at,
                level=_level(duty, level),
            )
            for duty, subject_id, opened_by, opened_at, condition, due_at, level in cursor
        ]


def note_fallen(
    force_id: int, fallen: Sequence[Breach], *, since: datetime | None, now: datetime
) -> OutboxNote:
    """Keep the dated note of the force and the breaches behind its counts."""
    note = OutboxNote.objects.create(
        force_id=force_id, kind="became_overdue", at=now, since=since, counts=counted(fallen)
    )
    for breach in fallen:
        breach.note = note
    Breach.objects.bulk_create(fallen)
    return note


def counted(breaches: Sequence[Breach]) -> list[list[str | int]]:
    """(duty, level, how many), in order of duty and level."""
    counts = Counter((breach.duty, breach.level) for breach in breaches)
    return [[duty, level, number] for (duty, level), number in sorted(counts.items())]


def _level(duty: str, place: int | None) -> str:
    """A level in words: `unknown` when nobody recorded it, empty for a duty without levels."""
    levels = duty_of(duty).levels
    if levels is None:
        return ""
    return "unknown" if place is None else str(levels.order[place])
