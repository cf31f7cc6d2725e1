"""Home visits: recorded within a minute, corrected by a later version, never edited."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.offenders.models import Visit

LARGEST_CREW = 9


@transaction.atomic
def record_visit(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    outcome: str,
    announced: bool | None = None,
    crew: int | None = None,
    second_confirmed: bool | None = None,
    findings: str = "",
    officers_view: str = "",
) -> Saved:
    """Record a visit or an attempt; `at` is a date when the time was not noted.

    What is left unknown stays unknown, which never counts as met. Facts go in `findings`, opinion
    in `officers_view`.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    values = _values(outcome, announced, crew, second_confirmed, findings, officers_view)
    _problems(at, now, values).refuse_if_any()
    return keep_first(Visit, subject, by=by, now=now, at=at, done_by_id=by.user_id, **values)


@transaction.atomic
def correct_visit(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    seen_version: int,
    reason: str,
    at: datetime | date,
    outcome: str,
    announced: bool | None,
    crew: int | None,
    second_confirmed: bool | None,
    findings: str,
    officers_view: str,
) -> Saved:
    """Keep a corrected version of a visit, with the reason; the one before stays as it was.

    Raises `EditCollision` when somebody corrected the same visit since `seen_version`: `seen` is
    what was typed, `stored` the version that stands.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    values = _values(outcome, announced, crew, second_confirmed, findings, officers_view)
    _problems(at, now, values).refuse_if_any()
    moment, day_only = moment_of(at)
    return keep_correction(
        Visit,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        changes={"at": moment, "day_only": day_only, **values},
    )


@transaction.atomic
def withdraw_visit(
    *, by: Viewer, now: datetime, subject_id: int, fact_id: int, seen_version: int, reason: str
) -> Saved:
    """Withdraw a visit that never was; what was known before stays known."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    return keep_correction(
        Visit,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )


def _values(
    outcome: str,
    announced: bool | None,
    crew: int | None,
    second_confirmed: bool | None,
    findings: str,
    officers_view: str,
) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "announced": announced,
        "crew": crew,
        "second_confirmed": second_confirmed,
        "findings": findings.strip(),
        "officers_view": officers_view.strip(),
    }


def _problems(at: datetime | date, now: datetime, values: dict[str, Any]) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the visit")
    problems.choice("outcome", values["outcome"], choices_of("visit", "outcome"))
    crew = values["crew"]
    if crew is not None and not 1 <= crew <= LARGEST_CREW:
        problems.add("crew", f"Enter how many went, from 1 to {LARGEST_CREW}, or leave it unknown")
    if values["second_confirmed"] and crew == 1:
        problems.add("second_confirmed", "A visit made alone has no second visitor to confirm it")
    problems.length("findings", values["findings"], 8000)
    problems.length("officers_view", values["officers_view"], 8000)
    return problems
