"""The scene of the tests of the records rooms: one record of each kind, two teams, every role."""

from collections.abc import Callable
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError
from tests.ledger.scene import DAY, NOW, Scene, compile_kernel, make_scene

from dutybook.records.governance import actions as governance
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.safeguarding import actions as safeguarding
from dutybook.records.workforce import actions as workforce


@pytest.fixture(scope="session", autouse=True)
def kernel() -> None:
    """As a web worker does before its first request: no transaction waits for the compiler."""
    compile_kernel()


@pytest.fixture
def scene(db: None) -> Scene:
    """A demonstration force with two teams, on the application's role."""
    return make_scene()


@pytest.fixture
def offender(scene: Scene) -> int:
    return scene.offender(level="high")


@pytest.fixture
def suspect(scene: Scene) -> int:
    return investigations.receive_referral(
        by=scene.investigator,
        now=NOW - 60 * DAY,
        received_at=NOW - 61 * DAY,
        reference="OP-1",
        team_id=scene.east.pk,
        owner_id=scene.investigator.user_id,
    ).subject_id


@pytest.fixture
def order(scene: Scene, offender: int) -> int:
    """An order against the offender, of whose conditions nothing is broken."""
    return offenders.open_order(
        by=scene.manager,
        now=NOW - 30 * DAY,
        offender_id=offender,
        kind="shpo",
        court="Wealdmoor Crown Court",
        made_on=(NOW - 40 * DAY).date(),
        last_day=date(2031, 11, 20),
        conditions="Not to go near the school.",
    ).subject_id


@pytest.fixture
def child(scene: Scene, offender: int) -> int:
    """A child known since yesterday to be at risk from the offender; nothing is decided."""
    return safeguarding.know_of_child(
        by=scene.manager,
        now=NOW - DAY,
        root_id=offender,
        at=NOW - DAY,
        known_as="The younger child of his new partner",
        learnt_from="A visit",
        note="He stays there three nights a week",
    ).subject_id


@pytest.fixture
def bail(scene: Scene, suspect: int) -> int:
    return investigations.open_bail(
        by=scene.investigator,
        now=NOW - 40 * DAY,
        suspect_id=suspect,
        first_day=date(2026, 10, 16),
        last_day=date(2027, 1, 15),
        conditional=True,
        conditions="No contact with children.",
        arrested_on=date(2026, 10, 15),
    ).subject_id


@pytest.fixture
def staff(scene: Scene) -> int:
    return workforce.join_role(
        by=scene.wellbeing,
        now=NOW - 400 * DAY,
        at=date(2025, 10, 1),
        title="Investigator",
        payroll_ref="P-1",
        name="Robin Invented",
    ).subject_id


@pytest.fixture
def document(scene: Scene) -> int:
    """A leaflet that the force has needed for a hundred days."""
    return governance.need_document(
        by=scene.liaison,
        now=NOW - 90 * DAY,
        at=(NOW - 100 * DAY).date(),
        kind="family_leaflet",
        title="Leaflet for families",
    ).subject_id


@pytest.fixture
def agreement(scene: Scene) -> int:
    """An agreement with probation that the force has needed for a hundred days."""
    return governance.need_agreement(
        by=scene.liaison,
        now=NOW - 90 * DAY,
        at=(NOW - 100 * DAY).date(),
        kind="probation",
        title="With probation",
        partner="The Probation Service",
    ).subject_id


@pytest.fixture
def database_refuses() -> Callable[[str], AbstractContextManager[None]]:
    """`with database_refuses(rule):` the database itself breaks off with that constraint."""

    @contextmanager
    def refuses(constraint: str) -> Any:
        with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
            yield

    return refuses


@pytest.fixture
def insert() -> Callable[..., None]:
    """Inserts one row by plain SQL, as somebody would who goes round the actions."""

    def run(table: str, **values: Any) -> None:
        names = ", ".join(values)
        places = ", ".join(["%s"] * len(values))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {table} ({names}) VALUES ({places})", list(values.values())
            )

    return run
