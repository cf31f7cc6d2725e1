"""The only writes of the access room: keyword-only, atomic, each with its access-log row."""

from dutybook.access.actions.accounts import (
    change_user,
    create_user,
    deactivate,
    reactivate,
)
from dutybook.access.actions.drafts import drop_draft, drop_old_drafts, keep_draft
from dutybook.access.actions.installation import (
    change_force,
    create_first_administrator,
    create_force,
    create_team,
)
from dutybook.access.actions.passwords import change_own_password, set_password
from dutybook.access.actions.restricted import end_restricted, open_restricted
from dutybook.access.actions.role_grants import end_role, grant_role
from dutybook.access.actions.searches import drop_search, keep_search

__all__ = [
    "change_force",
    "change_own_password",
    "change_user",
    "create_first_administrator",
    "create_force",
    "create_team",
    "create_user",
    "deactivate",
    "drop_draft",
    "drop_old_drafts",
    "drop_search",
    "end_restricted",
    "end_role",
    "grant_role",
    "keep_draft",
    "keep_search",
    "open_restricted",
    "reactivate",
    "set_password",
]
