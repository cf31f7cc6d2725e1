"""What a process that starts the server tells the supervisor."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Plan:
    """What the supervisor must know. `uid` and `gid` are None when the server runs as us.

    `supervisor_lock` is the number of an inherited open file, already locked.
    """

    command: list[str]
    cluster: str
    sockets: str
    supervisor_lock: int
    users_lock: str
    uid: int | None
    gid: int | None
