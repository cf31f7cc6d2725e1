"""However a list is narrowed, the span in force on the day is joined to each entry once."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.ledger.scene import TODAY, Scene

from dutybook.access.viewer import Viewer
from dutybook.ledger.queries import records_in_breach, team_board, unset_policies, work_list
from dutybook.ledger.queries.calendar import due_by_day

DUTY = "visit_within_interval"
JOINED = re.compile(r'JOIN "ledger_span"')

READ: dict[str, Callable[[Viewer], Any]] = {
    "a week": lambda by: work_list(by, TODAY, due_by=TODAY),
    "a level": lambda by: work_list(by, TODAY, level="high", status="overdue"),
    "a cell": lambda by: work_list(by, TODAY, scope="team", row="high", column="not_overdue"),
    "breaches": lambda by: records_in_breach(by, DUTY, TODAY, level="high", status="overdue"),
    "events": lambda by: records_in_breach(by, "visit_unannounced_in_pairs", TODAY, level="high"),
    "the calendar": lambda by: due_by_day(by, TODAY),
    "a board": lambda by: team_board(by, TODAY),
    "settings": lambda by: unset_policies(by, TODAY),
}


@pytest.mark.parametrize("read", READ.values(), ids=READ.keys())
def test_the_span_is_joined_once(scene: Scene, read: Callable[[Viewer], Any]) -> None:
    with CaptureQueriesContext(connection) as sent:
        read(scene.supervisor)
    joins = [len(JOINED.findall(text)) for text in as_written(one["sql"] for one in sent)]
    assert max(joins) == 1


def as_written(sent: Iterable[str]) -> Iterator[str]:
    """The texts of statements; of one that the server keeps, the text that it was prepared from."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, statement FROM pg_prepared_statements")
        kept = dict(cursor.fetchall())
    for text in sent:
        yield kept[text.split()[1]] if text.startswith("EXECUTE ") else text
