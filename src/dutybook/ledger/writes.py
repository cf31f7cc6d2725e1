"""What every action of a records room does after its checks: keep, log, derive."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dutybook.access import log
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import moment_of
from dutybook.ledger.derive import NextDue, derive_subjects
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.models import Subject
from dutybook.ledger.subjects import RECORD_KINDS
from dutybook.ledger.versions import add_first, add_version


@dataclass(frozen=True)
class Saved:
    """What an action kept, and what is now owed on the subject (every open entry)."""

    subject_id: int
    fact_id: int | None
    version: int
    due: tuple[NextDue, ...]

    def next_due(self, duty: str) -> NextDue | None:
        """The open entry of one duty that is due first; None when nothing of it is owed."""
        of_duty = [one for one in self.due if one.duty == duty]
        return min(of_duty, key=_soonest, default=None)


def _soonest(due: NextDue) -> tuple[bool, datetime]:
    return due.due_at is None, due.due_at or due.opened_at


def keep_first(
    model: type[FactVersion],
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
    at: datetime | date,
    **values: Any,
) -> Saved:
    """Keep a new fact about a locked subject, log its collection, and derive what it changes."""
    moment, day_only = moment_of(at)
    fact = add_first(
        model, subject_id=subject.pk, at=moment, day_only=day_only, by=by, now=now, **values
    )
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


def keep_correction(
    model: type[FactVersion],
    subject: Subject,
    *,
    by: Viewer,
    now: datetime,
    fact_id: int,
    seen_version: int,
    reason: str,
    changes: Mapping[str, Any] | None = None,
    withdrawn: bool = False,
) -> Saved:
    """Keep a later version of a fact about a locked subject, log it, and derive what it changes.

    Raises what `versions.add_version` raises.
    """
    fact = add_version(
        model,
        subject_id=subject.pk,
        fact_id=fact_id,
        seen_version=seen_version,
        by=by,
        now=now,
        reason=reason,
        changes=changes,
        withdrawn=withdrawn,
    )
    return finish(subject, fact, by=by, operation=Operation.ALTERATION)


def finish(
    subject: Subject,
    fact: FactVersion | None,
    *,
    by: Viewer,
    operation: Operation,
    also: Iterable[int] = (),
) -> Saved:
    """Log one write of a locked subject and derive everything owed on it.

    `also` names the records beneath it that the same write changed.
    """
    what = fact.fact_table.replace("_", " ") if fact is not None else "record"
    log.record(
        by,
        operation=operation,
        kind=RECORD_KINDS[subject.kind],
        subjects=[subject.pk, *also],
        detail=what,
    )
    due = derive_subjects([subject])
    return Saved(
        subject_id=subject.pk,
        fact_id=fact.fact_id if fact is not None else None,
        version=fact.version if fact is not None else 0,
        due=due,
    )
