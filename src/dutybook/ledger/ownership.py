"""Opening a subject with its first owner, and closing it to all but a few; for every kind.

The records rooms offer these as actions of their own, each for its kind. Who answers for it
later is in `reallocating`.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from dutybook.access import log
from dutybook.access.models import Operation, RoleGrant, Team
from dutybook.access.viewer import Viewer, in_force
from dutybook.ledger.checks import Problems
from dutybook.ledger.models import Allocation, Restriction, Subject, SubjectKind
from dutybook.ledger.subjects import (
    RECORD_KINDS,
    check_may_create,
    check_revision,
    check_supervises,
    lock_for_writing,
)
from dutybook.ledger.versions import add_first
from dutybook.ledger.writes import Saved


@transaction.atomic
def restrict(
    kind: SubjectKind,
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    restricted: bool,
    reason: str,
    seen_revision: int,
) -> Saved:
    """Close a subject (and what is beneath it) to all but its owner and those granted it, or open
    it again. For a supervisor of its team. Raises `NotFound`, `NotAllowed`, `InvalidInput`, or
    `EditCollision` when it was changed since `seen_revision`.
    """
    subject = lock_for_writing(by, subject_id, kind)
    check_supervises(by, subject, "restrict or open its records")
    problems = Problems()
    problems.filled("reason", reason, "Say why", longest=1000)
    problems.refuse_if_any()
    check_revision(subject, seen_revision, {"restricted": restricted, "reason": reason})
    whole = list(Subject.objects.filter(Q(pk=subject.pk) | Q(beneath=subject)))
    for one in whole:
        one.restricted = restricted
        one.revision += 1
        one.save(update_fields=["restricted", "revision"])
    Restriction.objects.create(
        subject=subject,
        restricted=restricted,
        reason=reason.strip(),
        decided_by_id=by.user_id,
        decided_at=now,
    )
    _log(by, kind, whole, Operation.ALTERATION, "restriction")
    return Saved(subject.pk, None, 0, ())


def open_subject(
    kind: SubjectKind,
    *,
    by: Viewer,
    now: datetime,
    label: str,
    team_id: int | None,
    owner_id: int | None,
    beneath: Subject | None = None,
    restricted: bool = False,
) -> Subject:
    """A new subject of the viewer's force with its first allocation. Raises `NotAllowed` when
    `by` may not open one in that team, `InvalidInput` for an owner who is not of the team.
    """
    check_may_create(by, kind, team_id)
    if beneath is None:
        check_owner(by, team_id, owner_id, now)
    subject = Subject.objects.create(
        kind=kind,
        force_id=by.force_id,
        team_id=team_id,
        owner_id=owner_id,
        beneath=beneath,
        restricted=restricted,
        label=label,
    )
    if team_id is not None:
        add_first(
            Allocation,
            subject_id=subject.pk,
            at=now,
            by=by,
            now=now,
            team_id=team_id,
            owner_id=owner_id,
        )
    return subject


def check_owner(by: Viewer, team_id: int | None, owner_id: int | None, now: datetime) -> None:
    """Raise `InvalidInput` unless the team is of the force and the owner serves in it now."""
    problems = Problems()
    if team_id is not None and not Team.objects.filter(pk=team_id, force_id=by.force_id).exists():
        problems.add("team", "Choose a team of this force")
    if owner_id is not None:
        serves = RoleGrant.objects.filter(
            in_force(now), user_id=owner_id, team_id=team_id, user__is_active=True
        )
        if team_id is None or not serves.exists():
            problems.add("owner", "Choose somebody who serves in this team")
    problems.refuse_if_any()


def _log(
    by: Viewer, kind: SubjectKind, subjects: list[Subject], operation: Operation, detail: str
) -> None:
    log.record(
        by,
        operation=operation,
        kind=RECORD_KINDS[kind],
        subjects=[subject.pk for subject in subjects],
        detail=detail,
    )
