"""Opening an installation: its database, Django upon it, its schema up to date.

Everything that the command line does with records happens inside `opened(...)`.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dutybook.database import DatabaseAccess, grant_application, prepare_database, running_server
from dutybook.database.chosen import choose
from dutybook.database.errors import DatabaseSetupError
from dutybook.database.external import from_url
from dutybook.database.folders import default_data_folder

DATABASE_NAME = "dutybook"

data_option = click.option(
    "--data",
    "data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="DUTYBOOK_DATA",
    help="The data folder (default: one of your account's; DUTYBOOK_DATA sets it too).",
)


@contextmanager
def database(data: Path | None) -> Iterator[DatabaseAccess]:
    """The installation's database: DATABASE_URL's, or the embedded server's for the block's time.

    A refusal of the database room becomes one message and exit code 1.
    """
    folder = (data or default_data_folder(os.environ)).absolute()
    os.environ["DUTYBOOK_DATA"] = str(folder)
    try:
        if url := os.environ.get("DATABASE_URL"):
            folder.mkdir(parents=True, exist_ok=True)
            passwords = folder / "database-passwords.json"
            yield from_url(url, environment=os.environ, passwords=passwords)
        else:
            with running_server(folder) as server:
                yield prepare_database(server, DATABASE_NAME)
    except DatabaseSetupError as problem:
        raise click.ClickException(str(problem)) from problem


@contextmanager
def opened(data: Path | None, *, quiet: bool = False) -> Iterator[DatabaseAccess]:
    """The installation, migrated and ready for Django's models."""
    with database(data) as access:
        start_django(access)
        migrate(access, quiet=quiet)
        yield access


@contextmanager
def joined(data: Path | None) -> Iterator[DatabaseAccess]:
    """An installation that the server has prepared, for a worker that migrates nothing.

    Refused while its schema is not the one that this version works with.
    """
    with database(data) as access:
        start_django(access)
        if _pending():
            raise click.ClickException(
                "The database is not prepared for this version. Start `dutybook serve` first: it "
                "prepares the database."
            )
        yield access


def start_django(access: DatabaseAccess | None = None) -> None:
    """Load Django on this database; without one, only what needs no database works."""
    import django

    if access is not None:
        choose(access)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dutybook.config.settings")
    folder = default_data_folder(os.environ)
    os.environ.setdefault("NUMBA_CACHE_DIR", str(folder / "compiled"))
    django.setup()


def migrate(access: DatabaseAccess, *, quiet: bool = False) -> None:
    """Bring the schema up to date as the owner, then give the other roles exactly their rights."""
    from django.core.management import call_command
    from django.db import connections

    pending = _pending()
    if pending:
        if not quiet:
            click.echo(f"Preparing the database ({pending} steps) …")
        call_command("migrate", database="owner", verbosity=0, interactive=False)
        connections["owner"].close()
    append_only, public = walls()
    grant_application(access, append_only=append_only, public=public)


def _pending() -> int:
    """How many steps the schema is behind."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    owner = connections["owner"]
    executor = MigrationExecutor(owner)
    pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    owner.close()
    return pending


def walls() -> tuple[list[str], list[str]]:
    """The tables that only grow, and those (or views) that the public site's role may read.

    A model says so itself: `append_only = True`, `public_readable = True`.
    """
    from django.apps import apps

    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    append_only = [m._meta.db_table for m in models if getattr(m, "append_only", False)]
    public = [m._meta.db_table for m in models if getattr(m, "public_readable", False)]
    return sorted(append_only), sorted(public)
