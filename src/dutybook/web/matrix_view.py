"""The ledger's matrix as the template draws it: every number with the address of its rows."""

from typing import Any

from dutybook.ledger.queries.matrices import Matrix
from dutybook.web import wording
from dutybook.web.links import address, with_query

COLUMN_TITLES = {
    "not_overdue": ("Not late", ""),
    "1–7": ("1–7 days late", "1"),
    "8–28": ("8–28 days late", "2"),
    "29–91": ("29–91 days late", "3"),
    "92–182": ("92–182 days late", "4"),
    "183+": ("183 days or more", "5"),
    "stopped": ("Stopped", ""),
    "unknown": ("Level unknown", "unknown"),
    "no_standard_set": ("No standard set", "unknown"),
}
"""Each column of the matrix: its title, and how warm its cells are drawn."""

ROW_TITLES = {**wording.LEVELS, "not_by_level": "Not by level"}


def matrix_columns(matrix: Matrix) -> list[dict[str, str]]:
    """The column headings; one without a title here is shown by its name."""
    found = []
    for name in matrix.columns:
        title, tone = COLUMN_TITLES.get(name, (wording.plain(name), ""))
        found.append({"name": name, "title": title, "tone": tone})
    return found


def matrix_rows(matrix: Matrix, narrowed: dict[str, Any]) -> list[dict[str, Any]]:
    """One row a level; a row of nothing but duties without levels is left out when it is empty."""
    rows = []
    for row in matrix.rows:
        if row.level == "not_by_level" and row.total == 0:
            continue
        title = ROW_TITLES[row.level]
        cells = [
            _cell(count, title, name, {**narrowed, "row": row.level, "column": name})
            for count, name in zip(row.counts, matrix.columns, strict=True)
        ]
        rows.append({"title": title, "cells": cells})
    return rows


def matrix_total(matrix: Matrix, narrowed: dict[str, Any]) -> dict[str, Any]:
    """The foot: each column over all levels."""
    sums = [sum(counts) for counts in zip(*(row.counts for row in matrix.rows), strict=True)]
    cells = [
        _cell(count, "all levels", name, {**narrowed, "column": name})
        for count, name in zip(sums, matrix.columns, strict=True)
    ]
    return {"title": "All", "cells": cells}


def _cell(count: int, row: str, column: str, query: dict[str, Any]) -> dict[str, Any]:
    said = COLUMN_TITLES.get(column, (wording.plain(column), ""))[0]
    return {
        "count": count,
        "says": f"{row}, {said.lower()}",
        "href": with_query(address("web:team_records"), query),
    }
