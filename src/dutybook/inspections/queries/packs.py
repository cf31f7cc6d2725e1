"""The governance packs of a force: those being made, and those that were."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from dutybook.access import log
from dutybook.access.consulting import consultation
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import FinishedPack, PackRequest, PackUnit
from dutybook.inspections.pack_readers import reads_packs
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import PACK_DAY
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut

FILES = {"pdf": "pdf", "docx": "word"}
"""By how a file's name ends: the column that holds it."""


@dataclass(frozen=True)
class PackRow:
    """One pack in the list; `asked_by` is None where the schedule asked for it."""

    number: int
    unit: str
    day: date
    asked_by: str | None
    asked_at: datetime
    steps: int
    steps_done: int
    ended_at: datetime | None
    problem: str

    @property
    def is_made(self) -> bool:
        return self.ended_at is not None and not self.problem


@dataclass(frozen=True)
class Packs:
    """The list, and on which day of each month packs are made by themselves (None: on none)."""

    page: Page[PackRow]
    scheduled: int | None


@consultation
def packs(
    viewer: Viewer, *, now: datetime, unit: str | None = None, page: str = "", size: int = PAGE_SIZE
) -> Packs:
    """The force's packs, the newest asked for first, perhaps of one unit.

    Raises `NotAllowed`, and `InvalidInput` for a unit or a page that does not exist.
    """
    found = _packs(viewer).select_related("asked_by")
    if unit is not None:
        if unit not in PackUnit.values:
            raise InvalidInput({"unit": "Choose one of the units"})
        found = found.filter(unit=unit)
    rows, following = cut(found, ("-id",), after=page, size=size)
    day = value_in_force(policies_of(viewer.force_id), PACK_DAY, now)
    return Packs(
        page=Page(tuple(_row(row) for row in rows), following),
        scheduled=day if isinstance(day, int) else None,
    )


@consultation
def pack(viewer: Viewer, number: int) -> tuple[PackRow, dict[str, Any] | None]:
    """One pack and, once it is made, what it says; read as figures are, and logged so."""
    asked = _packs(viewer).select_related("asked_by", "finished").filter(pk=number).first()
    if asked is None:
        raise NotFound("no pack with this number")
    finished = getattr(asked, "finished", None)
    _log(viewer, "governance pack")
    return _row(asked), finished.contents if finished else None


@consultation
def pack_file(viewer: Viewer, number: int, form: str) -> bytes:
    """A made pack as a file: `pdf` or `docx`. Raises `NotFound` for one that is not there."""
    if form not in FILES:
        raise NotFound("a pack has no such file")
    asked = _packs(viewer).values("pk")
    found = FinishedPack.objects.filter(request_id=number, request__in=asked)
    data = found.values_list(FILES[form], flat=True).first()
    if data is None:
        raise NotFound("no pack with this number")
    _log(viewer, "governance pack as a file")
    return bytes(data)


def _packs(viewer: Viewer) -> Any:
    if not reads_packs(viewer):
        raise NotAllowed("packs are for those who read the whole force's figures")
    return PackRequest.objects.filter(force_id=viewer.force_id)


def _log(viewer: Viewer, detail: str) -> None:
    log.record(
        viewer,
        operation=Operation.CONSULTATION,
        kind=RecordKind.LEDGER_AGGREGATE,
        subjects=[],
        detail=detail,
    )


def _row(asked: PackRequest) -> PackRow:
    return PackRow(
        number=asked.pk,
        unit=str(PackUnit(asked.unit).label),
        day=asked.day,
        asked_by=asked.asked_by.display_name if asked.asked_by else None,
        asked_at=asked.asked_at,
        steps=asked.steps,
        steps_done=asked.steps_done,
        ended_at=asked.ended_at,
        problem=asked.problem,
    )
