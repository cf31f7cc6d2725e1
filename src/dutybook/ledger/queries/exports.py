"""Which lists left the system as files; for whoever may read the access log."""

from dataclasses import dataclass
from datetime import datetime

from dutybook.access import log
from dutybook.access.consulting import consultation
from dutybook.access.errors import NotAllowed
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger.models import Export
from dutybook.ledger.queries.pages import PAGE_SIZE, Page, cut


@dataclass(frozen=True)
class ExportRow:
    """One file: of which list, narrowed how, with how many rows, by whom and why."""

    number: int
    list_name: str
    narrowed: str
    form: str
    rows: int
    reason: str
    made_by: str
    made_at: datetime


@consultation
def exports(viewer: Viewer, *, page: str = "", size: int = PAGE_SIZE) -> Page[ExportRow]:
    """The files that were made in the force, newest first; logged. Raises `NotAllowed`."""
    if not viewer.may_read(RecordKind.ACCESS_LOG):
        raise NotAllowed("your role may not read the access log")
    found = Export.objects.filter(force_id=viewer.force_id).values(
        *("id", "list_name", "narrowed", "form", "rows", "reason", "made_at"),
        "made_by__display_name",
    )
    rows, following = cut(found, ("-id",), after=page, size=size)
    log.record(
        viewer,
        operation=Operation.CONSULTATION,
        kind=RecordKind.ACCESS_LOG,
        subjects=[],
        detail="exports",
    )
    return Page(
        tuple(
            ExportRow(
                number=row["id"],
                list_name=row["list_name"],
                narrowed=row["narrowed"],
                form=row["form"],
                rows=row["rows"],
                reason=row["reason"],
                made_by=row["made_by__display_name"],
                made_at=row["made_at"],
            )
            for row in rows
        ),
        following,
    )
