"""Pre-charge bail: granted, extended, checked, ended.

The end of each segment is typed from the custody record: the statutory clock, with its pauses, is
not computed here (Police and Criminal Evidence Act 1984, ss. 47ZA to 47ZM).
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger import ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.instants import day_begins, day_ends, local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import add_first, standing
from dutybook.ledger.writes import Saved, finish, keep_correction, keep_first
from dutybook.records.investigations.models import Bail, BailCheck, BailEnd, BailSegment
from dutybook.records.investigations.models.bail_end import BAIL_END_REASONS

LONGEST_SEGMENT = timedelta(days=732)
"""A segment longer than two years is a slip of the finger (the longest is 24 months)."""


@transaction.atomic
def open_bail(
    *,
    by: Viewer,
    now: datetime,
    suspect_id: int,
    first_day: date,
    last_day: date | None,
    conditional: bool | None,
    conditions: str = "",
    arrested_on: date | None = None,
) -> Saved:
    """Record a bail and its first segment, from `first_day` (the day after arrest) to the end of
    `last_day`; no last day while none is known. Gives the bail as `subject_id`.
    """
    suspect = lock_for_writing(by, suspect_id, SubjectKind.SUSPECT)
    problems = _segment_problems(first_day, last_day, conditional, conditions, now)
    if arrested_on is not None and arrested_on > min(first_day, local_day(now)):
        problems.add("arrested_on", "The arrest cannot be after bail began, or in the future")
    problems.refuse_if_any()
    subject = ownership.open_subject(
        SubjectKind.BAIL,
        by=by,
        now=now,
        label=suspect.label,
        team_id=suspect.team_id,
        owner_id=suspect.owner_id,
        beneath=suspect,
        restricted=suspect.restricted,
    )
    Bail.objects.create(subject=subject, suspect_id=suspect.pk, arrested_on=arrested_on)
    fact = _add_segment(subject, by, now, first_day, last_day, conditional, conditions)
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def extend_bail(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    last_day: date,
    conditional: bool | None,
    conditions: str = "",
) -> Saved:
    """Record an extension: a segment from the day after the last one's end to `last_day`.

    Raises `InvalidInput` when bail has ended or the running segment has no end to extend.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.BAIL)
    _check_running(subject)
    latest = standing(BailSegment).filter(subject=subject).order_by("-at", "-fact_id").first()
    if latest is None or latest.until is None:
        raise InvalidInput(
            {"last_day": "The end is not recorded of the part that runs: correct that part first"}
        )
    first_day = local_day(latest.until) + timedelta(days=1)
    _segment_problems(first_day, last_day, conditional, conditions, now).refuse_if_any()
    fact = _add_segment(subject, by, now, first_day, last_day, conditional, conditions)
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def correct_segment(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    seen_version: int,
    reason: str,
    first_day: date,
    last_day: date | None,
    conditional: bool | None,
    conditions: str,
) -> Saved:
    """Keep a corrected version of a segment (its end has become known, a day was mistyped).

    Raises `EditCollision` when it was corrected since `seen_version`.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.BAIL)
    _segment_problems(first_day, last_day, conditional, conditions, now).refuse_if_any()
    return keep_correction(
        BailSegment,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        changes=_segment_values(first_day, last_day, conditional, conditions),
    )


@transaction.atomic
def end_bail(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """Bail ended before its segment ran out."""
    subject = lock_for_writing(by, subject_id, SubjectKind.BAIL)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the end of bail")
    problems.choice("reason", reason, [name for name, _ in BAIL_END_REASONS])
    first = standing(BailSegment).filter(subject=subject).order_by("at").first()
    if first is not None and local_day(moment_of(at)[0]) < local_day(first.at):
        problems.add("at", "Bail cannot end before it began")
    problems.refuse_if_any()
    _check_running(subject)
    return keep_first(BailEnd, subject, by=by, now=now, at=at, reason=reason)


@transaction.atomic
def check_bail(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    proactive: bool | None,
    method: str = "",
    findings: str = "",
) -> Saved:
    """The conditions were checked: how, and what was found.

    `proactive` is false when it was learnt from a complaint, None when that was not recorded.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.BAIL)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the check")
    problems.length("method", method, 80)
    problems.length("findings", findings, 4000)
    problems.refuse_if_any()
    return keep_first(
        BailCheck,
        subject,
        by=by,
        now=now,
        at=at,
        proactive=proactive,
        method=method.strip(),
        findings=findings.strip(),
        done_by_id=by.user_id,
    )


def _check_running(subject: Subject) -> None:
    if standing(BailEnd).filter(subject=subject).exists():
        raise InvalidInput({"": "This bail has ended"})


def _segment_problems(
    first_day: date,
    last_day: date | None,
    conditional: bool | None,
    conditions: str,
    now: datetime,
) -> Problems:
    problems = Problems()
    today = local_day(now)
    if not today - timedelta(days=3650) <= first_day <= today + timedelta(days=400):
        problems.add("first_day", "Enter the day on which this part of bail begins")
    if last_day is not None and last_day < first_day:
        problems.add("last_day", "Bail cannot end before it starts")
    elif last_day is not None and last_day - first_day > LONGEST_SEGMENT:
        problems.add("last_day", "No part of bail lasts longer than two years")
    if conditions.strip() and not conditional:
        problems.add("conditional", "Say that bail carries conditions, or remove them")
    problems.length("conditions", conditions, 4000)
    return problems


def _add_segment(
    subject: Subject,
    by: Viewer,
    now: datetime,
    first_day: date,
    last_day: date | None,
    conditional: bool | None,
    conditions: str,
) -> BailSegment:
    values = _segment_values(first_day, last_day, conditional, conditions)
    return add_first(BailSegment, subject_id=subject.pk, by=by, now=now, **values)


def _segment_values(
    first_day: date, last_day: date | None, conditional: bool | None, conditions: str
) -> dict[str, Any]:
    return {
        "at": day_begins(first_day),
        "day_only": True,
        "until": None if last_day is None else day_ends(last_day),
        "conditional": conditional,
        "conditions": conditions.strip(),
    }
