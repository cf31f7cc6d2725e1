"""The schemas of what goes in and out, as data packages (https://specs.frictionlessdata.io)."""

from typing import Any, Final

from dutybook.duties.columns import COMMON_NAMES, TABLES, Code, Column, FactTable
from dutybook.duties.ledger import ENTRY_COLUMNS, SPAN_COLUMNS
from dutybook.duties.scale.ledger_columns import INSTANTS, KEY, NAMED
from dutybook.duties.scale.source_file import NEEDED

_TYPES: Final = {
    "instant": ("datetime", "timestamp[us, UTC]"),
    "flag": ("boolean", "bool"),
    "whole": ("integer", "int64"),
    "ref": ("integer", "int64"),
    "code": ("string", "string, or a dictionary of strings"),
}
_PROFILE: Final = "tabular-data-package"


def facts_package() -> dict[str, Any]:
    """Every fact table with its columns: what a folder of facts may hold."""
    return {
        "profile": _PROFILE,
        "name": "dutybook-facts",
        "description": (
            "One file (TABLE.parquet or TABLE.csv) or one folder of parts (TABLE/*) for each "
            "table that has facts; rows in any order, read fastest in order of subject_id and at. "
            "A time without an offset is local time in Europe/London; all times of a column say "
            "their offset, or none does. A day alone is a fact known only to the day."
        ),
        "resources": [_fact_table(table) for table in TABLES.values()],
    }


def _fact_table(table: type[FactTable]) -> dict[str, Any]:
    return {
        "name": table.key,
        "path": f"{table.key}.parquet",
        "description": " ".join((table.__doc__ or "").split()),
        "subject": table.subject,
        "schema": {
            "fields": [_field(column) for column in table.columns.values()],
            "primaryKey": ["fact_id", "version"],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    kind, parquet = _TYPES[column.kind]
    needed = column.required and (column.name not in COMMON_NAMES or column.name in NEEDED)
    constraints: dict[str, Any] = {"required": needed}
    if isinstance(column, Code):
        constraints["enum"] = list(column.choices)
    if column.kind == "whole":
        constraints["minimum"] = 0
    return {
        "name": column.name,
        "type": kind,
        "parquetType": parquet,
        "description": column.doc,
        "constraints": constraints,
    }


def ledger_package() -> dict[str, Any]:
    """The two tables of a ledger, as `dutybook ledger --out` writes them."""
    key = ["duty", *KEY]
    spans = [*KEY, *SPAN_COLUMNS[1:]]
    return {
        "profile": _PROFILE,
        "name": "dutybook-ledger",
        "description": "Entries of duties and how each stood from when to when; null: not so.",
        "resources": [
            _ledger_table("entries", [*ENTRY_COLUMNS], key),
            _ledger_table("spans", spans, [*key, "from_at"])
            | {"foreignKey": {"fields": key, "resource": "entries"}},
        ],
    }


def _ledger_table(name: str, columns: list[str], key: list[str]) -> dict[str, Any]:
    fields = [
        {"name": "duty", "type": "string", "constraints": {"required": True}},
        {"name": "force_id", "type": "integer", "constraints": {"required": True}},
        *(_ledger_field(column) for column in columns),
    ]
    return {"name": name, "path": f"{name}/", "schema": {"fields": fields, "primaryKey": key}}


def _ledger_field(name: str) -> dict[str, Any]:
    if name in INSTANTS:
        return {"name": name, "type": "datetime", "parquetType": "timestamp[us, UTC]"}
    if name in NAMED:
        return {"name": name, "type": "string", "constraints": {"enum": list(NAMED[name])}}
    return {"name": name, "type": "string" if name == "level" else "integer"}
