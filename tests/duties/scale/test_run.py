"""A folder of facts to a folder of ledgers, and measures from it."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from tests.duties.made_ledgers import at
from tests.duties.scale.folders import (
    A_FORCE,
    VISITS_SET,
    Rows,
    policies,
    write_csv,
    write_parquet,
    write_policies,
)

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.figures import Measure
from dutybook.duties.scale.errors import InputError, OutputError
from dutybook.duties.scale.ledger_folder import LedgerFolder, read_ledgers
from dutybook.duties.scale.run import ledger_from_folder, measures_from_folder

KNOWN_AT = at("2026-01-01")
DAY = date(2025, 8, 10)


def make(
    tmp_path: Path,
    name: str = "ledger",
    *,
    facts: Path | None = None,
    content: Mapping[str, Any] = VISITS_SET,
    known_at: int = KNOWN_AT,
) -> LedgerFolder:
    return ledger_from_folder(
        facts or write_csv(tmp_path / "facts", A_FORCE),
        write_policies(tmp_path / "policy.json", content),
        known_at=known_at,
        out=tmp_path / name,
        progress=lambda *_: None,
    )


def measured(tmp_path: Path, key: str, name: str = "ledger", **more: Any) -> Measure:
    found = {one.duty: one for one in measures_from_folder(tmp_path / name, DAY, **more)}
    return found[key]


def test_every_duty_is_in_the_folder_with_its_digest_and_what_it_was_made_from(
    tmp_path: Path,
) -> None:
    made = make(tmp_path)
    notes = json.loads((tmp_path / "ledger" / "ledger.json").read_text(encoding="utf-8"))
    assert set(notes["duties"]) == set(CATALOGUE)
    assert notes["force_id"] == 9
    assert notes["known_at"] == "2026-01-01T00:00:00.000000+00:00"
    assert notes["facts"]["visit"] == 4
    assert "arms.first" in notes["unset_policies"]
    assert "visit.maximum" not in notes["unset_policies"]
    visits = notes["duties"]["visit_within_interval"]
    assert visits["digest"] == made.digests["visit_within_interval"]
    assert (visits["definition_version"], visits["entries"]) == (1, 4)


def test_the_same_facts_give_the_same_digests_whatever_the_format_and_the_order(
    tmp_path: Path,
) -> None:
    first = make(tmp_path, "first")
    backwards = write_csv(tmp_path / "backwards", A_FORCE, backwards=True)
    columns = write_parquet(tmp_path / "columns", A_FORCE)
    assert make(tmp_path, "second", facts=backwards).digests == first.digests
    assert make(tmp_path, "third", facts=columns).digests == first.digests
    one_less: dict[str, Rows] = {**A_FORCE, "visit": A_FORCE["visit"][1:]}
    fewer = make(tmp_path, "fourth", facts=write_csv(tmp_path / "fewer", one_less))
    assert fewer.digests["visit_within_interval"] != first.digests["visit_within_interval"]
    assert fewer.digests["arms_reassessment"] == first.digests["arms_reassessment"]


def test_the_parquet_files_can_be_read_by_anybody(tmp_path: Path) -> None:
    make(tmp_path)
    entries = pq.read_table(tmp_path / "ledger" / "entries").to_pylist()
    first = next(one for one in entries if one["duty"] == "visit_within_interval")
    assert (first["subject_id"], first["closed_why"], first["met_by"]) == (1, "met", 5)
    assert first["opened_at"].isoformat() == "2025-01-10T00:00:00+00:00"
    assert first["authorised_at"] is None
    spans = pq.read_table(tmp_path / "ledger" / "spans").to_pylist()
    span = next(one for one in spans if one["duty"] == "visit_within_interval")
    assert (span["level"], span["team_id"], span["owner_id"]) == ("medium", 70, None)
    assert span["basis_how"] == "at_opening"


def test_a_correction_keyed_later_is_read_only_as_known_later(tmp_path: Path) -> None:
    make(tmp_path, "before", known_at=at("2025-12-04"))
    make(tmp_path, "after")
    key = "visit_unannounced_in_pairs"
    before, after = (measured(tmp_path, key, name).total for name in ("before", "after"))
    assert (before.numerator, before.in_breach, before.denominator) == (1, 2, 3)
    assert (after.numerator, after.in_breach, after.denominator) == (2, 1, 3)


def test_measures_from_the_folder(tmp_path: Path) -> None:
    made = make(tmp_path)
    found = measured(tmp_path, "visit_within_interval", by=["level", "team"])
    assert (found.total.numerator, found.total.denominator) == (0, 2)
    assert found.digest == made.digests["visit_within_interval"]
    assert [(cell.team_id, cell.level) for cell in found.cells] == [
        (None, "very_high"),
        (70, "medium"),
    ]
    assert found.oldest is not None
    assert (found.oldest.subject_id, found.oldest.overdue_days) == (2, 162)


def test_the_window_is_the_policy_in_the_file(tmp_path: Path) -> None:
    key = "visit_unannounced_in_pairs"
    make(tmp_path)
    assert measured(tmp_path, key).window == "since the duty began"
    narrow = VISITS_SET["policies"] + [
        {"key": "measure.window_days", "value": 91, "policy_id": 90}
        | {"from": "2020-01-01", "recorded_at": "2020-01-01"}
    ]
    make(tmp_path, "narrow", content={**VISITS_SET, "policies": narrow})
    found = measured(tmp_path, key, "narrow")
    assert (found.window, found.total.denominator) == ("the 91 days that end with it", 1)


def test_nothing_set_is_no_standard_and_never_met(tmp_path: Path) -> None:
    make(tmp_path, content=policies())
    total = measured(tmp_path, "visit_within_interval").total
    assert (total.numerator, total.no_standard, total.denominator) == (0, 2, 2)


def test_progress_is_told_and_ends(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    ledger_from_folder(
        write_csv(tmp_path / "facts", A_FORCE),
        write_policies(tmp_path / "policy.json", VISITS_SET),
        known_at=KNOWN_AT,
        out=tmp_path / "ledger",
        progress=lambda *step: told.append(step),
    )
    assert told[0] == ("checking facts", 0, len(A_FORCE))
    assert told[-1] == ("writing the ledger", 1, 1)


def test_a_ledger_replaces_a_ledger_and_nothing_else(tmp_path: Path) -> None:
    make(tmp_path)
    again = make(tmp_path, content=policies())
    assert read_ledgers(tmp_path / "ledger").digests == again.digests
    assert {path.name for path in tmp_path.iterdir()} == {"facts", "policy.json", "ledger"}
    other = tmp_path / "letters"
    other.mkdir()
    (other / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(OutputError, match="holds no ledger, so it is left alone"):
        make(tmp_path, "letters")
    assert (other / "letter.txt").read_text(encoding="utf-8") == "dear"
    with pytest.raises(OutputError, match="is a file"):
        make(tmp_path, "policy.json")


def test_an_empty_folder_is_used(tmp_path: Path) -> None:
    (tmp_path / "ledger").mkdir()
    assert set(make(tmp_path).digests) == set(CATALOGUE)


def test_bad_facts_leave_the_earlier_ledger_as_it_was(tmp_path: Path) -> None:
    earlier = make(tmp_path)
    facts = tmp_path / "facts"
    (facts / "visit.csv").write_text("fact_id\nx\n", encoding="utf-8")
    with pytest.raises(InputError):
        make(tmp_path, facts=facts)
    assert read_ledgers(tmp_path / "ledger").digests == earlier.digests
    assert {path.name for path in tmp_path.iterdir()} == {"facts", "policy.json", "ledger"}


def test_rows_changed_by_hand_are_refused(tmp_path: Path) -> None:
    make(tmp_path)
    path = tmp_path / "ledger" / "entries" / "part-00000.parquet"
    table = pq.read_table(path)
    table = table.set_column(
        table.column_names.index("met_at"),
        table.schema.field("met_at"),
        table["opened_at"],
    )
    pq.write_table(table, path)
    with pytest.raises(InputError, match="not those its digest was made from"):
        read_ledgers(tmp_path / "ledger").ledger("visit_within_interval")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda folder: (folder / "ledger.json").unlink(), "it holds no ledger.json"),
        (lambda folder: (folder / "ledger.json").write_text("{"), "cannot be read"),
        (lambda folder: (folder / "ledger.json").write_text("{}"), "not of the format"),
        (lambda folder: shutil.rmtree(folder / "spans"), "there is no such folder"),
        (
            lambda folder: (folder / "spans" / "part-00000.parquet").unlink(),
            "not those its digest was made from",
        ),
        (
            lambda folder: (folder / "spans" / "part-00000.parquet").write_bytes(b"PAR1"),
            "cannot be read as Parquet",
        ),
    ],
)
def test_a_spoilt_folder_is_told(tmp_path: Path, spoil: Any, told: str) -> None:
    make(tmp_path)
    spoil(tmp_path / "ledger")
    with pytest.raises(InputError, match=told):
        measures_from_folder(tmp_path / "ledger", DAY)


def test_a_ledger_of_a_definition_that_is_not_here_is_refused(tmp_path: Path) -> None:
    make(tmp_path)
    path = tmp_path / "ledger" / "ledger.json"
    notes = json.loads(path.read_text(encoding="utf-8"))
    notes["duties"]["arms_reassessment"]["definition_version"] = 99
    path.write_text(json.dumps(notes), encoding="utf-8")
    with pytest.raises(InputError, match="arms_reassessment version 99, which is not here"):
        measures_from_folder(tmp_path / "ledger", DAY)
