"""The recurring-visit duty as others would work it out: the same entries from the same files.

Each answers with an Arrow table of `subject_id, opened_by, opened_at, met_at, level, due_at`, in
any order: an entry opens with registration and with every visit at which the offender was seen,
the next such visit meets it, and it is due at the end of the local day that many months after it
opened, by the level in force then. None checks its input, and none says what a change of level
does to an entry that is open; the engine does both.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

MONTHS: Final = {"low": 12, "medium": 6, "high": 3, "very_high": 1}
"""The interval by level, in months, as the engine's policies say too."""

OUTCOMES: Final = ("seen", "no_reply", "refused", "not_living_there", "not_at_home")

LONDON: Final = ZoneInfo("Europe/London")
_CASE: Final = "CASE level " + " ".join(f"WHEN '{k}' THEN {v}" for k, v in MONTHS.items()) + " END"

_OPENED: Final = """
opened AS (
    SELECT subject_id, "at", fact_id FROM {registration} WHERE state = 'registered'
    UNION ALL
    SELECT subject_id, "at", fact_id FROM {visit} WHERE outcome = 'seen'
)"""

DUCKDB_ASOF: Final = f"""
WITH {_OPENED},
levelled AS (
    SELECT opened.*, level
    FROM opened ASOF LEFT JOIN {{risk_level}} AS levels
      ON opened.subject_id = levels.subject_id AND opened."at" >= levels."at"
)
SELECT subject_id, fact_id AS opened_by, "at" AS opened_at,
       lead("at") OVER (PARTITION BY subject_id ORDER BY "at") AS met_at, level,
       ("at"::TIMESTAMP::DATE + INTERVAL 1 MONTH * {_CASE} + INTERVAL 1 DAY)::TIMESTAMPTZ
         - INTERVAL 1 MICROSECOND AS due_at
FROM levelled
"""

DUCKDB_WINDOWS: Final = f"""
WITH {_OPENED},
every AS (
    SELECT subject_id, "at", fact_id, NULL AS level FROM opened
    UNION ALL
    SELECT subject_id, "at", NULL, level FROM {{risk_level}}
),
levelled AS (
    SELECT subject_id, "at", fact_id,
           last_value(level IGNORE NULLS) OVER (PARTITION BY subject_id ORDER BY "at") AS level
    FROM every
),
kept AS (SELECT * FROM levelled WHERE fact_id IS NOT NULL)
SELECT subject_id, fact_id AS opened_by, "at" AS opened_at,
       lead("at") OVER (PARTITION BY subject_id ORDER BY "at") AS met_at, level,
       ("at"::TIMESTAMP::DATE + INTERVAL 1 MONTH * {_CASE} + INTERVAL 1 DAY)::TIMESTAMPTZ
         - INTERVAL 1 MICROSECOND AS due_at
FROM kept
"""

SPARK_SQL: Final = f"""
WITH {_OPENED},
every AS (
    SELECT subject_id, at, fact_id, NULL AS level FROM opened
    UNION ALL
    SELECT subject_id, at, NULL, level FROM {{risk_level}}
),
levelled AS (
    SELECT subject_id, at, fact_id,
           last_value(level) IGNORE NULLS OVER (PARTITION BY subject_id ORDER BY at) AS level
    FROM every
)
SELECT subject_id, fact_id AS opened_by, at AS opened_at,
       lead(at) OVER (PARTITION BY subject_id ORDER BY at) AS met_at, level,
       CAST(date_add(add_months(CAST(at AS DATE), {_CASE}), 1) AS TIMESTAMP)
         - INTERVAL 0.000001 SECOND AS due_at
FROM levelled WHERE fact_id IS NOT NULL
"""


def _places(folder: Path, shape: str) -> dict[str, str]:
    names = ("registration", "risk_level", "visit")
    return {name: shape.format(folder / f"{name}.parquet") for name in names}


def by_duckdb(folder: Path, query: str = DUCKDB_ASOF) -> pa.Table:
    with duckdb.connect() as duck:
        duck.execute("SET TimeZone = 'Europe/London'")
        duck.execute("SET preserve_insertion_order = false")
        return duck.sql(query.format(**_places(folder, "'{}'"))).to_arrow_table()


def by_duckdb_windows(folder: Path) -> pa.Table:
    return by_duckdb(folder, DUCKDB_WINDOWS)


def twenty_by_duckdb(folder: Path) -> int:
    """The twenty duties of `benchmarks.ours.twenty`, one query each; how many entries in all."""
    rows = 0
    for number in range(20):
        kinds = ", ".join(f"'{kind}'" for kind in OUTCOMES[: 1 + number % 5])
        query = DUCKDB_ASOF.replace("outcome = 'seen'", f"outcome IN ({kinds})")
        for level, months in MONTHS.items():
            later = f"WHEN '{level}' THEN {months + number // 5}"
            query = query.replace(f"WHEN '{level}' THEN {months}", later)
        rows += len(by_duckdb(folder, query))
    return rows


def by_polars(folder: Path) -> pa.Table:
    import polars as pl

    def facts(name: str, *columns: str) -> pl.LazyFrame:
        scanned = pl.scan_parquet(folder / f"{name}.parquet")
        return scanned.select("subject_id", "at", *columns)

    registered = facts("registration", "fact_id", "state").filter(pl.col("state") == "registered")
    seen = facts("visit", "fact_id", "outcome").filter(pl.col("outcome") == "seen")
    opened = pl.concat([one.drop(pl.last()) for one in (registered, seen)])
    levels = facts("risk_level", "level").with_columns(pl.col("level").cast(pl.String))
    local_day = pl.col("at").dt.convert_time_zone("Europe/London").dt.date()
    months = pl.col("level").replace_strict(MONTHS, return_dtype=pl.Int64)
    day = local_day.dt.offset_by(pl.format("{}mo", months)).dt.offset_by("1d")
    due = day.cast(pl.Datetime("us")).dt.replace_time_zone("Europe/London")
    entries = (
        opened.sort("subject_id", "at")
        .join_asof(
            levels.sort("subject_id", "at"), on="at", by="subject_id", check_sortedness=False
        )
        .select(
            "subject_id",
            pl.col("fact_id").alias("opened_by"),
            pl.col("at").alias("opened_at"),
            pl.col("at").shift(-1).over("subject_id").alias("met_at"),
            "level",
            (due.dt.convert_time_zone("UTC") - pl.duration(microseconds=1)).alias("due_at"),
        )
    )
    return entries.collect(engine="streaming").to_arrow()


def by_pandas(folder: Path) -> pa.Table:
    import pandas as pd

    def facts(name: str, *columns: str) -> pd.DataFrame:
        return pd.read_parquet(folder / f"{name}.parquet", columns=["subject_id", "at", *columns])

    registered, seen = (
        facts("registration", "fact_id", "state"),
        facts("visit", "fact_id", "outcome"),
    )
    kept = [registered[registered["state"] == "registered"], seen[seen["outcome"] == "seen"]]
    opened = pd.concat([one[["subject_id", "at", "fact_id"]] for one in kept])
    opened = opened.sort_values("at", kind="stable")
    levels = facts("risk_level", "level").sort_values("at", kind="stable")
    entries = pd.merge_asof(opened, levels, on="at", by="subject_id")
    entries = entries.sort_values(["subject_id", "at"], kind="stable")
    entries["met_at"] = entries.groupby("subject_id")["at"].shift(-1)
    day = entries["at"].dt.tz_convert("Europe/London").dt.tz_localize(None).dt.normalize()
    due = pd.Series(pd.NaT, index=entries.index, dtype="datetime64[us]")
    for level, months in MONTHS.items():
        rows = entries["level"] == level
        due[rows] = day[rows] + pd.DateOffset(months=months) + pd.Timedelta(days=1)
    local = due.dt.tz_localize("Europe/London").dt.tz_convert("UTC")
    entries["due_at"] = local - pd.Timedelta(microseconds=1)
    names = {"fact_id": "opened_by", "at": "opened_at"}
    return pa.Table.from_pandas(entries.rename(columns=names), preserve_index=False)


def by_python(folder: Path) -> pa.Table:
    """Lists and dictionaries, a subject at a time; slow, so it is given a sample."""
    facts = {name: pq.read_table(path) for name, path in _paths(folder).items()}
    levels: dict[int, list[tuple[datetime, str]]] = {}
    for subject, at, level in _rows(facts["risk_level"], "level"):
        levels.setdefault(subject, []).append((at, level))
    opened: dict[int, list[tuple[datetime, int]]] = {}
    for name, column, wanted in (
        ("registration", "state", "registered"), ("visit", "outcome", "seen")
    ):  # fmt: skip
        for subject, at, value, fact in _rows(facts[name], column, "fact_id"):
            if value == wanted:
                opened.setdefault(subject, []).append((at, fact))
    found: list[tuple[Any, ...]] = []
    for subject, events in opened.items():
        events.sort()
        steps = sorted(levels.get(subject, []))
        instants = [at for at, _ in steps]
        for place, (at, fact) in enumerate(events):
            step = bisect_right(instants, at) - 1
            level = steps[step][1] if step >= 0 else None
            met_at = events[place + 1][0] if place + 1 < len(events) else None
            due = _end_of_day_after(at, MONTHS[level]) if level else None
            found.append((subject, fact, at, met_at, level, due))
    names = ("subject_id", "opened_by", "opened_at", "met_at", "level", "due_at")
    return pa.table(dict(zip(names, zip(*found, strict=True), strict=True)))


def _paths(folder: Path) -> Mapping[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.parquet"))}


def _rows(table: pa.Table, *columns: str) -> Any:
    names = ("subject_id", "at", *columns)
    return zip(*(table[name].to_pylist() for name in names), strict=True)


def _end_of_day_after(at: datetime, months: int) -> datetime:
    day = at.astimezone(LONDON).date()
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    following = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=UTC).date()
    last = (following - timedelta(days=1)).day
    end = datetime(year, month, min(day.day, last), tzinfo=LONDON) + timedelta(days=1)
    return end.astimezone(UTC) - timedelta(microseconds=1)


def spark_sql(master: str) -> Callable[[Path], pa.Table]:
    """Spark SQL on `master`; the session is started before anything is timed."""
    from pyspark.sql import SparkSession

    spark = (
        SparkSession.builder.master(master)
        .config("spark.driver.memory", "6g")
        .config("spark.driver.maxResultSize", "0")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "Europe/London")
        .config("spark.sql.execution.arrow.pyspark.enabled", "true")
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
        .getOrCreate()
    )

    def run(folder: Path) -> pa.Table:
        found = spark.sql(SPARK_SQL.format(**_places(folder, "parquet.`{}`")))
        return found.toArrow()

    return run
