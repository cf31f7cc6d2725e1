"""The tables of the access room, one model a file."""

from dutybook.access.models.access_log_row import AccessLogRow, Operation
from dutybook.access.models.emergency_opening import EmergencyOpening, Justified
from dutybook.access.models.force import Force
from dutybook.access.models.form_draft import FormDraft
from dutybook.access.models.kept_search import KeptSearch
from dutybook.access.models.restricted_grant import RestrictedGrant
from dutybook.access.models.role_grant import RoleGrant
from dutybook.access.models.team import Team, Unit
from dutybook.access.models.user import RANK_TITLES, User

__all__ = [
    "RANK_TITLES",
    "AccessLogRow",
    "EmergencyOpening",
    "Force",
    "FormDraft",
    "Justified",
    "KeptSearch",
    "Operation",
    "RestrictedGrant",
    "RoleGrant",
    "Team",
    "Unit",
    "User",
]
