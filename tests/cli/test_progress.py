"""Progress is shown for what lasts longer than a second, and for nothing else."""

import pytest

from dutybook.cli import progress
from dutybook.cli.progress import progress_bar


def test_quick_work_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_bar("counting") as tell:
        tell("counting", 1, 2)
    assert capsys.readouterr() == ("", "")


def test_where_there_is_no_terminal_each_step_is_a_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "BETWEEN_LINES_SECONDS", 0.0)
    lines = progress._Lines("starting")
    lines("reading", 0, 0)
    lines.begin()
    lines("reading", 0, 0)
    lines("writing", 1, 2_000)
    lines("writing", 1, 2_000)
    assert capsys.readouterr().err == "reading …\nwriting (1 of 2,000) …\n"


def test_no_more_than_one_line_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    lines = progress._Lines("starting")
    lines.begin()
    for table in range(100):
        lines("restoring", table, 100)
    assert len(capsys.readouterr().err.splitlines()) < 3
