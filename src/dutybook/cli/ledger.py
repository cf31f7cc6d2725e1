"""`dutybook ledger`: from a folder of facts to a ledger; or the stored ledger derived anew."""

import difflib
import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dutybook.cli.amounts import MEMORY
from dutybook.cli.bad_input import BadInput
from dutybook.cli.installation import data_option, opened
from dutybook.cli.moments import DAY, end_of
from dutybook.cli.progress import progress_bar

if TYPE_CHECKING:
    from dutybook.duties.language import Duty
    from dutybook.duties.scale.parts import Runner


@click.command("ledger")
@click.option("--facts", type=click.Path(path_type=Path), help="A folder of fact tables.")
@click.option("--policy", type=click.Path(path_type=Path), help="The force's settings, as JSON.")
@click.option("--known-at", type=DAY, help="Use what had been recorded by the end of this day.")
@click.option("--out", type=click.Path(path_type=Path), help="The folder to write the ledger to.")
@click.option(
    "--duty", "keys", multiple=True, metavar="KEY", help="Only this duty; may be given again."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="All cores of this machine, or Apache Spark (dutybook[spark]).",
)
@click.option("--master", help="Spark's master, such as spark://host:7077.")
@click.option(
    "--memory", type=MEMORY, default="3GiB", show_default=True, help="Use no more than this, here."
)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@click.option("--rebuild", is_flag=True, help="Derive the installation's own ledger anew.")
@data_option
def command(
    facts: Path | None,
    policy: Path | None,
    known_at: date | None,
    out: Path | None,
    keys: tuple[str, ...],
    engine: str,
    master: str | None,
    memory: int,
    as_json: bool,
    rebuild: bool,
    data: Path | None,
) -> None:
    """Evaluate duties on the facts in a folder and write the ledger as Parquet.

    The folder holds each fact table as one Parquet or CSV file, or as a folder of such parts
    (`dutybook duties facts` lists them). With --rebuild instead, the installation's stored ledger
    is derived anew; that changes nothing when all is well.

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
        if facts or policy or out or known_at or keys or engine != "local":
            raise click.UsageError(
                "--rebuild takes none of --facts, --policy, --out, --known-at, --duty, --engine"
            )
        _rebuild(data, as_json)
    elif facts is None or policy is None or out is None:
        raise click.UsageError("give --facts, --policy and --out, or --rebuild")
    elif master and engine != "spark":
        raise click.UsageError("--master is for --engine spark")
    else:
        spark = (master,) if engine == "spark" else None
        _from_folder(facts, policy, known_at, out, keys, spark, memory, as_json)


def _from_folder(
    facts: Path,
    policy: Path,
    known_at: date | None,
    out: Path,
    keys: tuple[str, ...],
    spark: tuple[str | None] | None,
    memory: int,
    as_json: bool,
) -> None:
    from dutybook.duties.scale.errors import InputError, OutputError
    from dutybook.duties.scale.local import run_in_threads
    from dutybook.duties.scale.run import How, ledger_from_folder

    moment = end_of(known_at) if known_at else datetime.now(UTC)
    microseconds = round(moment.timestamp() * 1_000_000)
    chosen = _duties(keys)
    runner = run_in_threads if spark is None else _on_spark(spark[0])
    try:
        with progress_bar() as progress:
            folder = ledger_from_folder(
                facts,
                policy,
                known_at=microseconds,
                out=out,
                progress=progress,
                duties=chosen,
                how=How(memory=memory, run=runner),
            )
    except InputError as problem:
        raise BadInput(str(problem)) from problem
    except OutputError as problem:
        raise click.ClickException(str(problem)) from problem
    outcome = {"out": str(out), "digests": folder.digests}
    if as_json:
        click.echo(json.dumps(outcome, indent=2))
        return
    for key, each in folder.digests.items():
        click.echo(f"{each[:16]}  {key}")
    click.echo(f"The ledger is in {out}")


def _duties(keys: tuple[str, ...]) -> "tuple[Duty, ...]":
    from dutybook.duties.catalogue import CATALOGUE

    for key in keys:
        if key not in CATALOGUE:
            near = difflib.get_close_matches(key, CATALOGUE, n=1)
            hint = f": did you mean {near[0]}?" if near else ". `dutybook duties list` names them."
            raise click.UsageError(f"there is no duty {key!r}{hint}")
    return tuple(duty for key, duty in CATALOGUE.items() if not keys or key in keys)


def _on_spark(master: str | None) -> "Runner":
    from dutybook.duties.scale.spark import run_on, session

    try:
        return run_on(session(master))
    except ImportError as problem:
        raise click.ClickException(
            "Apache Spark is not installed here: pip install 'dutybook[spark]', and Java 17."
        ) from problem


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
