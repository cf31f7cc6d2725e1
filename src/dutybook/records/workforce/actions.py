"""The only writes of the workforce room: who is in a screened role, and what was offered.

Only the wellbeing lead (and a loading command) writes here. No answer, score or result is ever
kept. Every action takes `by` and `now` by keyword, is atomic, logs and derives, and gives a
`Saved`; they raise `NotFound`, `NotAllowed` and `InvalidInput`.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import User
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger import loading, ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.workforce.models import Role, Screening, StaffMember

STAFF = "staff"
WITHDRAWABLE = ("role", "screening")
IN_USE = "This payroll reference, or this person's account, is on another record already"


@transaction.atomic
def join_role(
    *,
    by: Viewer,
    now: datetime,
    at: datetime | date,
    title: str,
    subject_id: int | None = None,
    payroll_ref: str = "",
    name: str = "",
    user_id: int | None = None,
) -> Saved:
    """Somebody entered a role for which screening is owed; without `subject_id`, a new record."""
    problems = _at(at, now, "the change of role")
    problems.filled("title", title, "Enter the role", longest=120)
    if subject_id is None:
        problems.filled("payroll_ref", payroll_ref, "Enter the payroll reference", longest=40)
        problems.filled("name", name, "Enter the name", longest=160)
    problems.refuse_if_any()
    if subject_id is None:
        subject = _open_record(by, now, payroll_ref.strip(), " ".join(name.split()), user_id)
    else:
        subject = lock_for_writing(by, subject_id, SubjectKind.STAFF)
    return keep_first(Role, subject, by=by, now=now, at=at, state="in_scope", title=title.strip())


@transaction.atomic
def leave_role(*, by: Viewer, now: datetime, subject_id: int, at: datetime | date) -> Saved:
    """Somebody left the role for which screening is owed."""
    subject = lock_for_writing(by, subject_id, SubjectKind.STAFF)
    _at(at, now, "the change of role").refuse_if_any()
    return keep_first(Role, subject, by=by, now=now, at=at, state="out_of_scope")


@transaction.atomic
def record_screening(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, state: str
) -> Saved:
    """Screening was offered, completed or declined; only a completed one meets the duty."""
    subject = lock_for_writing(by, subject_id, SubjectKind.STAFF)
    problems = _at(at, now, "the screening")
    problems.choice("state", state, choices_of("screening", "state"))
    problems.refuse_if_any()
    return keep_first(Screening, subject, by=by, now=now, at=at, state=state)


@transaction.atomic
def withdraw_fact(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    table: str,
    fact_id: int,
    seen_version: int,
    reason: str,
) -> Saved:
    """Withdraw a role or a screening keyed in error."""
    if table not in WITHDRAWABLE:
        raise InvalidInput({"table": f"Choose one of: {', '.join(WITHDRAWABLE)}"})
    subject = lock_for_writing(by, subject_id, SubjectKind.STAFF)
    return keep_correction(
        source_of(table).model,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; one log row for all of it.

    `kind` is `staff` (rows: `payroll_ref`, `name`, `user_id`; gives subject ids), `role` or
    `screening` (rows: the model's fields, `subject_id` and `at` at least; gives fact ids). A
    fact's `recorded_at` may lie in the past. The ledger is not derived. Raises `NotAllowed` for
    anybody but a loading command.
    """
    loading.check_may_load(by)
    if kind == STAFF:
        ids = subjects = _load_staff(rows, by)
    elif kind in {source.table for source in sources(SubjectKind.STAFF)}:
        ids = loading.load_facts(source_of(kind).model, rows, by=by, now=now)
        subjects = [row["subject_id"] for row in rows]
    else:
        raise InvalidInput({"kind": f"there are no records called {kind}"})
    loading.log_batch(by, RecordKind.STAFF_SCREENING, subjects, kind)
    return ids


def _load_staff(rows: Sequence[Mapping[str, Any]], by: Viewer) -> list[int]:
    labels = [{"label": row["name"]} for row in rows]
    ids = loading.load_subjects(SubjectKind.STAFF, labels, by=by)
    staff = [
        dict(row) | {"subject_id": one, "force_id": by.force_id}
        for one, row in zip(ids, rows, strict=True)
    ]
    loading.copy_rows(StaffMember, staff)
    return ids


def _open_record(
    by: Viewer, now: datetime, payroll_ref: str, name: str, user_id: int | None
) -> Subject:
    if user_id is not None and not User.objects.filter(pk=user_id, force_id=by.force_id).exists():
        raise InvalidInput({"user": "Choose an account of this force"})
    lock_shared(by.force_id)
    subject = ownership.open_subject(
        SubjectKind.STAFF, by=by, now=now, label=name, team_id=None, owner_id=None
    )
    try:
        with transaction.atomic():
            StaffMember.objects.create(
                subject=subject,
                force_id=by.force_id,
                payroll_ref=payroll_ref,
                name=name,
                user_id=user_id,
            )
    except IntegrityError as error:
        raise InvalidInput({"payroll_ref": IN_USE}) from error
    return subject


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
