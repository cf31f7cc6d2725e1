"""`dutybook demo`: the demonstration force, for an empty installation."""

import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dutybook.cli.installation import data_option, opened
from dutybook.cli.progress import progress_bar

if TYPE_CHECKING:
    from dutybook.demo.loading import Size


@click.command("demo")
@click.option(
    "--offenders",
    default=1400,
    show_default=True,
    type=click.IntRange(1, 200_000),
    help="How many offenders; referrals, bail and staff grow with them.",
)
@click.option(
    "--years",
    default=6,
    show_default=True,
    type=click.IntRange(1, 40),
    help="How many years of history, up to today.",
)
@click.option("--seed", default=7, show_default=True, help="Another seed, other people.")
@data_option
def command(offenders: int, years: int, seed: int, data: Path | None) -> None:
    """Load a force of invented people; refused where there is a force already.

    The same seed, size and day give the same force. Its policies are illustrative values.
    """
    with opened(data, may_make=True):
        from dutybook.demo.loading import Size, is_empty

        if not is_empty():
            raise click.ClickException(
                "There is a force in this installation already. Name another data folder: "
                "dutybook demo --data FOLDER"
            )
        load(Size(offenders=offenders, years=years, seed=seed))
        for line in sign_ins():
            click.echo(line)


def load_if_empty() -> None:
    """Load the demonstration at its usual size unless there is a force here; Django is set up."""
    from dutybook.demo.loading import Size, is_empty

    if is_empty():
        click.echo("Loading the demonstration force (everyone in it is invented) …")
        load(Size())


def load(size: "Size") -> None:
    """Load, with progress, and say how much and how long."""
    from dutybook.demo.loading import load_demonstration

    began = time.monotonic()
    with progress_bar() as progress:
        loaded = load_demonstration(size=size, now=datetime.now(UTC), progress=progress)
        _analyse()
    click.echo(f"{loaded:,} facts loaded in {time.monotonic() - began:.0f} seconds")


def _analyse() -> None:
    """Let the first pages be planned with the new rows in view; only the owner may ask for it."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        cursor.execute("ANALYZE")
    connections["owner"].close()


def sign_ins() -> list[str]:
    """The demonstration's accounts, as lines to print; none where there is no demonstration."""
    from dutybook.access.models import Force, User
    from dutybook.demo import force as structure

    if not Force.objects.filter(key=structure.FORCE_KEY, is_demonstration=True).exists():
        return []
    known = ["manager", "sergeant", "investigator", *(each[0] for each in structure.SPECIALISTS)]
    there = set(User.objects.filter(username__in=known).values_list("username", flat=True))
    names = ", ".join(name for name in known if name in there)
    return [
        "Everyone in this force is invented. Sign in as one of:",
        f"  {names}",
        f"  password for all of them: {structure.PASSWORD}",
    ]
