"""The letters that go with a response, drafted from what is known of it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.documents.response import (
    About,
    Letter,
    copy_to_inspectorate,
    copy_to_secretary_of_state,
    invitation,
)
from dutybook.inspections.models import LetterTo
from dutybook.inspections.queries.releases import releases_page
from dutybook.ledger.instants import local_day

COPIES: Final[Mapping[Any, Callable[..., Letter]]] = MappingProxyType(
    {
        LetterTo.INSPECTORATE: copy_to_inspectorate,
        LetterTo.SECRETARY_OF_STATE: copy_to_secretary_of_state,
    }
)


def draft_letter(viewer: Viewer, key: str, to: str, *, now: datetime, address: str) -> Letter:
    """A letter of today, for somebody of the office to look at, sign and send.

    `address` is where the public reads the response. Raises `NotAllowed`, and `NotFound` for an
    inspection that is not here, an addressee that section 55 does not name, and a copy of what was
    never released.
    """
    page = releases_page(viewer, key)
    today = local_day(now)
    last = next(iter(page.releases), None)
    about = About(
        body=page.force.body_title or None,
        holder=page.force.body_holder_name or None,
        force=page.force.name,
        title=page.inspection.title,
        report_published=page.inspection.published_on,
        recommendations=page.inspection.recommendations.count(),
        released_on=local_day(last.released_at) if last else None,
        address=address if last else None,
    )
    if to == LetterTo.CHIEF_OFFICER:
        sent = page.sent(to)
        return invitation(about, dated=today, answer_by=sent.answer_by if sent else None)
    if to not in COPIES or last is None:
        raise NotFound("no such letter")
    return COPIES[to](about, dated=today)
