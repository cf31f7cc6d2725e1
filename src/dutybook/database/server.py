"""A running embedded server, as seen by a process that uses it."""

import dataclasses
from pathlib import Path

from dutybook.database.cluster import ADMIN_ROLE, PORT
from dutybook.database.connections import ConnectionParameters
from dutybook.database.folders import DataFolder
from dutybook.database.programs import Programs

OWNER_ROLE = "dutybook_owner"
APPLICATION_ROLE = "dutybook_app"
PUBLIC_ROLE = "dutybook_public"
ROLES = (ADMIN_ROLE, OWNER_ROLE, APPLICATION_ROLE, PUBLIC_ROLE)


@dataclasses.dataclass(frozen=True)
class Server:
    """Where the server is and how each role gets in."""

    folder: DataFolder
    sockets: Path
    programs: Programs
    passwords: dict[str, str] = dataclasses.field(repr=False)

    def connection(self, role: str, database: str) -> ConnectionParameters:
        """How `role` connects to `database`."""
        return ConnectionParameters(
            dbname=database,
            user=role,
            password=self.passwords[role],
            host=str(self.sockets),
            port=PORT,
        )

    def admin(self, database: str = "postgres") -> ConnectionParameters:
        """How the server's own administrator connects; for making databases, not for work."""
        return self.connection(ADMIN_ROLE, database)
