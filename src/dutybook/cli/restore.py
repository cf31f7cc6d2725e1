"""`dutybook restore`: an installation back from a backup."""

from pathlib import Path

import click

from dutybook.cli.installation import data_option, database, migrate, start_django
from dutybook.cli.progress import progress_bar


@click.command("restore")
@data_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def command(data: Path | None, file: Path) -> None:
    """Restore FILE into a new, empty installation; one that holds anything is refused."""
    from dutybook.database.backup import restore
    from dutybook.database.errors import DatabaseSetupError

    with database(data, may_make=True) as access:
        try:
            with progress_bar() as progress:
                restore(access, file, progress=progress)
        except DatabaseSetupError as problem:
            raise click.ClickException(str(problem)) from problem
        start_django(access)
        migrate(access)
