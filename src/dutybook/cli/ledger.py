"""`dutybook ledger`: from a folder of facts to a ledger; or the stored ledger derived anew."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

import click

from dutybook.cli.installation import data_option, opened
from dutybook.cli.moments import DAY, end_of
from dutybook.cli.progress import progress_bar


@click.command("ledger")
@click.option("--facts", type=click.Path(path_type=Path), help="A folder with one file a table.")
@click.option("--policy", type=click.Path(path_type=Path), help="The force's settings, as JSON.")
@click.option("--known-at", type=DAY, help="Use what had been recorded by the end of this day.")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write the ledger to.")
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.option("--rebuild", is_flag=True, help="Derive the installation's own ledger anew.")
@data_option
def command(
    facts: Path | None,
    policy: Path | None,
    known_at: date | None,
    out: Path | None,
    as_json: bool,
    rebuild: bool,
    data: Path | None,
) -> None:
    """Evaluate every duty on the facts in a folder and write the ledger as Parquet.

    The folder holds one Parquet or CSV file for each fact table (`dutybook duties facts` lists
    them). With --rebuild instead, the installation's stored ledger is derived anew; that changes
    nothing when all is well.

    The policy file is JSON. Times without an offset are local; a value of null unsets a policy:

    \b
    {"format": "dutybook-policies-1",
     "force_id": 1,
     "policies": [{"policy_id": 1, "key": "visit.maximum", "level": "medium",
                   "value": 6, "unit": "months",
                   "from": "2024-04-01", "recorded_at": "2024-03-20T09:00",
                   "source": "Force procedure 12", "set_by": "Head of public protection"}],
     "bank_holidays": [{"day": "2029-01-01", "recorded_at": "2026-01-01"}]}
    """
    if rebuild:
        if facts or policy or out or known_at:
            raise click.UsageError("--rebuild takes none of --facts, --policy, --out, --known-at")
        _rebuild(data, as_json)
    elif facts is None or policy is None or out is None:
        raise click.UsageError("give --facts, --policy and --out, or --rebuild")
    else:
        _from_folder(facts, policy, known_at, out, as_json)


def _from_folder(
    facts: Path, policy: Path, known_at: date | None, out: Path, as_json: bool
) -> None:
    from dutybook.duties.scale.errors import InputError, OutputError
    from dutybook.duties.scale.run import ledger_from_folder

    moment = end_of(known_at) if known_at else datetime.now(UTC)
    microseconds = round(moment.timestamp() * 1_000_000)
    try:
        with progress_bar() as progress:
            folder = ledger_from_folder(
                facts, policy, known_at=microseconds, out=out, progress=progress
            )
    except (InputError, OutputError) as problem:
        raise click.ClickException(str(problem)) from problem
    outcome = {"out": str(out), "digests": dict(folder.digests)}
    if as_json:
        click.echo(json.dumps(outcome, indent=2))
        return
    for key, each in folder.digests.items():
        click.echo(f"{each[:16]}  {key}")
    click.echo(f"The ledger is in {out}")


def _rebuild(data: Path | None, as_json: bool) -> None:
    with opened(data, quiet=True):
        from dutybook.access.models import Force
        from dutybook.cli.operators import operator_of
        from dutybook.ledger.actions import rebuild

        for force in Force.objects.filter(holds_records=True).order_by("id"):
            with progress_bar() as progress:
                written = rebuild(by=operator_of(force.pk, "ledger rebuild"), progress=progress)
            if as_json:
                click.echo(
                    json.dumps(
                        {"force": force.key, "entries": written.entries, "spans": written.spans}
                    )
                )
            else:
                click.echo(
                    f"{force.name}: {written.entries} entries and {written.spans} spans differed"
                )
