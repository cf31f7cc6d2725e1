"""Who is in the inspector's room: those who come to inspect, and those who answer them."""

from typing import Final

from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer

ROOM_ANSWERERS: Final = frozenset({Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER})
ROOM_READERS: Final = ROOM_ANSWERERS | {Role.INSPECTOR, Role.AUDITOR}
"""The auditor draws the samples that are asked for."""


def is_in_room(viewer: Viewer) -> bool:
    """Whether the viewer sees what is asked and answered there."""
    return viewer.user_id is not None and viewer.has_role(*ROOM_READERS)


def answers_in_room(viewer: Viewer) -> bool:
    """Whether the viewer answers what is asked there."""
    return viewer.user_id is not None and viewer.has_role(*ROOM_ANSWERERS)
