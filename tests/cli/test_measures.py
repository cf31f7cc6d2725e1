"""`dutybook measures`: a figure as known now and as known then, and why they differ."""

import csv
import io
import json
from typing import Any

from tests.cli.command import Installed

VISITS = "visit_within_interval"


def figures(late: Installed, *options: str) -> dict[str, Any]:
    printed = late.done("measures", "--on", "2025-10-31", "--format", "json", *options)
    return {one["duty"]: one for one in json.loads(printed)}[VISITS]


def test_a_visit_keyed_late_changes_what_was_known_not_what_was_done(late: Installed) -> None:
    now = figures(late)
    then = figures(late, "--known-at", "2025-11-05")
    # Seen on 10 September, A is due on 10 December; without that visit, since 20 September.
    assert (now["total"]["numerator"], now["total"]["denominator"]) == (2, 2)
    assert (then["total"]["numerator"], then["total"]["denominator"]) == (1, 2)
    assert sum(row["total"] for row in now["backlog"]) == 0
    assert sum(row["total"] for row in then["backlog"]) == 1
    assert now["digest"] != then["digest"]


def test_from_the_day_it_was_keyed_it_is_known(late: Installed) -> None:
    keyed = figures(late, "--known-at", "2025-11-10")
    assert keyed["total"]["numerator"] == 2
    assert figures(late, "--known-at", "2025-11-09")["total"]["numerator"] == 1


def test_a_table_and_csv_say_the_same(late: Installed) -> None:
    table = late.done("measures", "--on", "2025-10-31")
    assert "2 of 2" in table
    assert "known at" in table
    rows = csv.DictReader(io.StringIO(late.done("measures", "--on=2025-10-31", "--format=csv")))
    visits = next(row for row in rows if row["duty"] == VISITS)
    assert (visits["numerator"], visits["denominator"]) == ("2", "2")


def test_what_has_no_standard_is_counted_but_never_as_met(late: Installed) -> None:
    printed = late.done("measures", "--on", "2025-10-31", "--format", "json")
    reviews = {one["duty"]: one for one in json.loads(printed)}["supervisor_review_of_visit"]
    assert reviews["unset_policies"]
    assert reviews["total"]["numerator"] == 0
    assert reviews["total"]["no_standard"] == reviews["total"]["denominator"] == 4
