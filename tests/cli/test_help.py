"""Every command answers `--help`, and has a word about itself and about each option."""

from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from dutybook.cli.main import main


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command beneath a group, the groups included."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        yield (*path, name)
        if isinstance(found, click.Group):
            yield from commands(found, (*path, name))


@pytest.mark.parametrize("words", [(), *commands(main)], ids=" ".join)
def test_help_answers(words: tuple[str, ...], runner: CliRunner) -> None:
    result = runner.invoke(main, [*words, "--help"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith("Usage: ")


def test_every_option_has_a_word() -> None:
    silent = []
    for words in commands(main):
        found: click.Command = main
        for word in words:
            assert isinstance(found, click.Group)
            known = found.get_command(click.Context(found), word)
            assert known is not None
            found = known
        assert found.help, words
        silent += [
            (" ".join(words), one.name)
            for one in found.params
            if isinstance(one, click.Option) and not one.help
        ]
    assert silent == []
