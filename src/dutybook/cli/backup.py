"""`dutybook backup`: everything of an installation in one file."""

from pathlib import Path

import click

from dutybook.cli.installation import data_option, opened
from dutybook.cli.progress import progress_bar


@click.command("backup")
@data_option
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def command(data: Path | None, file: Path) -> None:
    """Write a backup of the database to FILE; the installation may be in use meanwhile."""
    from dutybook.database.backup import backup
    from dutybook.database.errors import DatabaseSetupError

    with opened(data, quiet=True) as access:
        try:
            with progress_bar() as progress:
                made = backup(access, file, progress=progress)
        except DatabaseSetupError as problem:
            raise click.ClickException(str(problem)) from problem
    click.echo(
        f"Backed up: {file}, {made.size / 1e6:,.1f} MB and its manifest beside it. It holds "
        "personal data, unencrypted: keep it where only you can read it."
    )
