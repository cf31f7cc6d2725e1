"""What is held of staff: roles and the status of screening, one table a file."""

from dutybook.records.workforce.models.role import Role
from dutybook.records.workforce.models.screening import Screening
from dutybook.records.workforce.models.staff_member import StaffMember

__all__ = [
    "Role",
    "Screening",
    "StaffMember",
]
