"""The `dutybook` command: its groups, and how errors leave it.

Exit codes: 0 done, 1 refused (what is wrong, where and what to do is said in one message),
2 the command was called wrongly or given what cannot be read, 130 interrupted.
"""

from importlib import import_module
from typing import Any

import click
import psycopg

INTERRUPTED = 130

# Each command is imported only when it is called, so that `--help` answers at once.
COMMANDS = {
    "serve": "dutybook.cli.serve",
    "worker": "dutybook.cli.worker",
    "demo": "dutybook.cli.demo",
    "ledger": "dutybook.cli.ledger",
    "duties": "dutybook.cli.duties",
    "measures": "dutybook.cli.measures",
    "inspections": "dutybook.cli.inspections",
    "response": "dutybook.cli.response",
    "admin": "dutybook.cli.admin",
    "backup": "dutybook.cli.backup",
    "restore": "dutybook.cli.restore",
    "doctor": "dutybook.cli.doctor",
}


class LazyGroup(click.Group):
    """A group whose commands live in modules named like them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it could not foresee leaves as one message, never as a trace."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            ctx.exit(INTERRUPTED)
        except BrokenPipeError:
            raise  # click ends quietly when nobody reads on
        except OSError as problem:
            where = f": {problem.filename}" if problem.filename else ""
            raise click.ClickException(
                f"The system refused: {problem.strerror or problem}{where}. Look at the folder's "
                "rights and the disk's room."
            ) from problem
        except psycopg.Error as problem:
            raise click.ClickException(_of_the_database(problem)) from problem
        except Exception as problem:
            beneath = _beneath(problem)
            if beneath is None:
                raise
            raise click.ClickException(_of_the_database(beneath)) from problem


def _beneath(problem: BaseException) -> psycopg.Error | None:
    """The database's error that another one wraps, as Django's and the access log's do."""
    cause = problem.__cause__
    if cause is None or isinstance(cause, psycopg.Error):
        return cause
    return _beneath(cause)


def _of_the_database(problem: psycopg.Error) -> str:
    """The database's own first line only: its detail can quote a record."""
    said = problem.diag.message_primary or "the connection was lost"
    return (
        f"The database could not go on: {said}. What had not been finished was undone. "
        "`dutybook doctor` says what to mend."
    )


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dutybook", prog_name="dutybook")
def main() -> None:
    """What is due, what is met, and the proof.

    The first start is `dutybook serve --with-demonstration` for a look round with invented people,
    or `dutybook admin create` and then `dutybook serve` for a force of your own. A data folder
    holds one installation; other commands join a running server. Exit codes: 0 done, 1 refused
    or something to mend (one message says what), 2 called wrongly, 130 interrupted.
    """


if __name__ == "__main__":
    main()
