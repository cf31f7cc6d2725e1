"""Bad facts and bad policies: one report of everything, exit code 2, nothing written."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result
from tests.duties.scale.folders import A_FORCE, VISITS_SET, policies, write_csv, write_policies

from dutybook.cli.main import main
from dutybook.duties.scale.errors import InputError
from dutybook.duties.scale.policy_file import read_policy_file

HEAD = "fact_id,subject_id,at,recorded_at,outcome,crew\n"


def told(tmp_path: Path) -> Result:
    """`dutybook ledger` on the facts and policies in `tmp_path`."""
    return CliRunner().invoke(
        main,
        ["ledger", "--facts", str(tmp_path / "facts"), "--policy", str(tmp_path / "policy.json"),
         "--out", str(tmp_path / "ledger")],
    )  # fmt: skip


def refused(tmp_path: Path) -> str:
    """What is told when it is refused; nothing is left beside what was there."""
    before = {path.name for path in tmp_path.iterdir()}
    result = told(tmp_path)
    assert result.exit_code == 2, result.output
    assert {path.name for path in tmp_path.iterdir()} == before
    return result.output


@pytest.fixture
def force(tmp_path: Path) -> Path:
    write_csv(tmp_path / "facts", A_FORCE)
    write_policies(tmp_path / "policy.json", VISITS_SET)
    return tmp_path


def test_every_problem_of_every_file_is_told_at_once(force: Path) -> None:
    (force / "facts" / "visit.csv").write_text(
        HEAD
        + "5,1,,2025-12-01,seen,2\n"
        + "6,1,2025-03-01,2025-12-01,sean,-2\n"
        + "7,2,2025-03-01,2025-12-01,seen,2\n"
    )
    (force / "facts" / "risk_level.csv").write_text(
        "fact_id,subject_id,at,recorded_at,level\n3,1,2025-01-10,2025-01-10,extreme\n"
    )
    (force / "facts" / "registration.csv").write_text("fact_id,subject_id,at\n1,1,2025-01-01\n")
    output = refused(force)
    for line in (
        "visit.csv, row 1, column at: nothing stands there",
        "visit.csv, row 2, column outcome: 'sean' is not one of seen",
        "visit.csv, row 2, column crew: '-2' is not a whole number",
        "risk_level.csv, row 1, column level: 'extreme' is not one of low",
        "registration.csv, column recorded_at: the column is missing",
        "registration.csv, column state: the column is missing",
    ):
        assert line in output
    assert "row 3" not in output


def test_facts_and_policies_are_told_together(force: Path) -> None:
    (force / "facts" / "visit.csv").write_text(HEAD + "5,1,soon,2025-12-01,seen,2\n")
    write_policies(force / "policy.json", policies({"key": "visit.frist", "value": 1}))
    output = refused(force)
    assert "did you mean visit.first?" in output
    assert "visit.csv, row 1, column at: 'soon' is not a date or time" in output


def test_duplicate_keys_are_told_by_row(force: Path) -> None:
    row = "5,1,2025-03-01,2025-12-01,seen,2\n"
    (force / "facts" / "visit.csv").write_text(HEAD + row + row + row.replace("5,", "1,", 1))
    output = refused(force)
    assert "visit.csv, row 2, column version: fact 5 has version 1 twice" in output
    assert "visit.csv, row 3, column fact_id: fact_id 1 is used in registration" in output


def test_times_with_and_without_offset_in_one_column_are_told_by_row(force: Path) -> None:
    (force / "facts" / "visit.csv").write_text(
        HEAD
        + "5,1,2025-03-01T10:00Z,2025-12-01T01:00Z,seen,2\n"
        + "6,1,2025-03-02,2025-12-01T01:00Z,seen,2\n"
        + "9,1,2025-03-03T10:00,2025-12-01T01:00+01:00,seen,2\n"
    )
    output = refused(force)
    assert "visit.csv, row 3, column at: '2025-03-03T10:00' says no offset from UTC" in output
    assert output.count("offset from UTC, as others do") == 1
    assert "row 2" not in output


def test_parts_of_a_table_with_and_without_a_time_zone_are_told(force: Path) -> None:
    (force / "facts" / "visit.csv").unlink()
    parts = force / "facts" / "visit"
    parts.mkdir()
    for number, zone in ((5, "UTC"), (6, None)):
        at = pa.array([1_740_000_000_000_000]).cast(pa.timestamp("us", tz=zone))
        cells = {"fact_id": [number], "subject_id": [1], "at": at, "recorded_at": at}
        pq.write_table(pa.table(cells), parts / f"part-{number}.parquet")
    output = refused(force)
    assert "part-6.parquet, column at: its times have no time zone, those of part-5" in output


def test_more_problems_than_anyone_reads_are_counted(force: Path) -> None:
    rows = "".join(f"{number},1,2025-03-01,2025-12-01,sean,2\n" for number in range(100, 1_150))
    (force / "facts" / "visit.csv").write_text(HEAD + rows)
    output = refused(force)
    assert output.count("'sean' is not one of") == 1_000
    assert "visit.csv, column outcome: 50 more rows have such a value" in output


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        ({"level": pa.array(["low", "extreme"])}, "row 2, column level: 'extreme' is not one of"),
        ({"level": pa.array(["low", None])}, "row 2, column level: nothing stands there"),
        ({"at": pa.array([1, None], pa.timestamp("us", "UTC"))}, "row 2, column at: nothing"),
        ({"subject_id": pa.array([1, -1])}, "row 2, column subject_id: '-1' is not a whole"),
        ({"fact_id": pa.array([3, 3])}, "row 2, column version: fact 3 has version 1 twice"),
        ({"fact_id": pa.array([3, 1])}, "row 2, column fact_id: fact_id 1 is used in registration"),
        ({"version": pa.array([2, 2]), "fact_id": pa.array([3, 3])}, "fact 3 has version 2 twice"),
        ({"at": pa.array([1, 2])}, "column at: the column is of type BIGINT"),
    ],
)
def test_parquet_in_order_is_checked_as_well(
    force: Path, spoil: dict[str, pa.Array], line: str
) -> None:
    (force / "facts" / "risk_level.csv").unlink()
    at = pa.array([1_736_467_200_000_000] * 2).cast(pa.timestamp("us", tz="UTC"))
    good = {"fact_id": pa.array([3, 4]), "subject_id": pa.array([1, 2]), "at": at,
            "recorded_at": at, "level": pa.array(["low", "high"])}  # fmt: skip
    path = force / "facts" / "risk_level.parquet"
    pq.write_table(pa.table(good), path)
    assert told(force).exit_code == 0
    pq.write_table(pa.table(good | spoil), path)
    result = told(force)
    assert result.exit_code == 2
    assert line in result.output
    assert sorted(one.name for one in force.iterdir()) == ["facts", "ledger", "policy.json"]


def test_every_problem_of_a_policy_file_is_told(tmp_path: Path) -> None:
    usual = {"key": "visit.maximum", "unit": "months", "level": "medium"}
    content = policies(
        usual | {"value": -1},
        usual | {"value": 6, "level": "extreme"},
        usual | {"value": 6, "colour": 1},
        usual | {"value": 6},
        usual | {"value": 3},
        bank_holidays=[{"day": "2026-02-30", "recorded_at": "2026-01-01"}],
    )
    with pytest.raises(InputError) as caught:
        read_policy_file(write_policies(tmp_path / "policy.json", content))
    lines = str(caught.value).splitlines()
    assert len(lines) == len(caught.value.problems) == 5
    for number, words in enumerate(
        ("item 1: policy 1 (visit.maximum): -1 cannot be counted", "level 'extreme'",
         "item 3 has colour", "bank_holidays, item 1", "policies 4 and 5 both set")
    ):  # fmt: skip
        assert words in lines[number]


def test_an_amount_of_memory_that_is_none_and_an_unknown_duty_are_refused(force: Path) -> None:
    for more, words in (
        (["--memory", "much"], "'much' is not an amount of memory"),
        (["--memory", "3"], "not an amount of memory of 1GiB or more"),
        (["--duty", "visit_within_intervall"], "did you mean visit_within_interval?"),
    ):
        names = ["--facts", str(force / "facts"), "--policy", str(force / "policy.json")]
        result = CliRunner().invoke(main, ["ledger", *names, "--out", str(force / "ledger"), *more])
        assert result.exit_code == 2
        assert words in " ".join(result.output.split())
        assert not (force / "ledger").exists()


def test_one_duty_alone_from_the_command_line(force: Path) -> None:
    names = ["--facts", str(force / "facts"), "--policy", str(force / "policy.json")]
    more = ["--out", str(force / "ledger"), "--duty", "visit_within_interval", "--json"]
    result = CliRunner().invoke(main, ["ledger", *names, *more])
    assert result.exit_code == 0, result.output
    assert list(json.loads(result.stdout)["digests"]) == ["visit_within_interval"]
