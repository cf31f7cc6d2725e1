"""Who the command line acts for, and for which force."""

import getpass

import click

from dutybook.access.models import Force
from dutybook.access.viewer import Viewer, operator


def operator_of(force_id: int, route: str) -> Viewer:
    """The operator of this process; `route` names the command in the access log."""
    return operator(getpass.getuser(), force_id=force_id, route=route)


def force_named(key: str | None) -> int:
    """The id of the force with this key; without one, of the only force that holds records."""
    found = list(Force.objects.filter(holds_records=True).order_by("key"))
    chosen = [each for each in found if key in (None, each.key)]
    if len(chosen) != 1:
        names = ", ".join(each.key for each in found) or "none yet"
        raise click.ClickException(f"Name the force with --force. Forces here: {names}.")
    return int(chosen[0].pk)
