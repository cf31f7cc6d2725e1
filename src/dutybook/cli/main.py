"""The `dutybook` command: its groups, and how errors leave it.

Exit codes: 0 done, 1 refused (what is wrong, where and what to do is said in one message),
2 the command was called wrongly or given what cannot be read, 130 interrupted.
"""

from importlib import import_module

import click

# Each command is imported only when it is called, so that `--help` answers at once.
COMMANDS = {
    "serve": "dutybook.cli.serve",
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


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dutybook", prog_name="dutybook")
def main() -> None:
    """What is due, what is met, and the proof."""
