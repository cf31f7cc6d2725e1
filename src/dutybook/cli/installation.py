"""Opening an installation: its database, Django upon it, its schema up to date.

Everything that the command line does with records happens inside `opened(...)`.
"""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import click

from dutybook.cli.progress import progress_bar
from dutybook.database import DatabaseAccess, grant_application, prepare_database, running_server
from dutybook.database.chosen import choose
from dutybook.database.errors import DatabaseSetupError
from dutybook.database.external import from_url
from dutybook.database.folders import DataFolder, default_data_folder

DATABASE_NAME = "dutybook"
MIGRATING = 1_297_698_386  # "MIGR": apart from any other use of advisory locks

data_option = click.option(
    "--data",
    "data",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="DUTYBOOK_DATA",
    help="The data folder (default: one of your account's; DUTYBOOK_DATA sets it too).",
)


@contextmanager
def database(data: Path | None, *, may_make: bool = False) -> Iterator[DatabaseAccess]:
    """The installation's database: DATABASE_URL's, or the embedded server's for the block's time.

    Where there is none yet it is made only if the command `may_make` one: a mistyped folder must
    not become an empty installation. A refusal becomes one message and exit code 1.
    """
    folder = data_folder(data)
    os.environ["DUTYBOOK_DATA"] = str(folder)
    try:
        if url := os.environ.get("DATABASE_URL"):
            folder.mkdir(parents=True, exist_ok=True)
            passwords = folder / "database-passwords.json"
            yield from_url(url, environment=os.environ, passwords=passwords)
        else:
            if not may_make:
                _refuse_absent(folder)
            with ExitStack() as stack:
                with progress_bar("Starting the database"):
                    server = stack.enter_context(running_server(folder))
                    access = prepare_database(server, DATABASE_NAME)
                yield access
    except DatabaseSetupError as problem:
        raise click.ClickException(str(problem)) from problem


def data_folder(data: Path | None) -> Path:
    """The data folder that a command was given, or the account's own."""
    return (data or default_data_folder(os.environ)).absolute()


def _refuse_absent(folder: Path) -> None:
    if not DataFolder.at(folder).cluster.exists():
        raise click.ClickException(
            f"There is no installation in {folder}. Name its folder with --data, or make one there "
            f"with `dutybook serve --data {folder}`; nothing was made."
        )


@contextmanager
def opened(
    data: Path | None, *, quiet: bool = False, may_make: bool = False
) -> Iterator[DatabaseAccess]:
    """The installation, migrated and ready for Django's models; see `database` for `may_make`."""
    with database(data, may_make=may_make) as access:
        start_django(access)
        migrate(access, quiet=quiet)
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
    """Bring the schema up to date as the owner, then give the other roles exactly their rights.

    Two commands at once take turns: the second finds the first one's work done.
    """
    from django.db import connections

    owner = connections["owner"]
    with owner.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
    try:
        _migrate_pending(quiet)
        append_only, public = walls()
        grant_application(access, append_only=append_only, public=public)
    finally:
        owner.close()  # which lets go of the lock


def _migrate_pending(quiet: bool) -> None:
    from django.core.management import call_command
    from django.core.management.commands.migrate import Command

    pending = pending_migrations()
    if not pending:
        return
    if not quiet:
        click.echo(f"Preparing the database ({len(pending)} steps) …")
    with progress_bar("preparing the database") as tell:
        done = 0

        class Migrating(Command):
            """Django's own command, telling each step."""

            def migration_progress_callback(
                self, action: str, migration: object = None, fake: bool = False
            ) -> None:
                nonlocal done
                done += action == "apply_success"
                tell("preparing the database", done, len(pending))

        call_command(Migrating(), database="owner", verbosity=0, interactive=False)


def pending_migrations() -> list[str]:
    """The names of the steps that the schema is behind; Django is set up."""
    from django.db import connections
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connections["owner"])
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label} {migration.name}" for migration, _ in plan]


def walls() -> tuple[list[str], list[str]]:
    """The tables that only grow, and those (or views) that the public site's role may read.

    A model says so itself: `append_only = True`, `public_readable = True`.
    """
    from django.apps import apps

    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    append_only = [m._meta.db_table for m in models if getattr(m, "append_only", False)]
    public = [m._meta.db_table for m in models if getattr(m, "public_readable", False)]
    return sorted(append_only), sorted(public)
