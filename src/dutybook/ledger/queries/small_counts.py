"""Counts of a few, which are a few people, from those whose views are suppressed.

The commissioner's office reads aggregates, and reads them every day: what the public may not have
by itself is not shown to it either. The smallest count is the force's setting; while it is unset
no count is shown to the office.
"""

from collections.abc import Iterable
from typing import Final

from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer

NO_SMALLEST: Final = "the force has not set the smallest count that is published"
SMALL: Final = "a number in it is smaller than {smallest}"


def is_suppressed(viewer: Viewer) -> bool:
    """Whether small counts are held back from this viewer."""
    return viewer.has_role(Role.COMMISSIONERS_OFFICE)


def why_held_back(viewer: Viewer, counts: Iterable[int], smallest: int | str | None) -> str | None:
    """Why these counts are not shown to the viewer; None when they are. `smallest` is the force's
    setting."""
    if not is_suppressed(viewer):
        return None
    if not isinstance(smallest, int):
        return NO_SMALLEST
    if any(0 < abs(count) < smallest for count in counts):
        return SMALL.format(smallest=smallest)
    return None
