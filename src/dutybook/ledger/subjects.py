"""Finding and locking the subject of a write, and who may do what to it.

Every action begins here: the root subject's row is locked before anything is read that the write
depends on, so two writes about one person follow each other.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Case, Q, Value, When

from dutybook.access.errors import EditCollision, NotAllowed, NotFound
from dutybook.access.need_to_know import visible_subjects, writable_subjects
from dutybook.access.roles import Reach, RecordKind, Role
from dutybook.access.viewer import HeldRole, Viewer
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Subject, SubjectKind

RECORD_KINDS: Mapping[str, RecordKind] = {
    "offender": RecordKind.OFFENDER,
    "suspect": RecordKind.SUSPECT,
    "bail": RecordKind.BAIL,
    "order": RecordKind.OFFENDER,
    "child": RecordKind.CHILD,
    "staff": RecordKind.STAFF_SCREENING,
    "document": RecordKind.GOVERNANCE,
    "agreement": RecordKind.GOVERNANCE,
}
"""The kind of record that each kind of subject is, for reach and for the access log."""

PERSONS: Mapping[str, RecordKind] = {
    kind: record for kind, record in RECORD_KINDS.items() if record is not RecordKind.GOVERNANCE
}
"""Those about people: what lists of work show unless one duty is asked for. What the force itself
must have has no owner, no team and no level, and a page of its own."""

OWNED: Mapping[str, RecordKind] = {
    kind: record for kind, record in PERSONS.items() if record is not RecordKind.STAFF_SCREENING
}
"""Those that somebody owns."""

_LOCK = """
SELECT r.id FROM ledger_subject r
WHERE r.id = (SELECT COALESCE(s.beneath_id, s.id) FROM ledger_subject s WHERE s.id = %s)
FOR NO KEY UPDATE
"""


def lock_for_writing(by: Viewer, subject_id: int, kind: SubjectKind) -> Subject:
    """Lock a subject's root and give the subject as it stands.

    Raises `NotFound` when there is none of that kind or `by` may not see it, and `NotAllowed`
    when `by` may see but not write it. Must run inside the action's transaction.
    """
    lock_shared(by.force_id)
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [subject_id])
    record_kind = RECORD_KINDS[kind]
    writable = writable_subjects(by, record_kind)
    subject = (
        Subject.objects.filter(visible_subjects(by, record_kind), pk=subject_id, kind=kind)
        .annotate(may_write=may(writable))
        .first()
    )
    if subject is None:
        raise NotFound(f"no {kind} with this number")
    if not subject.may_write:
        raise NotAllowed(f"your role may read this {kind} but not change it")
    return subject


def lock_for_named(by: Viewer, subject_id: int, kind: SubjectKind) -> Subject:
    """Lock a subject's root for somebody whom a fact about it names, or for the clock, whatever
    they may see.

    The caller checks that the fact names them, or that the time has come, before anything is told
    or written, and answers as for an absent record otherwise. Raises `NotFound` for none of that
    kind in the viewer's force.
    """
    lock_shared(by.force_id)
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [subject_id])
    subject = Subject.objects.filter(force_id=by.force_id, pk=subject_id, kind=kind).first()
    if subject is None:
        raise NotFound(f"no {kind} with this number")
    return subject


def may(condition: Q) -> Case:
    """A condition as a yes/no column, also when it is one that no row meets."""
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def check_may_create(by: Viewer, kind: SubjectKind, team_id: int | None) -> None:
    """Raise `NotAllowed` unless `by` may write records of `kind` in that team."""
    for allowed, held_team in by.permissions(RECORD_KINDS[kind]):
        if allowed.write is Reach.FORCE:
            return
        if allowed.write is Reach.TEAM and team_id is not None and held_team == team_id:
            return
    raise NotAllowed(f"your role may not open a {kind} record in this team")


def supervises(by: Viewer, subject: Subject) -> bool:
    """Whether `by` is a supervisor of the subject's team."""
    return HeldRole(Role.SUPERVISOR, subject.team_id) in by.held and subject.team_id is not None


def check_supervises(by: Viewer, subject: Subject, doing: str) -> None:
    """Raise `NotAllowed` unless `by` supervises the subject's team."""
    if not supervises(by, subject):
        raise NotAllowed(f"only a supervisor of the team may {doing}")


def check_revision(
    subject: Subject, seen_revision: int, yours: Mapping[str, Any], *, stored: object = None
) -> None:
    """Raise `EditCollision` when the record changed since the person opened it.

    `yours` is what they typed; `stored` the record as it stands, the subject itself by default.
    """
    if subject.revision != seen_revision:
        raise EditCollision("This record", seen=dict(yours), stored=stored or subject)
