"""What a person is told, as far as they may see whom it is about."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from dutybook.access.consulting import consultation
from dutybook.access.need_to_know import visible_of_kinds
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Notice, Reminder, Subject
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import ESCALATE_AFTER_DAYS, duty_of
from dutybook.ledger.queries import looks
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut
from dutybook.ledger.subjects import RECORD_KINDS


@dataclass(frozen=True)
class NoticeSubject:
    """The record that a notice is about, for somebody who may see it."""

    subject_id: int
    kind: str
    label: str


@dataclass(frozen=True)
class Remembered:
    """What a reminder is of: its code, where it stands and which day it is about."""

    code: str
    inspection: str
    part: str
    number: int | None
    day: date | None


@dataclass(frozen=True)
class NoticeLine:
    """One notice as it is read. `subject` is None where there is none, or none to be shown.

    `counts` are (title of the duty, level, how many); `limb` is (inspection, limb). `whose` names
    the person who had not acknowledged it, when it was escalated.
    """

    notice_id: int
    kind: str
    made_at: datetime
    title: str
    level: str
    due_at: datetime | None
    subject: NoticeSubject | None
    is_about_a_record: bool
    counts: tuple[tuple[str, str, int], ...]
    limb: tuple[str, str] | None
    before: str
    after: str
    reminder: Remembered | None
    whose: str | None
    acknowledged_at: datetime | None
    escalated_at: datetime | None


@dataclass(frozen=True)
class NoticePage:
    """A page of notices, newest first; `escalates_after_days` is None while the force sets none."""

    notices: Page[NoticeLine]
    escalates_after_days: int | None


@consultation
def own_notices(
    viewer: Viewer, *, now: datetime, page: str = "", size: int = PAGE_SIZE
) -> NoticePage:
    """The viewer's own notices. Records are named as far as the viewer may see them now, and
    logged as consulted. Raises `InvalidInput` for a page that does not exist."""
    found = _of(viewer).select_related("breach", "note", "reminder", "about__user")
    rows, following = cut(found, ("-id",), after=page, size=size)
    ids = {row.breach.subject_id for row in rows if row.breach_id}
    seen = {
        pk: NoticeSubject(pk, kind, label)
        for pk, kind, label in Subject.objects.filter(
            visible_of_kinds(viewer, RECORD_KINDS), pk__in=ids
        ).values_list("id", "kind", "label")
    }
    looks.log_subjects(
        viewer, [(one.kind, one.subject_id) for one in seen.values()], detail="notices"
    )
    days = value_in_force(policies_of(viewer.force_id), ESCALATE_AFTER_DAYS, now)
    return NoticePage(
        notices=Page(tuple(_line(row, seen) for row in rows), following),
        escalates_after_days=days if isinstance(days, int) else None,
    )


def _of(viewer: Viewer) -> QuerySet[Notice]:
    return Notice.objects.filter(user_id=viewer.user_id, force_id=viewer.force_id)


def _remembered(one: Reminder | None) -> Remembered | None:
    if one is None:
        return None
    return Remembered(one.code, one.inspection, one.part, one.number, one.day)


def _line(row: Notice, seen: dict[int, NoticeSubject]) -> NoticeLine:
    breach, note = row.breach, row.note
    inspection, _, limb = note.about.rpartition("/") if note else ("", "", "")
    return NoticeLine(
        notice_id=row.pk,
        kind=row.kind,
        made_at=row.made_at,
        title=duty_of(breach.duty).title if breach else "",
        level=breach.level if breach else "",
        due_at=breach.due_at if breach else None,
        subject=seen.get(breach.subject_id) if breach else None,
        is_about_a_record=breach is not None,
        counts=tuple((duty_of(duty).title, level, number) for duty, level, number in row.counts),
        limb=(inspection, limb) if note else None,
        before=note.before if note else "",
        after=note.after if note else "",
        reminder=_remembered(row.reminder),
        whose=row.about.user.display_name if row.about else None,
        acknowledged_at=row.acknowledged_at,
        escalated_at=row.escalated_at,
    )
