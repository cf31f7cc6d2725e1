"""Keeping a narrowed list under a name, and forgetting it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import KeptSearch, Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer

MOST_SEARCHES: Final = 50
MOST_FILTERS: Final = 20


@transaction.atomic
def keep_search(
    *,
    by: Viewer,
    now: datetime,
    list_name: str,
    title: str,
    filters: Mapping[str, str],
    words: str,
) -> KeptSearch:
    """Keep a list as it is narrowed; one of the same name is replaced.

    `filters` stand in an address, so they name nobody. Raises `InvalidInput`.
    """
    if by.user_id is None:
        raise NotAllowed("a kept search is somebody's own")
    name = title.strip()
    if not name:
        raise InvalidInput({"title": "Give the search a name"})
    if len(name) > 80:
        raise InvalidInput({"title": "Use 80 characters or fewer"})
    if len(filters) > MOST_FILTERS or any(len(value) > 200 for value in filters.values()):
        raise InvalidInput({"": "This is no search that could be kept"})
    held = KeptSearch.objects.filter(user_id=by.user_id)
    if held.exclude(title=name).count() >= MOST_SEARCHES:
        raise InvalidInput({"": f"You have kept {MOST_SEARCHES} searches. Forget one first"})
    made, _ = KeptSearch.objects.update_or_create(
        user_id=by.user_id,
        title=name,
        defaults={
            "list_name": list_name,
            "filters": dict(filters),
            "words": words[:400],
            "kept_at": now,
        },
    )
    _log(by, "search kept")
    return made


@transaction.atomic
def drop_search(*, by: Viewer, search_id: int) -> None:
    """Forget one of one's own. Raises `NotFound`."""
    dropped, _ = KeptSearch.objects.filter(pk=search_id, user_id=by.user_id).delete()
    if not dropped:
        raise NotFound("no such search of yours")
    _log(by, "search forgotten")


def _log(by: Viewer, detail: str) -> None:
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RecordKind.ACCOUNT,
        subjects=[by.user_id] if by.user_id else [],
        detail=detail,
    )
