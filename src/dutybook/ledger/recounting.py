"""Counting again what a changed setting or calendar decides, in portions, while work goes on.

Every portion is one short transaction: it locks its subjects in order of their ids, derives them
with the settings that stand then, and moves the recount's place. Whoever carries a recount on,
and however often it is begun, each portion counts once.

A subject that is written meanwhile is derived by its own writer, with the new settings: before the
first portion, the writes that began under the old ones are waited for.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models.functions import Now

from dutybook.access import log
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer, operator
from dutybook.ledger.derive import derive_duties
from dutybook.ledger.locks import lock_shared, wait_for_writes
from dutybook.ledger.models import Recount, Subject
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.writing import Written

PORTION = 200
"""Subjects in one transaction: a fraction of a second, which is all that a writer ever waits."""

Clock = Callable[[], datetime]


def open_recount(
    by: Viewer, force_id: int, what: str, duties: tuple[str, ...], now: datetime
) -> Recount:
    """Write down, inside the transaction of the change, that these duties are to be counted."""
    return Recount.objects.create(
        force_id=force_id,
        what=what,
        duties=list(duties),
        asked_by_id=by.user_id,
        asked_as=by.username,
        asked_at=now,
    )


def open_recounts(force_id: int) -> list[int]:
    """The recounts that wait; whoever sees one sees the setting that asked for it as well."""
    return list(
        Recount.objects.filter(force_id=force_id, finished_at=None).values_list("id", flat=True)
    )


def close_recounts(recount_ids: Sequence[int]) -> None:
    """A rebuild of the whole force that began after these were asked for has answered them."""
    Recount.objects.filter(pk__in=recount_ids, finished_at=None).update(
        finished_at=Now(), by_rebuild=True
    )


def carry_on(
    recount_id: int,
    *,
    clock: Clock,
    portion: int = PORTION,
    stop: Callable[[], bool] = lambda: False,
) -> bool:
    """Derive portion after portion until all is counted, or `stop` says so between two of them.

    Gives whether the recount is finished; one that is finished already, or is none, is left alone.
    """
    recount = Recount.objects.filter(pk=recount_id).first()
    if recount is None:
        return True
    if recount.begun_at is None and recount.finished_at is None:
        _begin(recount, clock)
    finished = recount.finished_at is not None
    while not finished and not stop():
        finished = count_portion(recount_id, recount.force_id, clock=clock, portion=portion)
    return finished


@transaction.atomic
def _begin(recount: Recount, clock: Clock) -> None:
    """Let the writes end that may have read the old settings; later ones read the new."""
    wait_for_writes(recount.force_id)
    kinds = sorted({duty_of(duty).subject for duty in recount.duties})
    subjects = Subject.objects.filter(force_id=recount.force_id, kind__in=kinds).count()
    Recount.objects.filter(pk=recount.pk, begun_at=None).update(begun_at=clock(), subjects=subjects)


@transaction.atomic
def count_portion(recount_id: int, force_id: int, *, clock: Clock, portion: int) -> bool:
    """Derive the next subjects of a recount; gives whether none was left."""
    lock_shared(force_id)
    recount = Recount.objects.select_for_update().get(pk=recount_id)
    if recount.finished_at is not None:
        return True
    subjects = _lock_next(recount, portion)
    if not subjects:
        _finish(recount, clock())
        return True
    written = derive_duties(subjects, recount.duties)
    recount.done_through = subjects[-1].pk
    recount.subjects_done += len(subjects)
    recount.written = _added(recount.written, written)
    recount.save(update_fields=["done_through", "subjects_done", "written"])
    return False


def _lock_next(recount: Recount, portion: int) -> list[Subject]:
    """The next subjects in order of id, their roots locked in order of id."""
    kinds = sorted({duty_of(duty).subject for duty in recount.duties})
    following = list(
        Subject.objects.filter(
            force_id=recount.force_id, kind__in=kinds, pk__gt=recount.done_through
        )
        .order_by("id")
        .values_list("id", "beneath_id")[:portion]
    )
    roots = {beneath_id or subject_id for subject_id, beneath_id in following}
    list(
        Subject.objects.select_for_update(no_key=True)
        .filter(pk__in=roots)
        .order_by("id")
        .values_list("id")
    )
    # Read after the locks: a write that held one of them may have changed the row.
    return list(Subject.objects.filter(pk__in=[pk for pk, _ in following]).order_by("id"))


def _added(
    so_far: Mapping[str, Mapping[str, int]], written: Mapping[str, Written]
) -> dict[str, dict[str, int]]:
    total = {duty: dict(counts) for duty, counts in so_far.items()}
    for duty, more in written.items():
        held = total.setdefault(duty, {"entries": 0, "spans": 0})
        held["entries"] += more.entries
        held["spans"] += more.spans
    return total


def _finish(recount: Recount, now: datetime) -> None:
    """Say that all is counted, and log what it changed and for whom."""
    assert recount.begun_at is not None  # portions follow the beginning
    recount.finished_at = max(now, recount.begun_at)
    recount.save(update_fields=["finished_at"])
    entries, spans = (
        sum(counts[name] for counts in recount.written.values()) for name in ("entries", "spans")
    )
    by = operator("worker", force_id=recount.force_id, route="worker:recount")
    seconds = (recount.finished_at - recount.begun_at).total_seconds()
    asked_by = f"user {recount.asked_by_id}" if recount.asked_by_id else "a command"
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.LEDGER_AGGREGATE,
        subjects=[],
        detail=f"counted again after {recount.what}: entries {entries}, spans {spans}, "
        f"{seconds:.1f} s, asked by {asked_by}",
    )
