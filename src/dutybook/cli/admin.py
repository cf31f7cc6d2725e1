"""`dutybook admin`: the first administrator of an empty installation."""

import getpass
from pathlib import Path

import click

from dutybook.cli.installation import data_option, opened


@click.group("admin")
def command() -> None:
    """Accounts that must be made before anybody can sign in."""


@command.command("create")
@data_option
@click.option("--force-key", required=True, help="A short key for the force, e.g. wealdmoor.")
@click.option("--force-name", required=True, help="The force's name as people write it.")
@click.option("--username", required=True, prompt="Username", help="Signs in with it.")
@click.option(
    "--name",
    "display_name",
    required=True,
    prompt="The administrator's name",
    help="Shown beside what the administrator does.",
)
@click.password_option("--password", help="Asked for when not given; at least 12 characters.")
def create(
    data: Path | None,
    force_key: str,
    force_name: str,
    username: str,
    display_name: str,
    password: str,
) -> None:
    """Make the force and its first administrator; refused when there is one already."""
    with opened(data, may_make=True):
        from datetime import UTC, datetime

        from django.db import transaction

        from dutybook.access import queries
        from dutybook.access.actions import create_first_administrator, create_force
        from dutybook.access.errors import AccessError
        from dutybook.access.viewer import operator

        by = operator(getpass.getuser(), route="command: admin create")
        try:
            with transaction.atomic():
                known = {force.key: force for force in queries.forces()}
                force = known.get(force_key) or create_force(by=by, key=force_key, name=force_name)
                create_first_administrator(
                    by=by,
                    force_id=force.pk,
                    username=username,
                    display_name=display_name,
                    password=password,
                    now=datetime.now(UTC),
                )
        except AccessError as problem:
            raise click.ClickException(str(problem)) from problem
        click.echo(f"Administrator {username} made for {force_name}. Start with: dutybook serve")
