"""The database: an embedded PostgreSQL that needs no setting up, or one named by DATABASE_URL.

Nothing here knows Django. The whole public interface:

    with running_server("DATA") as server:            # starts it, or joins the running one
        access = prepare_database(server, "dutybook")  # makes it if absent
        ...migrate through access.owner...
        grant_application(access, append_only=["access_log"], public=["released_page"])
        access.application.django()                   # an entry for Django's DATABASES

`running_server(folder, server_account=None, recovery_seconds=120)` yields a `Server`; the server
stops when its last user has left, however it ended. `stop_server(folder)` stops it for everyone.
`default_data_folder(environment)` is where data goes when nobody says.

`prepare_database(server, name)` and `from_url(url, environment=…, passwords=…)` (a server of the
force's own) each give a `DatabaseAccess`: `owner` (migrates), `application` (works on rows),
`public` (reads what is named) and, embedded only, `admin`; each a `ConnectionParameters` with
`.connect()`, `.conninfo()` and `.django()`.

`grant_application(access, append_only=…, public=…, read_only=())` builds the walls: it is run
after every migration, is idempotent, and PostgreSQL then refuses the application's update, delete
and truncate on append-only tables. `current_walls(access)` reads them back, and
`holes_in_walls(access, walls)` tries them.

`create_template(server, name, build)`, `clone_database(server, template, name)` and
`drop_database(server, name)` serve tests: migrate once, copy for each test.

In `dutybook.database.backup`: `backup(access, file, progress=…)` writes a proved backup,
`verify_backup(file)` proves it again, and `restore(access, file, progress=…)` fills an empty
database and compares every table.

`upgrade_data_folder(folder, progress=…)` moves a folder to the installed major version.

Every error is a `DatabaseSetupError` whose message says what is wrong, where, and what to do.
"""

from dutybook.database.checks import refuse_unsafe_settings, unsafe_settings
from dutybook.database.connections import ConnectionParameters, DatabaseAccess
from dutybook.database.errors import (
    BackupError,
    BinariesMissingError,
    DatabaseSetupError,
    FolderError,
    MajorVersionError,
    RightsError,
    ServerStartError,
    UnsafeSettingsError,
)
from dutybook.database.external import from_url
from dutybook.database.folders import DataFolder, default_data_folder
from dutybook.database.grants import Walls, current_walls, grant_application
from dutybook.database.roles import prepare_database
from dutybook.database.server import Server
from dutybook.database.supervisor import running_server, stop_server
from dutybook.database.templates import clone_database, create_template, drop_database
from dutybook.database.tried import holes_in_walls
from dutybook.database.upgrade import upgrade_data_folder

__all__ = [
    "BackupError",
    "BinariesMissingError",
    "ConnectionParameters",
    "DataFolder",
    "DatabaseAccess",
    "DatabaseSetupError",
    "FolderError",
    "MajorVersionError",
    "RightsError",
    "Server",
    "ServerStartError",
    "UnsafeSettingsError",
    "Walls",
    "clone_database",
    "create_template",
    "current_walls",
    "default_data_folder",
    "drop_database",
    "from_url",
    "grant_application",
    "holes_in_walls",
    "prepare_database",
    "refuse_unsafe_settings",
    "running_server",
    "stop_server",
    "unsafe_settings",
    "upgrade_data_folder",
]
