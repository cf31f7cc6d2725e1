"""A reading and its log row stand or fall together, and a page sets no savepoint for them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction

from dutybook.access import log
from dutybook.access.consulting import consultation
from dutybook.access.models import AccessLogRow, User
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer


@consultation
def looked(viewer: Viewer, subject: int, *, fails: bool = False) -> int:
    log.record_consultation(viewer, {RecordKind.OFFENDER: [subject]}, detail="a look")
    if fails:
        raise LookupError("after the row")
    return subject


def viewer_of(user: User) -> Viewer:
    return Viewer(user.pk, user.username, "A", None, user.force_id, frozenset())


@pytest.fixture
def sent() -> list[str]:
    """The statements that were sent since, by their first word."""
    words: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        words.append(sql.split()[0])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield words


def test_within_a_transaction_it_is_one_statement(
    make_user: Callable[..., User], sent: list[str]
) -> None:
    viewer = viewer_of(make_user("ann"))
    sent.clear()
    with transaction.atomic(savepoint=False):
        assert looked(viewer, 7) == 7
    assert sent == ["EXECUTE"]


def test_alone_it_is_kept_whole_or_not_at_all(
    committed_database: Any, make_user: Callable[..., User]
) -> None:
    viewer = viewer_of(make_user("ann"))
    assert not connection.in_atomic_block
    with pytest.raises(LookupError):
        looked(viewer, 7, fails=True)
    assert not AccessLogRow.objects.exists()
    looked(viewer, 8)
    assert [row.subjects for row in AccessLogRow.objects.all()] == [[8]]
    assert not connection.in_atomic_block
