"""Who the command line acts for: the person's account on the machine, named in the access log."""

import getpass

from dutybook.access.viewer import Viewer, operator


def operator_of(force_id: int, route: str) -> Viewer:
    """The operator of this process; `route` names the command."""
    return operator(getpass.getuser(), force_id=force_id, route=route)
