"""Governance packs: asked for, made in the background, kept as they were made."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.inspections.conftest import Answered
from tests.ledger.scene import DAY, NOW, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections import actions, queries
from dutybook.inspections.actions import packs as packs_of
from dutybook.inspections.models import FinishedPack, PackRequest, PackUnit
from dutybook.inspections.pack_sections import SECTIONS
from dutybook.ledger.actions import set_policy
from dutybook.ledger.models import Notice
from dutybook.ledger.queries import measures

OCTOBER = date(2026, 10, 31)
UNIT = PackUnit.OFFENDER_MANAGEMENT


class Line:
    """What was handed to the worker, and a clock that stands still."""

    def __init__(self) -> None:
        self.waiting: list[int] = []

    def defer(self, asked: PackRequest) -> None:
        self.waiting.append(asked.pk)

    def work(self) -> None:
        while self.waiting:
            packs_of.make_pack(self.waiting.pop(0), clock=lambda: NOW + timedelta(minutes=1))


@pytest.fixture
def line() -> Line:
    return Line()


def ask(scene: Answered, line: Line, **values: Any) -> PackRequest:
    given = {"by": scene.liaison, "now": NOW, "unit": UNIT.value, "day": OCTOBER}
    return actions.ask_for_pack(**given | values, defer=line.defer)


def made(scene: Answered, line: Line, **values: Any) -> dict[str, Any]:
    asked = ask(scene, line, **values)
    line.work()
    row, contents = queries.pack(scene.chief, asked.pk)
    assert row.is_made
    assert contents is not None
    return contents


def rows_of(contents: dict[str, Any]) -> dict[str, list[str]]:
    return {row[0]: row for section in contents["sections"] for row in section["rows"]}


def test_every_duty_stands_in_a_pack_once() -> None:
    found = [[duty.key for _, duties in SECTIONS[unit] for duty in duties] for unit in PackUnit]
    assert set().union(*found) == set(CATALOGUE)
    assert all(len(keys) == len(set(keys)) for keys in found)
    assert all(duties for sections in SECTIONS.values() for _, duties in sections)


def test_its_figures_are_those_of_the_measures(scene: Answered, line: Line) -> None:
    for level in ("very_high", "high", "", "low"):
        scene.visit(scene.offender(level=level), NOW - 300 * DAY)
    rows = rows_of(made(scene, line))
    for key in ("visit_within_interval", "arms_reassessment", "visit_unannounced_in_pairs"):
        total = measures(scene.chief, OCTOBER, duty=key, now=NOW).total
        assert total.denominator
        row = rows[CATALOGUE[key].title]
        assert row[1] == f"{total.numerator} of {total.denominator}"
        assert row[3] == str(total.unknown + total.no_standard)


def test_what_nobody_records_here_reads_so(scene: Answered, line: Line) -> None:
    row = rows_of(made(scene, line))[CATALOGUE["register_reconciled"].title]
    assert row[1] == "No records of this kind yet"


def test_progress_is_told_and_the_pack_stands_as_it_was_made(scene: Answered, line: Line) -> None:
    asked = ask(scene, line)
    row, contents = queries.pack(scene.chief, asked.pk)
    assert (row.is_made, row.steps, contents) == (False, 0, None)
    line.work()
    row, before = queries.pack(scene.chief, asked.pk)
    assert row.steps_done == row.steps > 30
    told = Notice.objects.get(kind="reminder", user_id=scene.liaison.user_id)
    assert (told.reminder.code, told.reminder.number) == ("pack_made", asked.pk)
    scene.offender(level="high")
    assert queries.pack(scene.chief, asked.pk)[1] == before
    with pytest.raises(ProgrammingError), transaction.atomic():
        FinishedPack.objects.update(contents={})


def test_a_figure_that_cannot_be_counted_says_so(
    scene: Answered, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask(scene, line)

    def fails(*_args: Any, **_values: Any) -> Any:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(packs_of, "pack_of", fails)
    with pytest.raises(RuntimeError):
        line.work()
    row, contents = queries.pack(scene.chief, asked.pk)
    assert (row.problem, contents) == (packs_of.COULD_NOT, None)
    assert not row.is_made
    assert Notice.objects.get(kind="reminder").reminder.code == "pack_failed"
    ask(scene, line)  # and it can be asked for again


def test_a_pack_that_a_killed_worker_left_is_begun_anew(scene: Answered, line: Line) -> None:
    asked = ask(scene, line)
    PackRequest.objects.filter(pk=asked.pk).update(begun_at=NOW, steps=40, steps_done=17)
    line.work()
    assert queries.pack(scene.chief, asked.pk)[0].is_made
    packs_of.make_pack(asked.pk, clock=lambda: NOW)
    assert FinishedPack.objects.count() == 1


def test_the_same_pack_is_made_once_at_a_time(scene: Answered, line: Line) -> None:
    ask(scene, line)
    with pytest.raises(InvalidInput, match="being made already"):
        ask(scene, line)
    ask(scene, line, unit=PackUnit.ONLINE_CHILD_ABUSE.value)
    with pytest.raises(IntegrityError), transaction.atomic():
        PackRequest.objects.create(force=scene.force, unit=UNIT.value, day=OCTOBER, asked_at=NOW)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"unit": "roads"}, "unit"),
        ({"day": date(2026, 10, 30)}, "day"),
        ({"day": date(2026, 11, 30)}, "day"),
    ],
)
def test_what_is_no_pack_is_refused(
    scene: Answered, line: Line, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        ask(scene, line, **values)
    assert field in refusal.value.problems
    assert not line.waiting


def test_only_who_counts_the_force_within_it_reads_packs(scene: Answered, line: Line) -> None:
    number = ask(scene, line).pk
    line.work()
    for name in ("analyst", "chief", "liaison", "auditor", "wellbeing"):
        assert queries.pack(getattr(scene, name), number)[1]
    other = make_scene("thornwick")
    for viewer in (scene.manager, scene.supervisor, scene.commissioner):
        with pytest.raises(NotAllowed):
            queries.packs(viewer, now=NOW)
        with pytest.raises(NotAllowed):
            queries.pack_file(viewer, number, "pdf")
        with pytest.raises(NotAllowed):
            ask(scene, line, by=viewer)
    with pytest.raises(NotFound):
        queries.pack(other.chief, number)
    with pytest.raises(NotFound):
        queries.pack_file(other.chief, number, "pdf")


def test_the_files_are_those_that_were_made_and_looks_are_logged(
    scene: Answered, line: Line
) -> None:
    number = ask(scene, line).pk
    line.work()
    before = AccessLogRow.objects.latest("id").pk
    assert queries.pack_file(scene.chief, number, "pdf").startswith(b"%PDF")
    assert queries.pack_file(scene.chief, number, "docx").startswith(b"PK")
    with pytest.raises(NotFound):
        queries.pack_file(scene.chief, number, "pptx")
    rows = AccessLogRow.objects.filter(pk__gt=before)
    assert {(row.kind, row.detail) for row in rows} == {
        ("ledger_aggregate", "governance pack as a file")
    }


def schedule(scene: Answered, day: int) -> None:
    set_policy(
        by=scene.chief,
        now=NOW,
        key="pack.day_of_month",
        value=day,
        from_at=NOW - 90 * DAY,
        source="An invented board of 2026",
    )


def on(day: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, 6, tzinfo=UTC)


def test_without_a_day_set_nothing_is_made_by_itself(scene: Answered, line: Line) -> None:
    assert packs_of.ask_on_schedule(by=scene.loader, now=on(24), defer=line.defer) == 0


def test_the_day_of_the_month_asks_once_for_each_unit(scene: Answered, line: Line) -> None:
    schedule(scene, 25)
    assert packs_of.ask_on_schedule(by=scene.loader, now=on(24), defer=line.defer) == 0
    assert packs_of.ask_on_schedule(by=scene.loader, now=on(25), defer=line.defer) == 2
    assert packs_of.ask_on_schedule(by=scene.loader, now=on(26), defer=line.defer) == 0
    line.work()
    rows = queries.packs(scene.chief, now=NOW).page.rows
    assert {(row.day, row.asked_by, row.is_made) for row in rows} == {(OCTOBER, None, True)}


def test_in_a_short_month_the_last_day_is_the_day(scene: Answered, line: Line) -> None:
    schedule(scene, 31)
    assert packs_of.ask_on_schedule(by=scene.loader, now=on(29), defer=line.defer) == 0
    assert packs_of.ask_on_schedule(by=scene.loader, now=on(30), defer=line.defer) == 2


def test_a_day_that_no_month_has_is_refused(scene: Answered) -> None:
    for day in (0, 32):
        with pytest.raises(InvalidInput, match="from 1 to 31"):
            schedule(scene, day)


def test_the_list_is_by_unit_and_by_pages(scene: Answered, line: Line) -> None:
    for unit in PackUnit.values:
        ask(scene, line, unit=unit)
    line.work()
    first = queries.packs(scene.chief, now=NOW, size=1).page
    assert [row.unit for row in first.rows] == [PackUnit.ONLINE_CHILD_ABUSE.label]
    rest = queries.packs(scene.chief, now=NOW, size=1, page=first.next or "").page
    assert [row.unit for row in rest.rows] == [UNIT.label]
    only = queries.packs(scene.chief, now=NOW, unit=UNIT.value).page
    assert [row.unit for row in only.rows] == [UNIT.label]
    with pytest.raises(InvalidInput):
        queries.packs(scene.chief, now=NOW, unit="roads")


def test_the_database_refuses_what_no_pack_is(scene: Answered) -> None:
    good = {"force": scene.force, "unit": UNIT.value, "day": OCTOBER, "asked_at": NOW}
    for bad in ({"unit": "roads"}, {"steps": 1, "steps_done": 2}, {"ended_at": NOW - DAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PackRequest.objects.create(**good | bad)
    assert connection.vendor == "postgresql"


def test_the_administrator_does_not_read_packs(scene: Answered) -> None:
    with pytest.raises(NotAllowed):
        queries.packs(scene.viewer("keeper", Role.ADMINISTRATOR), now=NOW)
