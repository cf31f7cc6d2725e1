"""`dutybook response`: the statutory response out, in every form."""

import json
from datetime import UTC, datetime
from pathlib import Path

import click

from dutybook.cli.installation import data_option, opened
from dutybook.documents.reading import ReadingError, load_published_response
from dutybook.documents.response import (
    ResponseDocument,
    ResponseError,
    build_from_reading,
    write_response,
)


@click.group("response")
def command() -> None:
    """The local policing body's response to an inspection."""


@command.command("build")
@click.option("--inspection", "inspection_key", help="An inspection of this installation.")
@click.option("--from", "source", type=click.Path(path_type=Path), help="A published response.")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to fill.")
@click.option("--force", "force_key", help="The force's key, where there is more than one.")
@click.option("--json", "as_json", is_flag=True, help="Print where the files are as JSON.")
@data_option
def build(
    inspection_key: str | None,
    source: Path | None,
    out: Path,
    force_key: str | None,
    as_json: bool,
    data: Path | None,
) -> None:
    """Write a response into a folder: web page, tagged PDF, Word, text, open data and OSCAL.

    --from converts a published document and needs no database. --inspection builds the
    force's own response from the positions, comments and figures of this installation.
    """
    if (inspection_key is None) == (source is None):
        raise click.UsageError("give either --inspection KEY or --from FILE")
    document = _converted(source) if source else _own(str(inspection_key), force_key, data)
    try:
        written = write_response(document, out, made_at=datetime.now(UTC))
    except ResponseError as problem:
        raise click.ClickException(str(problem)) from problem
    if as_json:
        places = {end: str(path) for end, path in written.files.items()}
        click.echo(json.dumps({**places, "schema": str(written.schema)}))
    else:
        names = ", ".join(path.name for path in written.files.values())
        click.echo(f"Written into {out}: {names}, and {written.schema.name}")


def _converted(source: Path) -> ResponseDocument:
    try:
        return build_from_reading(load_published_response(source))
    except ReadingError as problem:
        raise click.ClickException(str(problem)) from problem


def _own(inspection_key: str, force_key: str | None, data: Path | None) -> ResponseDocument:
    with opened(data, quiet=True):
        from dutybook.access.errors import AccessError, NotFound
        from dutybook.cli.operators import force_named, operator_of
        from dutybook.inspections.queries import response_document

        force = force_named(force_key)
        now = datetime.now(UTC)
        try:
            return response_document(
                operator_of(force, "response build"), inspection_key, day=now.date(), now=now
            )
        except NotFound as problem:
            raise click.ClickException(
                f"There is no inspection {inspection_key!r} here. `dutybook inspections list` "
                "shows those there are."
            ) from problem
        except AccessError as problem:
            raise click.ClickException(str(problem)) from problem
