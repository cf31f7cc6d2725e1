"""`dutybook inspections`: published responses in."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from dutybook.cli.installation import data_option, opened
from dutybook.documents.reading import (
    PublishedResponse,
    ReadingError,
    load_published_response,
)


@click.group("inspections")
def command() -> None:
    """Inspections, and what forces have published in response."""


@command.command("list")
@data_option
def list_(data: Path | None) -> None:
    """The inspections known here, with their keys."""
    with opened(data, quiet=True):
        from dutybook.inspections.models import Inspection

        for each in Inspection.objects.order_by("-published_on", "id"):
            click.echo(f"{each.published_on}  {each.key}\n            {each.title}")


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read and show; needs no database, changes nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.option("--force", "force_key", help="The force's key, where the document names none.")
@data_option
def import_(
    file: Path, dry_run: bool, as_json: bool, force_key: str | None, data: Path | None
) -> None:
    """Read a published response from FILE and keep it; the same file twice changes nothing."""
    try:
        reading = load_published_response(file)
    except ReadingError as problem:
        raise click.ClickException(str(problem)) from problem
    outcome = None if dry_run else _keep(file, force_key, data)
    if as_json:
        kept: dict[str, Any] = {} if outcome is None else {"import": outcome}
        click.echo(json.dumps({**reading.to_json(), **kept}, ensure_ascii=False, indent=2))
    else:
        _show(reading, outcome)


def _keep(file: Path, force_key: str | None, data: Path | None) -> dict[str, Any]:
    with opened(data, quiet=True, may_make=True):
        from dataclasses import asdict

        from dutybook.access.errors import InvalidInput
        from dutybook.cli.operators import operator_of
        from dutybook.inspections.actions import import_response, load_library

        who = operator_of(0, "inspections import")
        try:
            load_library(by=who)
            result = import_response(
                content=file.read_bytes(),
                file_name=file.name,
                by=who,
                now=datetime.now(UTC),
                force_key=force_key,
            )
        except InvalidInput as problem:
            raise click.ClickException("; ".join(problem.problems.values())) from problem
        return asdict(result)


def _show(reading: PublishedResponse, outcome: dict[str, Any] | None) -> None:
    console = Console(soft_wrap=False)
    inspection = reading.inspection
    console.print(f"[bold]{inspection.title or 'No title found'}[/bold]")
    console.print(f"Published: {inspection.published_as_printed or 'not stated'}")
    table = Table("Number", "Deadline as printed", "Asked", "Position of the force")
    for each in reading.recommendations:
        words = each.to_json()
        table.add_row(
            str(each.number),
            each.deadline_as_printed or "not stated",
            f"{len(str(words['text']).split())} words",
            str(words["position"]),
        )
    console.print(table)
    console.print(
        f"{len(reading.recommendations)} recommendations; statement by "
        f"{reading.statement.name or 'nobody named'}."
    )
    for warning in reading.warnings:
        console.print(f"Look at: {warning.message}", highlight=False)
    for line in reading.unplaced:
        console.print(f"Not placed, line {line.number}: {line.text}", highlight=False)
    if not reading.unplaced:
        console.print("Every line of the file has been placed.")
    if outcome is None:
        console.print("Dry run: nothing was kept.")
    elif outcome["is_new"]:
        console.print(f"Kept as response {outcome['response_id']} of {outcome['force_key']}.")
    else:
        console.print("This file had been imported before: nothing has changed.")
