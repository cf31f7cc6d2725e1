"""`dutybook inspections`: published responses in, and descriptions of inspections in and out."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from dutybook.cli.installation import data_option, opened
from dutybook.documents.inspections import (
    InspectionError,
    inspection_json,
    load_inspection,
)
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


@command.command("add")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Read and check only; needs no database.")
@data_option
def add(file: Path, dry_run: bool, data: Path | None) -> None:
    """Add an inspection from its description in FILE, or a newer edition of one that is here."""
    try:
        found = load_inspection(file.read_bytes(), name=file.name)
    except OSError as problem:
        raise click.ClickException(f"{file}: it cannot be read. {problem.strerror}") from problem
    except InspectionError as problem:
        raise click.ClickException(str(problem)) from problem
    limbs = len(found.limbs())
    click.echo(f"{found.title}, edition {found.version}: "
               f"{len(found.recommendations)} recommendations, {limbs} limbs.")  # fmt: skip
    if dry_run:
        click.echo("Dry run: nothing was kept.")
        return
    with opened(data, quiet=True, may_make=True):
        from dutybook.access.errors import InvalidInput
        from dutybook.cli.operators import operator_of
        from dutybook.inspections.actions import add_inspection, load_library

        who = operator_of(0, "inspections add")
        load_library(by=who)
        try:
            added = add_inspection(by=who, described=found)
        except InvalidInput as problem:
            raise click.ClickException("; ".join(problem.problems.values())) from problem
    click.echo("Kept." if added else "This edition, or a newer one, is here already.")


@command.command("export")
@click.argument("key")
@click.option("--output", type=click.Path(path_type=Path), help="A file, instead of the screen.")
@data_option
def export(key: str, output: Path | None, data: Path | None) -> None:
    """Write the inspection KEY as a description that `add` reads."""
    with opened(data, quiet=True):
        from dutybook.access.errors import NotFound
        from dutybook.cli.operators import operator_of
        from dutybook.inspections.queries import described

        try:
            text = inspection_json(described(operator_of(0, "inspections export"), key))
        except NotFound as problem:
            raise click.ClickException(
                f"no inspection is called {key!r}. `dutybook inspections list` names them."
            ) from problem
    if output is None:
        click.echo(text, nl=False)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(f"Written to {output}.")


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
