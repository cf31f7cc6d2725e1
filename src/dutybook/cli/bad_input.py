"""How a command ends when what it was given cannot be read."""

import click


class BadInput(click.ClickException):
    """Files that cannot be understood: exit code 2, as for a command called wrongly."""

    exit_code = 2
