"""`dutybook measures`: every figure, from the installation or from a folder of the engine's own."""

import csv
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.table import Table

from dutybook.cli.bad_input import BadInput
from dutybook.cli.installation import data_option, opened
from dutybook.cli.moments import DAY, LOCAL, end_of
from dutybook.duties.figures import LATENESS_BANDS, Measure

if TYPE_CHECKING:
    from dutybook.access.viewer import Viewer


@click.command("measures")
@click.option("--on", "day", type=DAY, required=True, help="The day whose end is looked at.")
@click.option("--known-at", type=DAY, help="Use what had been recorded by the end of this day.")
@click.option("--ledger", type=click.Path(path_type=Path), help="A ledger's folder.")
@click.option("--force", "force_key", help="The force's key, where there is more than one.")
@click.option("--by", default="", help="Group by level, team or owner, or by several with commas.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    show_default=True,
    help="How to print them: for people, for programs, for a spreadsheet.",
)
@data_option
def command(
    day: date,
    known_at: date | None,
    ledger: Path | None,
    force_key: str | None,
    by: str,
    form: str,
    data: Path | None,
) -> None:
    """Print every measure: numerator, denominator, unknowns, no standard, oldest, lateness."""
    dimensions = _dimensions(by)
    if ledger is not None:
        if known_at is not None:
            raise click.UsageError("a folder's ledger was made with its own --known-at")
        found = _from_folder(ledger, day, dimensions)
    else:
        found = _from_installation(data, day, known_at, force_key, dimensions)
    {"table": _print_table, "json": _print_json, "csv": _print_csv}[form](found)
    _tell_what_is_not_counted({one.duty for one in found})


def _dimensions(by: str) -> tuple[Any, ...]:
    named = tuple(each.strip() for each in by.split(",") if each.strip())
    for each in named:
        if each not in ("level", "team", "owner"):
            raise click.UsageError(f"--by takes level, team and owner, not {each!r}")
    return named


def _from_folder(ledger: Path, day: date, by: tuple[Any, ...]) -> tuple[Measure, ...]:
    from dutybook.duties.scale.errors import InputError
    from dutybook.duties.scale.run import measures_from_folder

    try:
        return measures_from_folder(ledger, day, by=by)
    except InputError as problem:
        raise BadInput(str(problem)) from problem


def _from_installation(
    data: Path | None,
    day: date,
    known_at: date | None,
    force_key: str | None,
    by: tuple[Any, ...],
) -> tuple[Measure, ...]:
    with opened(data, quiet=True):
        from dutybook.access.errors import AccessError
        from dutybook.cli.operators import force_named, operator_of
        from dutybook.ledger.queries import measures
        from dutybook.ledger.recorded import recorded_duties

        viewer = operator_of(force_named(force_key), "measures")
        _say_being_counted(viewer)
        moment = min(end_of(known_at), datetime.now(UTC)) if known_at else None
        try:
            return tuple(
                measures(viewer, day, duty=duty.key, now=datetime.now(UTC), by=by, known_at=moment)
                for duty in recorded_duties()
            )
        except AccessError as problem:
            raise click.ClickException(str(problem)) from problem


def _tell_what_is_not_counted(counted: set[str]) -> None:
    """Said beside the figures, so that whoever reads them never takes them for everything."""
    from dutybook.duties.catalogue import CATALOGUE

    absent = [key for key in CATALOGUE if key not in counted]
    if absent:
        click.echo(
            f"No records of this kind yet, so nothing is counted and nothing met: "
            f"{', '.join(absent)}.",
            err=True,
        )


def _say_being_counted(viewer: "Viewer") -> None:
    """On the error stream, so that what is printed can be piped."""
    from dutybook.ledger.queries.recounts import being_counted

    being = being_counted(viewer)
    if being is not None:
        click.echo(
            f"Figures are being counted again since {being.since:%d %B %Y %H:%M} UTC, because a "
            f"setting or a bank holiday changed: {being.subjects_done} of {being.subjects} records "
            "are done. Until then some rest on what stood before.",
            err=True,
        )


def _print_table(found: Iterable[Measure]) -> None:
    from dutybook.duties.catalogue.gaming import GAMING, companions_of

    console = Console()
    for one in found:
        total = one.total
        console.print(
            f"\n[bold]{one.title}[/bold]  ({one.duty}, definition {one.definition_version})"
        )
        console.print(
            f"{total.numerator} of {total.denominator}: {one.counts}; on {one.day:%d %B %Y}; "
            f"window {one.window}; known at {_moment(one.known_at)}",
            highlight=False,
        )
        console.print(
            f"unknown {total.unknown}, no standard set {total.no_standard}, late {total.late}, "
            f"authorised {total.authorised}, authorised late {total.authorised_late}, "
            f"in breach {total.in_breach}, unmet {total.unmet}; ledger {one.digest[:16]}",
            highlight=False,
        )
        beside = one.beside
        console.print(
            f"beside it: {beside.ended} ended, {beside.put_back} put back by a fall in level; of "
            f"{beside.met} met {beside.keyed_later} were keyed on a later day",
            highlight=False,
        )
        console.print(f"could be gamed: {GAMING[one.duty].how}", highlight=False)
        if companions_of(one.duty):
            console.print(f"read with: {', '.join(companions_of(one.duty))}", highlight=False)
        if one.unset_policies:
            console.print(f"unset: {', '.join(one.unset_policies)}", highlight=False)
        if one.oldest:
            console.print(
                f"oldest: subject {one.oldest.subject_id}, {one.oldest.overdue_days} days overdue",
                highlight=False,
            )
        if one.cells:
            console.print(_cells(one))
        if any(row.total for row in one.backlog):
            console.print(_backlog(one))


def _cells(one: Measure) -> Table:
    table = Table("level", "team", "owner", "shown", "of", "unknown", "no standard")
    for cell in one.cells:
        table.add_row(
            str(cell.level or "not recorded"),
            str(cell.team_id or "none"),
            str(cell.owner_id or "none"),
            *(str(n) for n in (cell.numerator, cell.denominator, cell.unknown, cell.no_standard)),
        )
    return table


def _backlog(one: Measure) -> Table:
    table = Table("overdue, days", *(name for name, _, _ in LATENESS_BANDS), "all")
    for row in one.backlog:
        table.add_row(str(row.level or "not recorded"), *map(str, row.by_lateness), str(row.total))
    return table


def _moment(microseconds: int) -> str:
    at = datetime.fromtimestamp(microseconds / 1_000_000, UTC).astimezone(LOCAL)
    return f"{at:%d %B %Y}" if at.time() >= time(23, 59, 59) else f"{at:%d %B %Y %H:%M}"


def _print_json(found: Iterable[Measure]) -> None:
    click.echo(json.dumps([asdict(one) for one in found], default=str, indent=2))


def _print_csv(found: Iterable[Measure]) -> None:
    writer = csv.writer(sys.stdout)
    head = ("numerator", "denominator", "unknown", "no_standard", "late", "authorised",
            "authorised_late", "in_breach", "unmet")  # fmt: skip
    writer.writerow(("duty", "day", "level", "team", "owner", *head, "definition", "digest"))
    for one in found:
        for cell in (one.total, *one.cells):
            writer.writerow(
                (one.duty, one.day, cell.level or "", cell.team_id or "", cell.owner_id or "",
                 *(getattr(cell, name) for name in head), one.definition_version, one.digest)
            )  # fmt: skip
