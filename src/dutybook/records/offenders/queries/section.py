"""One section of an offender's record: what is owed in it and what was recorded in it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.queries import Event, Page, SubjectEntry, looks, timeline
from dutybook.ledger.queries.subject_lists import entries_beneath
from dutybook.records.offenders.queries.header import Header, header_of


@dataclass(frozen=True)
class SectionPage:
    """The header, the open entries of the section's duties, and a page of its events."""

    header: Header
    due: tuple[SubjectEntry, ...]
    events: Page[Event]


@transaction.atomic
def section_page(
    viewer: Viewer,
    subject_id: int,
    *,
    now: datetime,
    tables: Sequence[str],
    duties: Collection[str],
    page: str = "",
) -> SectionPage:
    """Of an offender what `duties` are owed and what `tables` hold; logged as one consultation.

    Raises `NotFound` for a hidden or absent offender, `InvalidInput` for a page there is not.
    """
    header = header_of(viewer, subject_id, now)
    owed = entries_beneath(viewer, subject_id, local_day(now))
    events = timeline(viewer, subject_id, tables=tables, page=page)
    looks.log_subjects(viewer, [(SubjectKind.OFFENDER, subject_id)], detail="offender section")
    return SectionPage(header, tuple(one for one in owed if one.duty in duties), events)
