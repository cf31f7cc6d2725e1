"""Who reads a governance pack: those who count the whole force, within the force.

Its figures are not suppressed, so the commissioner's office, whose views are, does not read it.
"""

from typing import Final

from dutybook.access.roles import Reach, RecordKind, Role, permission
from dutybook.access.viewer import Viewer

PACK_READERS: Final = frozenset(
    role
    for role in Role
    if permission(role, RecordKind.LEDGER_AGGREGATE).read is Reach.FORCE
    and role is not Role.COMMISSIONERS_OFFICE
)


PACK_ASKERS: Final = PACK_READERS - {Role.INSPECTOR}
"""Whoever comes to inspect reads what the force's own people made."""


def reads_packs(viewer: Viewer) -> bool:
    """Whether one of the viewer's roles reads packs."""
    return viewer.has_role(*PACK_READERS)


def asks_packs(viewer: Viewer) -> bool:
    """Whether one of the viewer's roles asks for packs to be made."""
    return viewer.has_role(*PACK_ASKERS)
