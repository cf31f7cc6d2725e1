"""No page asks the database more because there is more to show, and none asks it much."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.web.conftest import NOW
from tests.web.crowd import crowd
from tests.web.test_urls import expected

from dutybook.access.roles import Role
from dutybook.access.viewer import operator
from dutybook.documents.samples import sample_bytes
from dutybook.inspections.actions import import_response

MOST = 15
CONTROL = ("SAVEPOINT", "RELEASE SAVEPOINT", "ROLLBACK TO", "BEGIN", "COMMIT")


@pytest.fixture
def pages(person: Any, enter: Any, addresses: dict[str, str]) -> Any:
    """Opens every page that any role may, as the first role that may; gives statements asked."""
    browsers = {role: enter(person(role, f"some_{role}")) for role in Role}

    def asked() -> dict[str, int]:
        counted = {}
        for name, row in expected().items():
            role = next((role for role in Role if row[role.value] == "page"), None)
            if role is None:
                continue
            browsers[role].get(addresses[name])  # templates and figures are remembered from here
            with CaptureQueriesContext(connection) as captured:
                response = browsers[role].get(addresses[name])
            assert response.status_code == 200, name
            statements = [query["sql"] for query in captured.captured_queries]
            counted[name] = sum(not one.startswith(CONTROL) for one in statements)
        return counted

    return asked


def test_as_many_statements_for_two_hundred_rows_as_for_two(
    pages: Any, offender_team: Any, abuse_team: Any, person: Any
) -> None:
    owner = person(Role.OFFENDER_MANAGER, "owner")
    given = {"now": NOW, "offender_team": offender_team, "abuse_team": abuse_team, "owner": owner}
    answer = sample_bytes().replace(b"Wealdmoor", b"North Vale")
    command = operator("root", force_id=offender_team.force_id, route="test")
    import_response(content=answer, file_name="answer.txt", by=command, now=NOW)
    crowd(2, prefix="few", **given)
    few = pages()
    crowd(200, prefix="many", **given)
    # Nothing has analysed the rows of this transaction, and what is counted here is statements.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
    many = pages()
    assert len(many) > 40
    assert many == few
    assert {name: count for name, count in many.items() if count > MOST} == {}
