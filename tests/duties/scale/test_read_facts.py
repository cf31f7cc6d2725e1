"""Facts from files: what is understood, and how what is not is told."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.duties.made_ledgers import at
from tests.duties.scale.folders import A_FORCE, fact, write_csv, write_parquet

from dutybook.duties.columns import NULL
from dutybook.duties.facts import TABLES, Columns
from dutybook.duties.scale.errors import InputError
from dutybook.duties.scale.open_facts import read_facts
from dutybook.duties.scale.source_file import Room


def read(folder: Path) -> dict[str, Columns]:
    with TemporaryDirectory() as scratch:
        return read_facts(folder, Room(1 << 30, Path(scratch)), lambda *_: None)


def written(tmp_path: Path, text: str | bytes, name: str = "visit.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


HEAD = "fact_id,subject_id,at,recorded_at,outcome,crew,announced\n"
GOOD = "1,7,2025-03-04T18:30,2025-03-04T20:00,seen,2,false\n"


def test_a_table_without_a_file_is_empty_and_every_column_is_there(tmp_path: Path) -> None:
    facts = read(written(tmp_path, HEAD + GOOD))
    assert set(facts) == set(TABLES)
    assert len(facts["registration"]["fact_id"]) == 0
    assert set(facts["visit"]) == set(TABLES["visit"].columns)
    assert all(
        values.dtype == np.int64 for columns in facts.values() for values in columns.values()
    )


def test_what_is_not_in_the_file_is_not_recorded_and_the_first_version(tmp_path: Path) -> None:
    visit = read(written(tmp_path, HEAD + "1,7,2025-03-04,2025-03-05,,,\n"))["visit"]
    row = {name: int(values[0]) for name, values in visit.items()}
    assert (row["version"], row["withdrawn"], row["day_only"]) == (1, 0, 1)
    assert [row[name] for name in ("outcome", "crew", "announced", "second_confirmed")] == [
        NULL
    ] * 4


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2025-07-02T10:30", "2025-07-02 10:30"),
        ("2025-07-02 10:30:00", "2025-07-02 10:30"),
        ("2025-07-02T09:30Z", "2025-07-02 10:30"),
        ("2025-07-02T11:30+02:00", "2025-07-02 10:30"),
        ("2025-07-02T11:30+0200", "2025-07-02 10:30"),
        ("2025-01-02T10:30:00.000000", "2025-01-02 10:30"),
        ("2025-03-30T01:30", "2025-03-30 02:30"),
    ],
)
def test_times_are_local_unless_they_say_otherwise(tmp_path: Path, text: str, local: str) -> None:
    visit = read(written(tmp_path, HEAD + f"1,7,{text},2025-12-01,seen,2,no\n"))["visit"]
    assert int(visit["at"][0]) == at(local)
    assert visit["day_only"].tolist() == [0]


def test_a_local_time_that_comes_twice_is_the_later_one(tmp_path: Path) -> None:
    visit = read(written(tmp_path, HEAD + "1,7,2025-10-26T01:30,2025-12-01,seen,2,no\n"))["visit"]
    in_utc = read(written(tmp_path, HEAD + "2,7,2025-10-26T01:30Z,2025-12-01,,,\n"))["visit"]
    assert visit["at"].tolist() == in_utc["at"].tolist()


def test_csv_and_parquet_and_any_order_of_rows_are_the_same_facts(tmp_path: Path) -> None:
    plain = read(write_csv(tmp_path / "plain", A_FORCE))
    others = [
        read(write_csv(tmp_path / "backwards", A_FORCE, backwards=True)),
        read(write_parquet(tmp_path / "parquet", A_FORCE)),
    ]
    for other in others:
        for table, columns in plain.items():
            for name, values in columns.items():
                np.testing.assert_array_equal(other[table][name], values, f"{table}.{name}")


def test_parquet_dates_say_that_only_the_day_is_known(tmp_path: Path) -> None:
    day = pa.array([20_000], type=pa.int32()).cast(pa.date32())
    columns = {"fact_id": pa.array([1]), "subject_id": pa.array([1]), "at": day, "recorded_at": day}
    pq.write_table(pa.table(columns), tmp_path / "referral.parquet")
    referral = read(tmp_path)["referral"]
    assert referral["day_only"].tolist() == [1]
    assert referral["at"].tolist() == [at("2024-10-04")]


def test_a_folder_whose_name_looks_like_a_pattern_is_only_itself(tmp_path: Path) -> None:
    folder = tmp_path / "facts [1-9]* ?"
    folder.mkdir()
    assert len(read(written(folder, HEAD + GOOD))["visit"]["fact_id"]) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", r"visit.csv: the file is empty\. Write at least its header"),
        ("\n", "not a header|at least a single column"),
        (HEAD.replace("outcome", "outcom") + GOOD, r"column outcom: .* \(did you mean outcome\?\)"),
        (HEAD.replace(",recorded_at", ",keyed") + GOOD, "column keyed: visit has no such column"),
        (HEAD.replace("crew", "outcome") + GOOD, "not a header of different column names"),
        (HEAD.replace(",", ";") + GOOD, "not a header of different column names"),
        ("fact_id,subject_id,at\n1,1,2025-01-01\n", "column recorded_at: the column is missing"),
        (HEAD + GOOD + GOOD.replace("1,7", "2,7").replace("seen", "Seen"),
         r"row 2, column outcome: 'Seen' is not one of seen, no_reply"),
        (HEAD + GOOD.replace("03-04T18:30", "02-30T18:30"), "row 1, column at: '2025-02-30T18:30'"),
        (HEAD + GOOD.replace("T18:30", "T24:30"), "row 1, column at: '2025-03-04T24:30'"),
        (HEAD + GOOD.replace("2025-03-04T18:30", "4 March"), "row 1, column at: '4 March' is not"),
        (HEAD + GOOD.replace("1,7,", ",7,"), "row 1, column fact_id: nothing stands there"),
        (HEAD + GOOD.replace("1,7,", "1.5,7,"), "row 1, column fact_id: '1.5' is not a whole"),
        (HEAD + GOOD.replace(",2,", ",-2,"), "row 1, column crew: '-2' is not a whole number"),
        (HEAD + GOOD.replace("false", "perhaps"), "row 1, column announced: 'perhaps' is not true"),
        (HEAD + GOOD + "2,7\n", "cannot be read as a CSV file .*Line: 3"),
        (HEAD + GOOD + GOOD, "column version: fact 1 has version 1 twice"),
        (HEAD.encode() + b"\xff\xfe", "cannot be read as a CSV file"),
        (bytes(range(256)), "cannot be read as a CSV file|not a header"),
    ],
)  # fmt: skip
def test_what_cannot_be_understood_is_told_with_its_place(
    tmp_path: Path, text: str | bytes, told: str
) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read(written(tmp_path, text))
    assert "visit.csv" in str(caught.value)


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"crew": pa.array([1.5])}, "column crew: the column is of type DOUBLE"),
        ({"outcome": pa.array([0])}, "column outcome: the column is of type BIGINT"),
        ({"outcome": pa.array(["away"])}, "row 1, column outcome: 'away' is not one of"),
        ({"announced": pa.array([1])}, "column announced: the column is of type BIGINT"),
        ({"mood": pa.array(["good"])}, "column mood: visit has no such column"),
        ({"at": pa.array([None], type=pa.timestamp("us"))}, "row 1, column at: nothing stands"),
    ],
)
def test_parquet_of_the_wrong_type_is_told(
    tmp_path: Path, columns: Mapping[str, Any], told: str
) -> None:
    write_parquet(tmp_path, {"visit": [fact(1, 1, "2025-01-01T00:00Z")]})
    table = pq.read_table(tmp_path / "visit.parquet").to_pydict()
    pq.write_table(pa.table(table | dict(columns)), tmp_path / "visit.parquet")
    with pytest.raises(InputError, match=told):
        read(tmp_path)


def test_a_broken_parquet_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"visit\.parquet: it cannot be read as a Parquet file"):
        read(written(tmp_path, b"PAR1 and then nothing", "visit.parquet"))


def test_a_file_that_is_no_table_is_refused_and_other_files_are_left_alone(tmp_path: Path) -> None:
    written(tmp_path, "notes", "README.txt")
    with pytest.raises(InputError, match=r"holds no \.parquet or \.csv"):
        read(tmp_path)
    with pytest.raises(InputError, match=r"no fact table 'visits' \(did you mean visit\?\)"):
        read(written(tmp_path, HEAD + GOOD, "visits.csv"))


def test_one_table_in_two_files_is_refused(tmp_path: Path) -> None:
    write_parquet(tmp_path, {"visit": A_FORCE["visit"]})
    with pytest.raises(InputError, match="holds the same table"):
        read(written(tmp_path, HEAD + GOOD))


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such folder"):
        read(tmp_path / "nowhere")


def test_a_fact_number_used_in_two_tables_is_refused(tmp_path: Path) -> None:
    tables = {"visit": [fact(1, 1, "2025-01-01Z")], "risk_plan": [fact(1, 1, "2025-01-01Z")]}
    tables = {
        key: [row | {"at": "2025-01-01T00:00Z"} for row in rows] for key, rows in tables.items()
    }
    with pytest.raises(
        InputError, match=r"fact_id 1 is used in (visit and in risk_plan|risk_plan and in visit)"
    ):
        read(write_csv(tmp_path, tables))
