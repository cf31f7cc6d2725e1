"""Who answers for records from now on: given, given on, and taken back.

The same for every kind of record. What is beneath a record goes with it, and so does its lateness:
an entry keeps the due date that it had.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.derive import NextDue, derive_subjects
from dutybook.ledger.models import Allocation, Reallocated, Reallocation, Subject, SubjectKind
from dutybook.ledger.ownership import check_owner
from dutybook.ledger.subjects import RECORD_KINDS, check_supervises, lock_for_writing
from dutybook.ledger.versions import add_first, standing

MOST_AT_ONCE = 200
NONE_SUCH = "no reallocation with this number"
CHANGED = "Somebody gave this record to another person meanwhile. Look at the list again"


@dataclass(frozen=True)
class Given:
    """A reallocation that was kept; `left` are the records that an undo could not give back."""

    number: int
    subject_ids: tuple[int, ...]
    left: tuple[int, ...] = ()
    due: tuple[NextDue, ...] = ()

    @property
    def subject_id(self) -> int:
        return self.subject_ids[0]


@dataclass(frozen=True)
class _Place:
    """A team and somebody of it, or nobody."""

    team_id: int | None
    owner_id: int | None


@transaction.atomic
def reallocate(
    kind: SubjectKind,
    *,
    by: Viewer,
    now: datetime,
    subject_ids: Iterable[int],
    team_id: int,
    owner_id: int | None,
    reason: str,
    seen_owners: Mapping[int, int | None] | None = None,
) -> Given:
    """Give records and what is beneath them to a team and a person of it: all of them or none.

    For a supervisor of the team that each is in, or of the receiving team when it is in none.
    Without an owner they show as *unowned*. `seen_owners` is who owned each when the decision was
    made; a record that changed hands since then refuses the whole. Raises `NotFound`,
    `NotAllowed` or `InvalidInput`.
    """
    numbers = sorted(set(subject_ids))
    problems = Problems()
    if not 1 <= len(numbers) <= MOST_AT_ONCE:
        problems.add("subjects", f"Choose from 1 to {MOST_AT_ONCE} records")
    problems.filled("reason", reason, "Say why", longest=1000)
    problems.refuse_if_any()
    subjects = [_locked(by, kind, number) for number in numbers]
    check_owner(by, team_id, owner_id, now)
    for one in subjects:
        if seen_owners is not None and seen_owners.get(one.pk) != one.owner_id:
            raise InvalidInput({"subjects": CHANGED})
    to = _Place(team_id, owner_id)
    return _give(kind, [(one, to) for one in subjects], by=by, now=now, reason=reason)


@transaction.atomic
def undo_reallocation(*, by: Viewer, now: datetime, reallocation_id: int) -> Given:
    """Give every record of a reallocation back to whom it came from.

    A record that was given on since then, or whose former owner no longer serves in that team, is
    left as it is and named in `left`. Raises `NotFound`, `NotAllowed`, or `InvalidInput` when it
    was undone already or nothing can go back.
    """
    made = Reallocation.objects.filter(pk=reallocation_id, force_id=by.force_id).first()
    if made is None:
        raise NotFound(NONE_SUCH)
    kind = SubjectKind(made.kind)
    back: list[tuple[Subject, _Place]] = []
    left: list[int] = []
    for line in made.records.order_by("subject_id"):
        try:
            subject = _locked(by, kind, line.subject_id)
        except NotFound:
            raise NotFound(NONE_SUCH) from None
        place = _Place(line.from_team_id, line.from_owner_id)
        if _is_still_as_given(line) and _can_go_back(by, place, now):
            back.append((subject, place))
        else:
            left.append(subject.pk)
    if Reallocation.objects.filter(undoes=made).exists():
        raise InvalidInput({"": "This was undone already"})
    if not back:
        raise InvalidInput({"": "None of these records can go back: give them on by hand"})
    given = _give(kind, back, by=by, now=now, reason=f"Undoes: {made.reason}"[:1000], undoes=made)
    return Given(given.number, given.subject_ids, tuple(left), given.due)


def _locked(by: Viewer, kind: SubjectKind, number: int) -> Subject:
    subject = lock_for_writing(by, number, kind)
    if subject.team_id is not None:
        check_supervises(by, subject, "allocate its records")
    return subject


def _is_still_as_given(line: Reallocated) -> bool:
    newest = standing(Allocation).filter(subject_id=line.subject_id).order_by("-at", "-fact_id")
    return newest.values_list("fact_id", flat=True).first() == line.allocation_fact


def _can_go_back(by: Viewer, place: _Place, now: datetime) -> bool:
    try:
        check_owner(by, place.team_id, place.owner_id, now)
    except InvalidInput:
        return False
    return True


def _give(
    kind: SubjectKind,
    given: list[tuple[Subject, _Place]],
    *,
    by: Viewer,
    now: datetime,
    reason: str,
    undoes: Reallocation | None = None,
) -> Given:
    """Keep who answers for each locked record from now on, log it, and derive what that changes."""
    made = Reallocation.objects.create(
        force_id=by.force_id,
        kind=kind,
        reason=reason.strip(),
        decided_by_id=by.user_id,
        decided_at=now,
        undoes=undoes,
    )
    whole: list[Subject] = []
    for subject, to in given:
        parts = Subject.objects.select_for_update(no_key=True).filter(beneath=subject)
        fact_id = 0
        for one in (*parts, subject):
            fact_id = _allocated(one, to, by, now)
            whole.append(one)
        Reallocated.objects.create(
            reallocation=made,
            subject=subject,
            from_team_id=subject.team_id,
            from_owner_id=subject.owner_id,
            to_team_id=to.team_id,
            to_owner_id=to.owner_id,
            allocation_fact=fact_id,
        )
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RECORD_KINDS[kind],
        subjects=[one.pk for one in whole],
        detail="allocation",
    )
    due = derive_subjects(whole)
    return Given(made.pk, tuple(subject.pk for subject, _ in given), due=due)


def _allocated(subject: Subject, to: _Place, by: Viewer, now: datetime) -> int:
    fact = add_first(
        Allocation,
        subject_id=subject.pk,
        at=now,
        by=by,
        now=now,
        team_id=to.team_id,
        owner_id=to.owner_id,
    )
    return fact.fact_id
