"""The manual is what the duties say, and what is committed is what they say now."""

from pathlib import Path

import pytest

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.facts import TABLES
from dutybook.duties.manual import (
    describe_duty,
    describe_tables,
    manual_pages,
    write_manual,
)

COMMITTED = Path(__file__).parents[3] / "docs" / "manual"


def test_the_committed_manual_is_the_one_the_duties_write() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in COMMITTED.glob("*.md")}
    assert committed == manual_pages(), "run `dutybook duties manual` and commit"


def test_writing_changes_only_what_differs_and_removes_what_is_no_more(tmp_path: Path) -> None:
    write_manual(tmp_path)
    assert write_manual(tmp_path) == []
    index, gone = tmp_path / "index.md", tmp_path / "a_duty_that_was.md"
    index.write_text("changed by hand", encoding="utf-8")
    gone.write_text("no more", encoding="utf-8")
    assert set(write_manual(tmp_path)) == {index, gone}
    assert not gone.exists()
    assert index.read_text(encoding="utf-8") == manual_pages()["index.md"]


@pytest.mark.parametrize("key", CATALOGUE)
def test_a_page_says_where_the_duty_comes_from_and_who_checked_it(key: str) -> None:
    duty, page = CATALOGUE[key], describe_duty(key)
    assert duty.source.link in page
    assert "not yet checked by a practitioner" in page
    for policy in duty.policies:
        assert f"`{policy}`" in page
    for example in duty.examples:
        assert f"### {example.title}" in page


def test_an_unknown_duty_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        describe_duty("no_such_duty")


def test_every_fact_table_is_described_with_its_choices() -> None:
    described = {table["key"]: table for table in describe_tables()}
    assert set(described) == set(TABLES)
    outcome = next(one for one in described["visit"]["columns"] if one["name"] == "outcome")
    assert outcome["choices"][0] == "seen"
    assert outcome["kind"] == "code"
