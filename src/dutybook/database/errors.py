"""What can be wrong with the database, in words a person can act on.

Every message says what is wrong, where, and what to do next.
"""


class DatabaseSetupError(Exception):
    """Base of everything below: the database cannot be used as things stand."""


class BinariesMissingError(DatabaseSetupError):
    """PostgreSQL's programs were not found, or the server's account cannot run them."""


class FolderError(DatabaseSetupError):
    """A folder is missing, unreachable, or belongs to somebody else."""


class ServerStartError(DatabaseSetupError):
    """The server did not start, or not within the time given."""


class MajorVersionError(DatabaseSetupError):
    """The data folder was made by another major version of PostgreSQL."""


class RightsError(DatabaseSetupError):
    """A role has fewer, or more, rights than it must have."""


class UnsafeSettingsError(DatabaseSetupError):
    """The server runs with settings under which acknowledged work could be lost or exposed."""


class BackupError(DatabaseSetupError):
    """A backup could not be made, is damaged, or cannot be restored here."""
