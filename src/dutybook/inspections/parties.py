"""Whose promise a commitment is, and who may therefore speak of it."""

from typing import Final

from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Party, PromisedIn

OF_THE_FORCE: Final = (Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER)


def may_step(by: Viewer, party: str) -> bool:
    """Whether the viewer is of those whose promise it is."""
    roles = OF_THE_FORCE if party == Party.FORCE else (Role.COMMISSIONERS_OFFICE,)
    return by.user_id is not None and by.has_role(*roles)


def may_promise(by: Viewer, party: str, promised_in: str) -> bool:
    """Whether the viewer may write the promise down: their own, or for the commissioner's office
    what the force promised at a meeting."""
    heard = promised_in == PromisedIn.MEETING and by.has_role(Role.COMMISSIONERS_OFFICE)
    return may_step(by, party) or (by.user_id is not None and heard)


def may_record_learning(by: Viewer) -> bool:
    """Whether the viewer answers for the force, or audits it."""
    return by.user_id is not None and by.has_role(*OF_THE_FORCE, Role.AUDITOR)
