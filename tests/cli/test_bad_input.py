"""Whatever file is given: one message that says what, where and what to do; nothing half-written.

The commands run in this process, so a trace would surface as an exception here.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.bad_files import BAD_FILES

from dutybook.cli.main import main

POLICIES = '{"format": "dutybook-policies-1", "force_id": 1, "policies": []}'


@pytest.fixture(params=BAD_FILES)
def bad_file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / f"{request.param}.txt"
    BAD_FILES[request.param](path)
    return path


def said(result: Result, *, about: Path | str, left: Path | None = None) -> str:
    """The one message of a refusal, with nothing printed and nothing left behind."""
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code in (1, 2)
    assert result.stdout == ""
    words = "\n".join(line for line in result.stderr.splitlines() if not line.endswith(" …"))
    assert words.startswith(("Error: ", "Usage: "))
    assert str(about) in result.stderr
    assert len(words) < 1500
    if left is not None:
        assert not left.exists()
    return words


@pytest.mark.parametrize("options", [["--dry-run"], ["--dry-run", "--json"], []])
def test_import_refuses(
    bad_file: Path, options: list[str], runner: CliRunner, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    arguments = ["inspections", "import", str(bad_file), "--data", str(data), *options]
    said(runner.invoke(main, arguments), about=bad_file.name, left=data)


@pytest.mark.parametrize("options", [["--dry-run"], []])
def test_no_inspection_is_added_from(
    bad_file: Path, options: list[str], runner: CliRunner, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    arguments = ["inspections", "add", str(bad_file), "--data", str(data), *options]
    said(runner.invoke(main, arguments), about=bad_file.name, left=data)


def test_a_response_is_not_built_from(bad_file: Path, runner: CliRunner, tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ["response", "build", "--from", str(bad_file), "--out", str(out)]
    said(runner.invoke(main, arguments), about=bad_file.name, left=out)


def test_nothing_is_restored_from(bad_file: Path, runner: CliRunner, tmp_path: Path) -> None:
    data = tmp_path / "data"
    arguments = ["restore", str(bad_file), "--data", str(data)]
    said(runner.invoke(main, arguments), about=bad_file.name, left=data)


def test_a_policy_file_is_refused(bad_file: Path, runner: CliRunner, tmp_path: Path) -> None:
    facts, out = tmp_path / "facts", tmp_path / "out"
    facts.mkdir()
    arguments = ["ledger", "--facts", facts, "--policy", bad_file, "--out", out]
    said(runner.invoke(main, [str(one) for one in arguments]), about=bad_file.name, left=out)


@pytest.mark.parametrize("table", ["visit.csv", "visit.parquet"])
@pytest.mark.parametrize("kind", [kind for kind in BAD_FILES if kind != "absent"])
def test_a_table_of_facts_is_refused(
    kind: str, table: str, runner: CliRunner, tmp_path: Path
) -> None:
    facts, out, policy = tmp_path / "facts", tmp_path / "out", tmp_path / "policy.json"
    facts.mkdir()
    policy.write_text(POLICIES)
    BAD_FILES[kind](facts / table)
    arguments = ["ledger", "--facts", facts, "--policy", policy, "--out", out]
    said(runner.invoke(main, [str(one) for one in arguments]), about=table, left=out)


@pytest.mark.parametrize("facts", ["absent", "policy.json"])
def test_a_folder_of_facts_that_is_none_is_refused(
    facts: str, runner: CliRunner, tmp_path: Path
) -> None:
    policy, out = tmp_path / "policy.json", tmp_path / "out"
    policy.write_text(POLICIES)
    arguments = ["ledger", "--facts", tmp_path / facts, "--policy", policy, "--out", out]
    said(runner.invoke(main, [str(one) for one in arguments]), about=facts, left=out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["measures", "--on", "2026-02-30"], "is no day"),
        (["measures", "--on", "2026-02-28", "--by", "colour"], "takes level, team and owner"),
        (["measures"], "--on"),
        (["ledger", "--facts", "x"], "give --facts, --policy and --out"),
        (["ledger", "--rebuild", "--out", "x"], "--rebuild takes none"),
        (["response", "build", "--out", "x"], "either --inspection KEY or --from FILE"),
        (["duties", "show", "visit_within_intervals"], "Did you mean visit_within_interval?"),
        (["serve", "--port", "70000"], "70000"),
        (["demo", "--offenders", "0"], "0"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_a_command_called_wrongly_ends_with_2(
    arguments: list[str], words: str, runner: CliRunner
) -> None:
    result = runner.invoke(main, arguments)
    assert result.exit_code == 2
    assert words in result.stderr
    assert result.stdout == ""
