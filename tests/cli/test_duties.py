"""`dutybook duties`: for people and for programs, without an installation."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from dutybook.cli.main import main
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.facts import TABLES
from dutybook.duties.manual import manual_pages


def done(runner: CliRunner, *arguments: str) -> str:
    result = runner.invoke(main, ["duties", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_list_names_each_duty_with_its_source_and_its_checker(runner: CliRunner) -> None:
    listed = json.loads(done(runner, "list", "--json"))
    assert [one["key"] for one in listed] == list(CATALOGUE)
    keys = ["key", "title", "form", "limbs", "source", "author", "checker", "next_review", "policy"]
    assert all(list(one) == keys for one in listed)
    plain = done(runner, "list")
    assert all(one["key"] in plain and one["title"] in plain for one in listed)


@pytest.mark.parametrize("key", CATALOGUE)
def test_one_is_shown_in_full_with_its_worked_examples(runner: CliRunner, key: str) -> None:
    duty = CATALOGUE[key]
    told = json.loads(done(runner, "show", key, "--json"))
    assert len(told["examples"]) == len(duty.examples) > 0
    assert told["checker"] == "not yet checked by a practitioner"
    words = " ".join(done(runner, "show", key).split())
    assert duty.title in words
    for example in duty.examples:
        assert example.title in words


def test_the_fact_tables_are_told_with_their_types(runner: CliRunner) -> None:
    told = {one["key"]: one for one in json.loads(done(runner, "facts", "--json"))}
    assert set(told) == set(TABLES)
    assert all(column["kind"] for one in told.values() for column in one["columns"])
    plain = done(runner, "facts")
    assert all(key in plain for key in TABLES)


def test_the_manual_is_written_once(runner: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "manual"
    assert f"Written: {out / 'index.md'}" in done(runner, "manual", "--out", str(out))
    assert {path.name for path in out.iterdir()} == set(manual_pages())
    assert "nothing was changed" in done(runner, "manual", "--out", str(out))


def test_a_folder_of_other_things_is_left_alone(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "letters.md").write_text("mine")
    result = runner.invoke(main, ["duties", "manual", "--out", str(tmp_path)])
    assert result.exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["letters.md"]
