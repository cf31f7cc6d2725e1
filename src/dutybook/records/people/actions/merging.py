"""Two entries are found to be one person, and the finding is undone.

Nothing is moved or rewritten: the decision is a row, and `Person.same_as` follows the decisions
that stand. So undoing one restores exactly what was, whatever was stated in between.
"""

from datetime import datetime

from django.db import connection, transaction
from django.db.models import Q

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.records.people.actions.keeping import note
from dutybook.records.people.models import Merge, Person
from dutybook.records.people.places import entries_of, place_to_state, root_of

_LOCK = "SELECT pg_advisory_xact_lock(%s, %s)"
_CLASS = 1_296_388_677  # "MERE": merges of one force follow each other


@transaction.atomic
def merge(*, by: Viewer, now: datetime, kept_id: int, absorbed_id: int, reason: str) -> Merge:
    """Decide that `absorbed_id` is the same person as `kept_id`; for a supervisor who may write
    about both. Raises `NotFound`, `NotAllowed` or `InvalidInput`."""
    _check_supervisor(by)
    _follow_each_other(by)
    problems = Problems()
    problems.filled("reason", reason, "Say how you know that they are one person", longest=1000)
    kept, absorbed = root_of(by, kept_id), root_of(by, absorbed_id)
    if kept.pk == absorbed.pk:
        problems.add("absorbed_id", "These are one person already")
    problems.refuse_if_any()
    subjects = [place_to_state(by, one.pk)[1] for one in sorted((kept, absorbed), key=_number)]
    made = Merge.objects.create(
        force_id=by.force_id,
        kept=kept,
        absorbed=absorbed,
        reason=reason.strip(),
        decided_by_id=by.user_id,
        decided_at=now,
    )
    entries_of(absorbed.pk).update(same_as=kept)
    note(by, Operation.COMBINATION, subjects, f"merge {made.pk}")
    return made


@transaction.atomic
def unmerge(*, by: Viewer, now: datetime, merge_id: int, reason: str) -> None:
    """Undo a merge: both entries stand as they did, and merges made since still hold. Raises
    `NotFound`, `NotAllowed`, or `InvalidInput` when it is undone already."""
    _check_supervisor(by)
    _follow_each_other(by)
    problems = Problems()
    problems.filled("reason", reason, "Say why they are not one person", longest=1000)
    problems.refuse_if_any()
    found = Merge.objects.filter(pk=merge_id, force_id=by.force_id).first()
    if found is None:
        raise NotFound("no merge with this number")
    _person, subject = place_to_state(by, found.kept_id)
    if found.undone_at is not None:
        raise InvalidInput({"": "This merge has been undone already"})
    found.undone_by_id, found.undone_at, found.undone_reason = by.user_id, now, reason.strip()
    found.save(update_fields=["undone_by", "undone_at", "undone_reason"])
    _recompute(found)
    note(by, Operation.ALTERATION, [subject], f"merge {found.pk} undone")


def _recompute(undone: Merge) -> None:
    """Everything below the absorbed entry, by the merges that still stand, is its own again."""
    below: set[int] = set()
    found = {undone.absorbed_id}
    while found:
        below |= found
        standing = Merge.objects.filter(Q(undone_at=None), kept_id__in=found)
        found = set(standing.values_list("absorbed_id", flat=True)) - below
    Person.objects.filter(pk=undone.absorbed_id).update(same_as=None)
    Person.objects.filter(pk__in=below - {undone.absorbed_id}).update(same_as=undone.absorbed_id)


def _follow_each_other(by: Viewer) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_LOCK, [_CLASS, by.force_id])


def _check_supervisor(by: Viewer) -> None:
    if not by.has_role(Role.SUPERVISOR):
        raise NotAllowed("only a supervisor decides that two entries are one person")


def _number(person: Person) -> int:
    return person.pk
