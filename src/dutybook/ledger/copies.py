"""The subject's copies of what its allocation facts say: the team and owner who answer now.

Need-to-know filters on these columns, so they are written together with the facts, never later.
"""

from collections.abc import Sequence

import numpy as np
from django.db import connection

from dutybook.duties.columns import newest
from dutybook.duties.facts import NULL, Columns
from dutybook.ledger.models import Subject

_OF_FORCE = """
WITH newest AS (
    SELECT DISTINCT ON (a.fact_id) a.*
    FROM ledger_allocation a JOIN ledger_subject s ON s.id = a.subject_id
    WHERE s.force_id = %(force)s
    ORDER BY a.fact_id, a.version DESC
), standing AS (
    SELECT DISTINCT ON (subject_id) subject_id, team_id, owner_id
    FROM newest WHERE NOT withdrawn
    ORDER BY subject_id, at DESC, fact_id DESC
)
UPDATE ledger_subject s SET team_id = t.team_id, owner_id = t.owner_id
FROM ledger_subject r LEFT JOIN standing t ON t.subject_id = r.id
WHERE s.id = r.id AND s.force_id = %(force)s
    AND (s.team_id, s.owner_id) IS DISTINCT FROM (t.team_id, t.owner_id)
"""


def follow_allocation(subjects: Sequence[Subject], facts: Columns) -> None:
    """Set each subject's team and owner to what its latest allocation says; none lies ahead."""
    known = newest(facts)
    order = np.lexsort((known["fact_id"], known["at"]))
    latest = {int(known["subject_id"][row]): row for row in order.tolist()}
    for subject in subjects:
        row = latest.get(subject.pk)
        team_id = None if row is None else _or_none(known["team_id"][row])
        owner_id = None if row is None else _or_none(known["owner_id"][row])
        if (subject.team_id, subject.owner_id) != (team_id, owner_id):
            subject.team_id, subject.owner_id = team_id, owner_id
            subject.save(update_fields=["team", "owner"])


def follow_allocation_of_force(force_id: int) -> None:
    """The same for every subject of a force, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(_OF_FORCE, {"force": force_id})


def _or_none(value: np.int64) -> int | None:
    return None if value == NULL else int(value)
