"""Statements kept by the server: their values, their plans, and what becomes of them."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from dutybook.access import statements as module
from dutybook.access.models import Force
from dutybook.access.statements import asked

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_a_plan_outlives_a_transaction_that_fails(force: Force) -> None:
    point = transaction.savepoint()
    assert asked("SELECT key FROM access_force WHERE id = $1", [force.pk]) == [(force.key,)]
    transaction.savepoint_rollback(point)
    sent: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        assert asked("SELECT key FROM access_force WHERE id = $1", [force.pk]) == [(force.key,)]
    assert len(sent) == 1
    assert sent[0].startswith("EXECUTE")


def test_no_more_plans_are_kept_than_said(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.ensure_connection()
    monkeypatch.setattr(module, "_NAMES", type(module._NAMES)())
    monkeypatch.setattr(module, "PLANS_KEPT", 3)
    for turn in range(2):
        for number in range(5):
            assert asked(f"SELECT $1 + {number}", [turn]) == [(turn + number,)]
    names = module._NAMES[connection.connection].values()
    assert len(names) == 3
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_prepared_statements WHERE name = ANY(%s)", [list(names)]
        )
        assert cursor.fetchone() == (3,)


def test_what_was_asked_last_is_kept(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    connection.ensure_connection()
    monkeypatch.setattr(module, "_NAMES", type(module._NAMES)())
    monkeypatch.setattr(module, "PLANS_KEPT", 2)
    for number in (1, 2, 1, 3):
        asked(f"SELECT $1 + {number}", [0])
    kept = [text for text, _types in module._NAMES[connection.connection]]
    assert kept == ["SELECT $1 + 1", "SELECT $1 + 3"]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (2**40, "bigint"), (3, "bigint"), (True, "boolean"), ("text", "text"),
        (NOON, "timestamp with time zone"), (NOON.date(), "date"), ([1, 2**40], "bigint[]"),
        ([False], "boolean[]"), (-7, "bigint"), ([-1], "bigint[]"), ("", "text"),
        ("it's", "text"), ("a\\b", "text"), ("'; --", "text"), ("caf\u00e9 100% $1", "text"),
        (["it's", 'a"b', ""], "text[]"), ("two\nlines", "text"),
    ],
)  # fmt: skip
def test_a_value_arrives_as_it_is(db: None, value: object, read: str) -> None:
    assert asked("SELECT $1, pg_typeof($1)::text", [value]) == [(value, read)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("SELECT '{\"a\": [1, null]}'::jsonb", '{"a": [1, null]}'),  # Django's fields read it
        ("SELECT '{\"a\": [1, null]}'::json", {"a": [1, None]}),
        ("SELECT row_to_json(t) FROM (SELECT 1 AS a) t", {"a": 1}),
        ("SELECT 1.50::numeric", Decimal("1.50")),
        ("SELECT '2026-11-24 12:00+00'::timestamptz", NOON),
        ("SELECT '2026-06-24 13:00+01'::timestamptz", datetime(2026, 6, 24, 12, tzinfo=UTC)),
        ("SELECT ARRAY['2026-11-24'::date, NULL]", [NOON.date(), None]),
        ("SELECT '00:30'::time", time(0, 30)),
        ("SELECT interval '90 minutes'", timedelta(minutes=90)),
        ("SELECT ARRAY['a', 'it''s']::varchar[]", ["a", "it's"]),
        ("SELECT true", True),
        (f"SELECT '{UUID(int=7)}'::uuid", UUID(int=7)),
    ],
)  # fmt: skip
def test_an_answer_is_read_as_django_reads_it(db: None, text: str, read: object) -> None:
    assert asked(text, []) == [(read,)]
    with connection.cursor() as cursor:
        cursor.execute(text)
        assert cursor.fetchall() == [(read,)]


def test_nothing_and_an_empty_list_take_the_type_that_the_statement_asks(db: None) -> None:
    assert asked("SELECT $1::bigint[], $2::bigint", [[], None]) == [([], None)]


def test_a_wrong_statement_says_so_as_django_does(db: None) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        asked("SELECT nothing_of_that_name", [])


def test_a_new_connection_is_told_anew(committed_database: Any) -> None:
    """As after the server was started again: what the old one was told is gone with it."""
    for _ in range(2):
        assert asked("SELECT $1 * 2", [21]) == [(42,)]
        connection.close()
