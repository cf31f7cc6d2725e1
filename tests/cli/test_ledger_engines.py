"""`dutybook ledger` from a folder: within the memory it is given, and the same rows on Spark."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.visit_facts import write_visit_facts
from tests.cli.command import DUTYBOOK, LONGEST_SECONDS, Installed
from tests.duties.scale.cluster import environment
from tests.duties.scale.folders import A_FORCE, VISITS_SET, write_parquet, write_policies

MEBIBYTE = 1 << 20
TELLING_ITS_PEAK = """
import sys
from pathlib import Path
from dutybook.cli.main import main
main(sys.argv[1:], standalone_mode=False)
peak = next(
    line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line
)
print(peak.split()[1])
"""
"""The command in a process that says at its end how much memory it held at most, in kibibytes."""


def ran(
    folder: Path, *arguments: str | Path, program: tuple[str, ...] = (DUTYBOOK,)
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*program, "ledger", *map(str, arguments)],
        env=environment() | Installed(folder).environment(),
        capture_output=True,
        text=True,
        timeout=LONGEST_SECONDS,
        check=False,
    )


def test_memory_that_is_given_is_not_exceeded(tmp_path: Path) -> None:
    """Eight million facts in no order: given more, putting them in order takes 1.6 GiB."""
    write_visit_facts(tmp_path / "facts", 40_000, shuffled=True)
    policy = write_policies(tmp_path / "policy.json", VISITS_SET)
    ended = ran(
        tmp_path,
        *("--facts", tmp_path / "facts", "--policy", policy, "--out", tmp_path / "ledger"),
        *("--duty", "visit_within_interval", "--memory", "1GiB", "--known-at", "2030-01-01"),
        program=(sys.executable, "-c", TELLING_ITS_PEAK),
    )
    assert ended.returncode == 0, ended.stderr
    peak = int(ended.stdout.split()[-1]) * 1024
    assert peak <= 1024 * MEBIBYTE, f"{peak // MEBIBYTE} MiB"


@pytest.fixture
def small(tmp_path: Path) -> tuple[str | Path, ...]:
    facts = write_parquet(tmp_path / "facts", A_FORCE)
    policy = write_policies(tmp_path / "policy.json", VISITS_SET)
    return ("--facts", facts, "--policy", policy, "--known-at", "2026-01-01", "--json")


def test_spark_writes_the_ledger_that_this_machine_writes(
    small: tuple[str | Path, ...], tmp_path: Path
) -> None:
    here = ran(tmp_path, *small, "--out", tmp_path / "here")
    on_spark = ran(
        tmp_path, *small, "--out", tmp_path / "spark", "--engine", "spark", "--master", "local[2]"
    )
    assert here.returncode == on_spark.returncode == 0, here.stderr + on_spark.stderr
    assert json.loads(on_spark.stdout)["digests"] == json.loads(here.stdout)["digests"]


def test_a_master_is_for_spark_alone(small: tuple[str | Path, ...], tmp_path: Path) -> None:
    refused = ran(tmp_path, *small, "--out", tmp_path / "out", "--master", "local[2]")
    assert refused.returncode == 2
    assert "--master is for --engine spark" in refused.stderr
    assert not (tmp_path / "out").exists()
