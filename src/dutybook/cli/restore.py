"""`dutybook restore`: an installation back from a backup."""

from pathlib import Path

import click

from dutybook.cli.installation import data_folder, data_option, database, migrate, start_django
from dutybook.cli.progress import progress_bar


@click.command("restore")
@data_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
def command(data: Path | None, file: Path) -> None:
    """Restore FILE into a new, empty installation; one that holds anything is refused."""
    from dutybook.database.backup import restore, verify_backup
    from dutybook.database.errors import DatabaseSetupError

    try:
        with progress_bar("looking at the backup") as progress:
            verify_backup(file, progress=progress)  # before an installation is made for it
    except DatabaseSetupError as problem:
        raise click.ClickException(str(problem)) from problem
    with database(data, may_make=True) as access:
        try:
            with progress_bar() as progress:
                restore(access, file, progress=progress)
        except DatabaseSetupError as problem:
            raise click.ClickException(str(problem)) from problem
        start_django(access)
        migrate(access)
    click.echo(f"Restored. Start with: dutybook serve --data {data_folder(data)}")
