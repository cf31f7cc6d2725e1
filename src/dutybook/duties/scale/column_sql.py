"""How each kind of column is read from a file: SQL that gives the kept integer, or NULL.

In a file a choice stands by its name, an instant as ISO 8601 text (or a timestamp or date column
in Parquet), a flag as true or false. An instant without an offset is local time in Europe/London;
one that daylight saving skips or repeats is the later instant. An empty text is "not recorded".
"""

from dataclasses import dataclass
from typing import Final

from dutybook.duties.columns import Code, Column

ISO_DAY: Final = r"\d{4}-\d{2}-\d{2}"
ISO_INSTANT: Final = (
    ISO_DAY + r"([T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)?)?"
)
WHOLE_NUMBER: Final = r"\d{1,18}"

_INTEGERS: Final = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
_TEXT: Final = ("VARCHAR",)
_TIMES: Final = (
    *("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"),
    "TIMESTAMP WITH TIME ZONE",
)
_ACCEPTED: Final = {
    "instant": (*_TEXT, *_TIMES),
    "flag": (*_TEXT, "BOOLEAN"),
    "whole": (*_TEXT, *_INTEGERS),
    "ref": (*_TEXT, *_INTEGERS),
    "code": _TEXT,
}

SHAPES: Final = {
    "instant": "a date or time as 2026-03-02, 2026-03-02T10:30 or 2026-03-02T10:30:00Z",
    "flag": "true or false",
    "whole": "a whole number, zero or more",
    "ref": "the fact_id of another fact",
    "code": "one of the choices, by name",
}
"""What a file holds in each kind of column, in words."""


@dataclass(frozen=True)
class ColumnSql:
    """`raw` is the column as it stands in the file, `value` what is kept, `given` whether the
    file holds anything there. Where `given` and `value` is NULL the file cannot be understood.
    """

    raw: str
    given: str
    value: str


def accepts(column: Column, file_type: str) -> bool:
    """Whether a Parquet column of DuckDB's `file_type` can hold `column`."""
    plain = file_type if file_type.startswith("TIMESTAMP") else file_type.split("(")[0]
    if plain.startswith("ENUM"):
        plain = "VARCHAR"
    return plain in _ACCEPTED[column.kind]


def column_sql(column: Column, file_type: str) -> ColumnSql:
    """The SQL that reads `column` from a file's column of DuckDB's `file_type`."""
    raw = f'"{column.name}"'
    if file_type == "VARCHAR" or column.kind == "code":
        text = f"trim({raw}::VARCHAR)"
        return ColumnSql(raw, f"coalesce({text} <> '', FALSE)", _from_text(column, text))
    if column.kind == "instant":
        value = f"epoch_us({raw}::TIMESTAMPTZ)"
    elif column.kind == "whole":
        value = f"CASE WHEN {raw} >= 0 THEN {raw}::BIGINT END"
    else:
        value = f"{raw}::BIGINT"
    return ColumnSql(raw, f"{raw} IS NOT NULL", value)


def _from_text(column: Column, text: str) -> str:
    if isinstance(column, Code):
        choices = " ".join(f"WHEN '{choice}' THEN {i}" for i, choice in enumerate(column.choices))
        return f"CASE {text} {choices} END"
    if column.kind == "instant":
        instant = f"epoch_us(TRY_CAST({text} AS TIMESTAMPTZ))"
        return f"CASE WHEN {_fits(text, ISO_INSTANT)} THEN {instant} END"
    if column.kind == "flag":
        return (
            f"CASE WHEN lower({text}) IN ('true', 'yes', '1') THEN 1 "
            f"WHEN lower({text}) IN ('false', 'no', '0') THEN 0 END"
        )
    sign = "-?" if column.kind == "ref" else ""
    return f"CASE WHEN {_fits(text, sign + WHOLE_NUMBER)} THEN {text}::BIGINT END"


def has_offset_sql(column: Column, sql: ColumnSql) -> str | None:
    """SQL: whether a text instant says its offset from UTC; NULL for a day alone or no instant.

    None where the column is not a text of instants, so that all its rows say the same.
    """
    if column.kind != "instant" or "regexp_full_match" not in sql.value:
        return None
    text = f"trim({sql.raw}::VARCHAR)"
    said = f"regexp_matches({text}, '[T ].*(Z|[+-][0-9:]+)$')"
    return f"CASE WHEN ({sql.value}) IS NOT NULL AND length({text}) > 10 THEN {said} END"


def day_alone_sql(file_type: str) -> str:
    """SQL: whether `at` was given as a day without a time."""
    if file_type == "DATE":
        return "TRUE"
    return _fits('trim("at"::VARCHAR)', ISO_DAY) if file_type == "VARCHAR" else "FALSE"


def _fits(text: str, shape: str) -> str:
    return f"regexp_full_match({text}, '{shape}')"
