"""`dutybook doctor`: looks at an installation and says what to mend."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import click

from dutybook.cli.findings import Finding, State, mend, well
from dutybook.cli.installation import data_folder, data_option, database, start_django
from dutybook.database import DatabaseAccess


@click.command("doctor")
@click.option("--quick", is_flag=True, help="Leave out the ledger's full rebuild.")
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
@data_option
def command(quick: bool, as_json: bool, data: Path | None) -> None:
    """Look at the installation and say what to mend; changes nothing.

    The database, its schema and walls, the access log, the ledger against a full rebuild from its
    facts, policies that nobody has set, page assets, compiled duties, overdue reviews, bank
    holidays and time zones. A running server may go on. Ends with 0 when all is well and with 1
    when there is something to mend; notes alone are well.
    """
    found: list[Finding] = []
    for finding in _findings(data, quick):
        found.append(finding)
        if not as_json:
            _show(finding)
    to_mend = sum(one.state is State.MEND for one in found)
    if as_json:
        click.echo(
            json.dumps(
                {"well": not to_mend, "findings": [asdict(one) for one in found]},
                ensure_ascii=False,
                indent=2,
            )
        )
    else:
        click.echo(f"\n{to_mend} to mend." if to_mend else "\nAll is well.")
    if to_mend:
        click.get_current_context().exit(1)


def _findings(data: Path | None, quick: bool) -> Iterator[Finding]:
    try:
        with database(data) as access:
            yield _reached(access)
            start_django(access)
            yield from _looks(data, access, quick)
    except click.ClickException as problem:
        yield mend("Database", problem.message, "Mend that first: the rest was not looked at.")


def _reached(access: DatabaseAccess) -> Finding:
    with access.application.connect() as connection:
        version = connection.info.parameter_status("server_version")
    return well("Database", f"PostgreSQL {version} answers")


def _looks(data: Path | None, access: DatabaseAccess, quick: bool) -> Iterator[Finding]:
    # Imported here, for they need Django, which needs the database.
    from dutybook.cli.looks_at_machine import look_at_machine
    from dutybook.cli.looks_at_records import look_at_records, look_at_schema
    from dutybook.ledger.instants import local_day

    now = datetime.now(UTC)
    yield from look_at_machine(data_folder(data), local_day(now))
    schema = look_at_schema()
    yield schema
    if schema.state is State.WELL:
        yield from look_at_records(access, now, quick=quick)


def _show(finding: Finding) -> None:
    colour = {State.WELL: "green", State.NOTE: "cyan", State.MEND: "red"}[finding.state]
    click.echo(f"{click.style(f'{finding.state:<5}', fg=colour)} {finding.about}: {finding.seen}")
    if finding.remedy:
        click.echo(f"      {finding.remedy}")
