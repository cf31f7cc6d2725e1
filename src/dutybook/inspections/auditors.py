"""Who tests records against their files, and the records of which duties a file exists of."""

from typing import Final

from dutybook.access.roles import TEAM_ROLES, RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import Limb
from dutybook.ledger.policy_keys import duty_of
from dutybook.ledger.subjects import OWNED

ANSWERING_FOR_THE_WORK: Final = TEAM_ROLES | {Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER}
"""Who does the work or answers for it: they do not test it."""


def may_test(viewer: Viewer) -> bool:
    """Whether the viewer is an auditor outside the work."""
    audits = viewer.user_id is not None and viewer.may_write(RecordKind.CASE_AUDIT)
    return audits and not viewer.has_role(*ANSWERING_FOR_THE_WORK)


def duties_to_test(limb: Limb) -> tuple[str, ...]:
    """The limb's duties on records that a file exists of. A member of staff's screening is for
    nobody but the wellbeing lead, and the force's own documents are no cases.
    """
    return tuple(duty for duty in limb.duties if duty_of(duty).subject in OWNED)
