"""The schemas beside the files say what the files hold."""

import json
from pathlib import Path

import pyarrow.parquet as pq
from tests.duties.made_ledgers import at
from tests.duties.scale.folders import A_FORCE, VISITS_SET, write_parquet, write_policies

from dutybook.duties.facts import TABLES
from dutybook.duties.scale.run import ledger_from_folder
from dutybook.duties.scale.schema import facts_package

TYPES = {"timestamp[us, tz=UTC]": "datetime", "int64": "integer"}


def test_every_fact_table_and_column_is_described_and_what_is_needed_is_said() -> None:
    tables = {one["name"]: one for one in facts_package()["resources"]}
    assert tables.keys() == TABLES.keys()
    visit = {field["name"]: field for field in tables["visit"]["schema"]["fields"]}
    assert list(visit) == list(TABLES["visit"].columns)
    needed = [name for name, field in visit.items() if field["constraints"]["required"]]
    assert needed == ["fact_id", "subject_id", "at", "recorded_at"]
    assert visit["outcome"]["constraints"]["enum"][0] == "seen"
    assert all(field["description"] for field in visit.values())
    json.dumps(facts_package())


def test_the_schema_beside_a_ledger_is_that_of_its_files(tmp_path: Path) -> None:
    out = tmp_path / "ledger"
    ledger_from_folder(
        write_parquet(tmp_path / "facts", A_FORCE),
        write_policies(tmp_path / "policy.json", VISITS_SET),
        known_at=at("2026-01-01"),
        out=out,
        progress=lambda *_: None,
    )
    package = json.loads((out / "datapackage.json").read_text(encoding="utf-8"))
    for table in package["resources"]:
        held = pq.read_schema(next((out / table["path"]).glob("*.parquet")))
        said = {field["name"]: field["type"] for field in table["schema"]["fields"]}
        assert said == {field.name: TYPES.get(str(field.type), "string") for field in held}
        rows = pq.read_table(out / table["path"]).select(table["schema"]["primaryKey"])
        keys = [tuple(row.values()) for row in rows.to_pylist()]
        assert len(keys) == len(set(keys)) > 0
