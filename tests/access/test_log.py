"""The access log: what a row says, when it refuses, and that nobody can take it back."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from dutybook.access import log
from dutybook.access.errors import AccessLogUnavailable, NotInTransaction
from dutybook.access.history import Change
from dutybook.access.models import AccessLogRow, Force, Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.database import DatabaseAccess

ANN = Viewer(
    5, "ann", "Ann Archer", None, 3, frozenset(), route="web:offender", request_id="ab" * 16
)


def consult(viewer: Viewer = ANN, **other: Any) -> int:
    row: dict[str, Any] = {
        "operation": Operation.CONSULTATION,
        "kind": RecordKind.OFFENDER,
        "subjects": [9, 4, 9],
    }
    return log.record(viewer, **{**row, **other})


def test_a_row_says_who_when_what_and_which(db: None) -> None:
    before = datetime.now(UTC)
    row = AccessLogRow.objects.get(pk=consult(detail="list of 2"))
    assert before <= row.at <= datetime.now(UTC)
    assert (row.user_id, row.username, row.force_id) == (5, "ann", 3)
    assert (row.operation, row.kind, row.subjects) == ("consultation", "offender", [4, 9])
    assert (row.route, row.request_id, row.detail) == ("web:offender", "ab" * 16, "list of 2")
    assert row.disclosed_to == ""


def test_rows_are_numbered_in_the_order_they_were_written(db: None) -> None:
    first, second = consult(), consult()
    assert first < second
    times = AccessLogRow.objects.order_by("pk").values_list("at", flat=True)
    assert list(times) == sorted(times)
    assert times[0] < times[1], "the clock of the insert, not of the transaction"


def test_one_row_for_any_number_of_records_in_one_statement(
    db: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        consult(subjects=range(5000))


def test_a_disclosure_names_its_recipient_and_nothing_else_does(db: None) -> None:
    number = consult(operation="disclosure", disclosed_to="South Vale Police")
    assert AccessLogRow.objects.get(pk=number).disclosed_to == "South Vale Police"
    with pytest.raises(ValueError, match="disclosure"):
        consult(operation="disclosure")
    with pytest.raises(ValueError, match="disclosure"):
        consult(disclosed_to="South Vale Police")


@pytest.mark.parametrize("detail", ["John Smith", 'search: "x"', "née", "two\nlines"])
def test_no_name_comes_into_the_detail(db: None, detail: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        consult(detail=detail)


def test_an_unknown_operation_or_kind_is_refused(db: None) -> None:
    with pytest.raises(ValueError, match="browsing"):
        consult(operation="browsing")
    with pytest.raises(ValueError, match="weather"):
        consult(kind="weather")


def test_it_refuses_outside_a_transaction(committed_database: DatabaseAccess) -> None:
    with pytest.raises(NotInTransaction):
        consult()
    assert AccessLogRow.objects.count() == 0
    with transaction.atomic():
        consult()
    assert AccessLogRow.objects.count() == 1


def test_a_row_goes_with_the_deed_it_records(committed_database: DatabaseAccess) -> None:
    @transaction.atomic
    def deed() -> None:
        Force.objects.create(key="north-vale", name="North Vale Police")
        consult()
        raise RuntimeError("the deed fails")

    with pytest.raises(RuntimeError):
        deed()
    assert AccessLogRow.objects.count() == Force.objects.count() == 0


def test_a_row_that_cannot_be_written_is_an_error(
    committed_database: DatabaseAccess, refuse_log_rows: Callable[[], None]
) -> None:
    refuse_log_rows()
    with pytest.raises(AccessLogUnavailable), transaction.atomic():
        consult()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_accesslogrow SET username = 'bob'",
        "UPDATE access_accesslogrow SET id = id + 100",
        "DELETE FROM access_accesslogrow",
        "TRUNCATE access_accesslogrow",
        "ALTER TABLE access_accesslogrow DISABLE TRIGGER ALL",
        "DROP TABLE access_accesslogrow",
        "ALTER SEQUENCE access_accesslogrow_id_seq RESTART WITH 1",
        "SELECT setval('access_accesslogrow_id_seq', 1)",
    ],
)
def test_postgresql_refuses_the_application_to_take_a_row_back(
    cloned_database: DatabaseAccess, statement: str
) -> None:
    insert = (
        "INSERT INTO access_accesslogrow (user_id, username, force_id, operation, kind, subjects,"
        " route, request_id, disclosed_to, detail)"
        " VALUES (1, 'ann', 1, 'consultation', 'offender', '{1}', '', '', '', '')"
    )
    with cloned_database.application.connect(autocommit=True) as application:
        application.execute(insert)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            application.execute(statement)
        kept = application.execute("SELECT username, subjects FROM access_accesslogrow").fetchall()
    assert kept == [("ann", [1])]


def test_history_is_as_lasting_as_the_log(db: None) -> None:
    kept = [model for model in apps.get_models() if issubclass(model, Change)]
    assert len(kept) >= 5
    assert all(model.append_only for model in kept)
    Force.objects.create(key="north-vale", name="North Vale Police")
    for statement in ("UPDATE {} SET pgh_label = 'x'", "DELETE FROM {}", "TRUNCATE {}"):
        for model in kept:
            with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
                connection.cursor().execute(statement.format(model._meta.db_table))
