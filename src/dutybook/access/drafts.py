"""What somebody typed and has not saved: read by its writer alone, for a day."""

from datetime import datetime, timedelta
from typing import Final

from dutybook.access.models import FormDraft
from dutybook.access.viewer import Viewer

DAY: Final = timedelta(days=1)
MOST_FIELDS: Final = 300
LARGEST: Final = 60_000
"""Characters that a draft may hold."""


def draft_of(viewer: Viewer, place: str, *, now: datetime) -> FormDraft | None:
    """What the viewer typed into the form at `place` within the last day; None when nothing."""
    found = FormDraft.objects.filter(user_id=viewer.user_id, place=place, kept_at__gt=now - DAY)
    return found.first()
