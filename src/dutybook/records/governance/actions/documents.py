"""What becomes of a document that the force must have."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.governance import models
from dutybook.records.governance.actions.terms import dated, lasting


@transaction.atomic
def approve_document(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    until: date,
    approved_by: str,
    kept_at: str,
) -> Saved:
    """A version was approved; it counts to the end of `until`, the day its review is due."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = lasting(at, until, now)
    problems.filled("approved_by", approved_by, "Say who approved it: name and post", longest=200)
    problems.filled("kept_at", kept_at, "Say where it is kept", longest=200)
    problems.refuse_if_any()
    return keep_first(
        *(models.DocumentApproved, subject),
        by=by,
        now=now,
        at=at,
        until=day_ends(until),
        approved_by=approved_by.strip(),
        kept_at=kept_at.strip(),
    )


@transaction.atomic
def own_document(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, post: str
) -> Saved:
    """Somebody answers for the document."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = dated(at, now)
    problems.filled("post", post, "Say who answers for it", longest=200)
    problems.refuse_if_any()
    return keep_first(models.DocumentOwner, subject, by=by, now=now, at=at, post=post.strip())


@transaction.atomic
def disown_document(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, note: str = ""
) -> Saved:
    """Whoever answered for the document left, and nobody has taken it over."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = dated(at, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(models.DocumentOwnerLeft, subject, by=by, now=now, at=at, note=note.strip())


@transaction.atomic
def take_out_of_force(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The version in force was withdrawn, and none stands in its place."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = dated(at, now)
    problems.filled("reason", reason, "Say why it was withdrawn")
    problems.refuse_if_any()
    return keep_first(
        models.DocumentWithdrawn, subject, by=by, now=now, at=at, reason=reason.strip()
    )


@transaction.atomic
def find_reach(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    until: date,
    note: str = "",
) -> Saved:
    """A forecast was found to look back on trends and ahead five years, as counted to `until`."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = lasting(at, until, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(
        *(models.ForecastReach, subject),
        by=by,
        now=now,
        at=at,
        until=day_ends(until),
        note=note.strip(),
    )


@transaction.atomic
def check_stock(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    found: bool | None,
    note: str = "",
) -> Saved:
    """Somebody looked whether copies of the version in force are at hand everywhere."""
    subject = lock_for_writing(by, subject_id, SubjectKind.DOCUMENT)
    problems = dated(at, now)
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(
        models.StockCheck, subject, by=by, now=now, at=at, found=found, note=note.strip()
    )
