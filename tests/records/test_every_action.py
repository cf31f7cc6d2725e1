"""What holds for every action that changes a record: who, logged, whole or not at all."""

import inspect
from typing import Any

import pytest
from django.db import connection
from django.db.models import Max
from tests.ledger.scene import DAY, NOW, Scene, make_scene
from tests.records.act import BY
from tests.records.every_action import ACTS

from dutybook.access import log
from dutybook.access.errors import AccessLogUnavailable, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.ledger.models import Subject
from dutybook.ledger.registry import sources
from dutybook.records.governance import actions as governance
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.safeguarding import actions as safeguarding
from dutybook.records.workforce import actions as workforce

every_act = pytest.mark.parametrize("name", ACTS)
OPENING = {"register_offender", "receive_transfer", "load_batch", "load_caseload"}
OPENING |= {"need_document", "need_agreement", "resume_undecided"}
OF_THE_FORCE = ("document", "agreement")


@pytest.fixture
def subject(name: str, request: pytest.FixtureRequest) -> int:
    return request.getfixturevalue(ACTS[name].kind)


def rows() -> dict[str, int]:
    """How many rows every table of records has, the log's too."""
    tables = [source.db_table for source in sources()]
    tables += ["ledger_subject", "ledger_subjectchange", "ledger_entry", "ledger_span"]
    tables += ["ledger_restriction", "offenders_offenderchange", "access_accesslogrow"]
    counted = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")
            counted[table] = cursor.fetchone()[0]
    return counted


def of_two_records() -> list[tuple[int]]:
    """Facts whose versions are not all about one record: a history could not say which stands."""
    tables = [source.db_table for source in sources()]
    facts = " UNION ALL ".join(f"SELECT fact_id, subject_id FROM {table}" for table in tables)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT fact_id FROM ({facts}) f GROUP BY fact_id"
            " HAVING count(DISTINCT subject_id) > 1"
        )
        return cursor.fetchall()


def test_no_action_is_left_out_here() -> None:
    tried = {act.action for act in ACTS.values()}
    for room in (offenders, investigations, workforce, governance, safeguarding):
        for name, action in vars(room).items():
            own = inspect.isfunction(action) and action.__module__.startswith(room.__name__)
            is_action = own and "by" in inspect.signature(action).parameters
            if is_action and not name.startswith("_") and name not in OPENING:
                assert action in tried, f"{room.__name__}.{name}"


@every_act
def test_it_is_done_and_logged_in_the_same_transaction(
    scene: Scene, name: str, subject: int
) -> None:
    act = ACTS[name]
    given = act.made(scene, subject)
    before = AccessLogRow.objects.aggregate(last=Max("id"))["last"]
    saved = act.on(scene, subject, given)
    [row] = AccessLogRow.objects.filter(pk__gt=before)
    assert (row.operation, row.at is not None) == (act.operation, True)
    assert saved.subject_id in row.subjects
    assert of_two_records() == []
    assert row.username == getattr(scene, act.by or BY[act.kind]).username
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        assert row.transaction == cursor.fetchone()[0]


@every_act
def test_without_its_log_row_nothing_is_kept(
    scene: Scene, name: str, subject: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    act = ACTS[name]
    given = act.made(scene, subject)
    somebody = getattr(scene, act.by or BY[act.kind])
    before = rows()

    def refuse(*_args: Any, **_values: Any) -> int:
        raise AccessLogUnavailable("the access log cannot be written")

    monkeypatch.setattr(log, "_insert", refuse)
    with pytest.raises(AccessLogUnavailable):
        act.on(scene, subject, given, by=somebody)
    assert rows() == before


@every_act
def test_a_hidden_record_answers_as_an_absent_one(scene: Scene, name: str, subject: int) -> None:
    act = ACTS[name]
    given = act.made(scene, subject)
    root = Subject.objects.get(pk=subject)
    Subject.objects.filter(pk__in=[subject, root.beneath_id]).update(
        team_id=scene.west.pk if act.kind != "staff" else None, owner_id=None, restricted=True
    )
    other = make_scene("south-vale")
    strangers = [getattr(other, act.by or BY[act.kind])]
    # The wellbeing lead of the force reads all; whom a fact names may answer it.
    if act.kind != "staff" and not act.by_name:
        strangers.append(getattr(scene, act.by or BY[act.kind]))
    told = set()
    for by in strangers:
        for number in (subject, 10**15):
            with pytest.raises(NotFound) as hidden:
                act.on(scene, number, given, by=by)
            told.add(str(hidden.value))
    assert len(told) == 1


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if act.kind != "staff"])
def test_who_may_read_and_not_write_is_told_so(scene: Scene, name: str, subject: int) -> None:
    act = ACTS[name]
    given = act.made(scene, subject)
    before = rows()
    readers = (scene.analyst, scene.liaison, scene.chief)
    if act.kind in OF_THE_FORCE:
        readers = (scene.analyst, scene.auditor, scene.manager)
    for by in readers:
        with pytest.raises(NotFound if act.by_name else NotAllowed):
            act.on(scene, subject, given, by=by)
    assert rows() == before


@every_act
def test_roles_without_reach_find_nothing(scene: Scene, name: str, subject: int) -> None:
    act = ACTS[name]
    given = act.made(scene, subject)
    without = [scene.commissioner, scene.loader]
    without.append(scene.viewer("administrator", Role.ADMINISTRATOR))
    if act.kind not in OF_THE_FORCE:
        without.append(scene.auditor)
        without.append(scene.manager if act.kind == "staff" else scene.wellbeing)
    for by in without:
        with pytest.raises(NotFound):
            act.on(scene, subject, given, by=by)


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if act.by == "supervisor"])
def test_what_a_supervisor_does_nobody_else_does(scene: Scene, name: str, subject: int) -> None:
    act = ACTS[name]
    given = act.made(scene, subject)
    own = getattr(scene, BY[act.kind])
    with pytest.raises(NotFound if act.by_name else NotAllowed):
        act.on(scene, subject, given, by=own)


@pytest.mark.parametrize("name", [name for name, act in ACTS.items() if "at" in act.answers])
def test_a_day_without_its_time_is_kept_as_a_day(scene: Scene, name: str, subject: int) -> None:
    act = ACTS[name]
    act.on(scene, subject, {**act.made(scene, subject), "at": (NOW - 2 * DAY).date()})
    kept = [
        source.model.objects.filter(subject_id=subject, day_only=True).count()
        for source in sources()
    ]
    assert sum(kept) >= 1
