"""The database that this process works on, decided once, before Django's settings are read.

The command line opens or joins the database and says here which it is; the settings, a room that
the command line may not import, ask. Nothing secret passes through the environment that way.
"""

from dutybook.database.connections import DatabaseAccess

_chosen: list[DatabaseAccess] = []


def choose(access: DatabaseAccess) -> None:
    """Work on this database from now on. Raises RuntimeError when another was chosen before."""
    if _chosen and _chosen[0] != access:
        raise RuntimeError("this process already works on another database")
    _chosen[:] = [access]


def chosen() -> DatabaseAccess | None:
    """The database of this process, or None when nothing has opened one."""
    return _chosen[0] if _chosen else None
