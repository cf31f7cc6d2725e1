"""Making a board's pack: asked for by a person or the force's schedule, counted by the worker."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer, operator
from dutybook.documents.pack import contents_of, to_docx, to_pdf
from dutybook.inspections.models import FinishedPack, PackRequest, PackUnit
from dutybook.inspections.pack_readers import asks_packs
from dutybook.inspections.queries.pack_figures import figures_in, pack_of
from dutybook.ledger.answering import people_of
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import day_ends, local_day
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import PACK_DAY
from dutybook.ledger.reminding import remind

COULD_NOT: Final = (
    "It could not be made. Ask for it again; if it fails again, tell whoever looks after Dutybook."
)

Clock = Callable[[], datetime]
Defer = Callable[[PackRequest], object]


@transaction.atomic
def ask_for_pack(*, by: Viewer, now: datetime, unit: str, day: date, defer: Defer) -> PackRequest:
    """Ask for a unit's pack of the month that ends with `day`; `defer` hands it to the worker.

    Raises `NotAllowed` for who reads no packs, `InvalidInput` for a unit or a month that is none,
    and while the same pack is being made.
    """
    if not (by.is_operator or asks_packs(by)):
        raise NotAllowed("packs are for those who read the whole force's figures")
    problems = Problems()
    problems.choice("unit", unit, PackUnit.values)
    if day != _last_day(day) or day_ends(day) > now:
        problems.add("day", "Choose a month that has ended")
    problems.refuse_if_any()
    try:
        with transaction.atomic():
            asked = PackRequest.objects.create(
                force_id=by.force_id, unit=unit, day=day, asked_by_id=by.user_id, asked_at=now
            )
    except IntegrityError:
        raise InvalidInput(
            {"": "This pack is being made already: look at it in the list"}
        ) from None
    log.record(
        by,
        operation=Operation.COLLECTION,
        kind=RecordKind.LEDGER_AGGREGATE,
        subjects=[],
        detail="governance pack asked for",
    )
    defer(asked)
    return asked


def ask_on_schedule(*, by: Viewer, now: datetime, defer: Defer) -> int:
    """Ask for last month's packs once the force's day of the month has come; gives how many.

    In a month without that day its last day counts. A pack that somebody asked for is not asked
    for again.
    """
    today = local_day(now)
    wanted = value_in_force(policies_of(by.force_id), PACK_DAY, now)
    if not isinstance(wanted, int) or today.day < min(wanted, _last_day(today).day):
        return 0
    day = today.replace(day=1) - timedelta(days=1)
    held = PackRequest.objects.filter(force_id=by.force_id, day=day)
    missing = sorted(set(PackUnit.values) - set(held.values_list("unit", flat=True)))
    for unit in missing:
        ask_for_pack(by=by, now=now, unit=unit, day=day, defer=defer)
    return len(missing)


def make_pack(request_id: int, *, clock: Clock) -> None:
    """Count every figure of a pack that was asked for, and keep it; for the worker.

    One that has ended already, or is none, is left alone; one that was begun and lost is begun
    anew. What cannot be made says so, and is raised again for the worker's own log.
    """
    waiting = PackRequest.objects.filter(pk=request_id, ended_at=None)
    asked = waiting.first()
    if asked is None:
        return
    try:
        _make(asked, clock)
    except Exception:  # whatever it was, whoever asked is told, and the worker logs it
        ended_at = max(clock(), asked.asked_at)
        waiting.update(ended_at=ended_at, problem=COULD_NOT)
        _tell(asked, "pack_failed", ended_at)
        raise


def _make(asked: PackRequest, clock: Clock) -> None:
    unit, begun_at = PackUnit(asked.unit), clock()
    row = PackRequest.objects.filter(pk=asked.pk)
    row.update(begun_at=begun_at, steps=figures_in(unit), steps_done=0)
    by = operator("worker", force_id=asked.force_id, route="worker:pack")
    contents = contents_of(
        pack_of(
            by,
            unit,
            asked.day,
            now=begun_at,
            counted=lambda: row.update(steps_done=F("steps_done") + 1),
        )
    )
    files = {"pdf": to_pdf(contents), "word": to_docx(contents)}
    with transaction.atomic():
        FinishedPack.objects.create(request=asked, contents=contents, known_at=begun_at, **files)
        ended_at = max(clock(), asked.asked_at)
        row.update(ended_at=ended_at)
        _tell(asked, "pack_made", ended_at)


def _tell(asked: PackRequest, code: str, now: datetime) -> None:
    """Tell whoever asked; the inspection liaison where the force's schedule did."""
    people = {asked.asked_by_id} if asked.asked_by_id else set()
    if not people:
        people = set(people_of(asked.force_id, now).holding(Role.INSPECTION_LIAISON))
    remind(asked.force_id, code, people=people, now=now, number=asked.pk)


def _last_day(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
