"""Statements that are put together once give what their querysets give, for every value."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import BigIntegerField, Count, F, Func, QuerySet, Sum, TextField, Value
from django.db.models.functions import Cast
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.access.test_need_to_know import Asker, Row, Scene, ask, askers, lay_out, worlds
from tests.access.test_need_to_know import scene as scene

from dutybook.access import prepared as module
from dutybook.access.models import Force, RoleGrant, Team, User
from dutybook.access.need_to_know import visible_of_kinds, visible_subjects
from dutybook.access.prepared import NotPreparableError, padded, prepared
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import HeldRole, Viewer
from dutybook.ledger.instants import day_ends
from dutybook.ledger.models import Subject

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
OF_KINDS = {"offender": RecordKind.OFFENDER, "suspect": RecordKind.SUSPECT,
            "staff": RecordKind.STAFF_SCREENING}  # fmt: skip


@prepared()
def teams_after(unit: str | None, size: int, *, force_id: int, text: str) -> QuerySet[Team]:
    found = Team.objects.filter(force_id=force_id, name__gt=text).order_by("name")
    return (found if unit is None else found.filter(unit=unit))[:size]


@prepared(day_ends)
def grants_on(*, day: date, now: datetime) -> QuerySet[RoleGrant, tuple[Any, ...]]:
    return (
        RoleGrant.objects.filter(from_at__lte=day_ends(day), until_at__gt=now)
        .order_by("pk")
        .values_list("user__username", "role", "from_at")
    )


@prepared()
def people_numbered(*, numbers: tuple[int, ...]) -> QuerySet[User, dict[str, Any]]:
    return User.objects.filter(pk__in=numbers).order_by("pk").values("pk", "username")


@prepared()
def seen_by(viewer: Viewer, kind: str) -> QuerySet[Subject, tuple[Any, ...]]:
    return Subject.objects.filter(visible_subjects(viewer, OF_KINDS[kind]), kind=kind).values_list(
        "pk"
    )


@prepared()
def all_seen_by(viewer: Viewer, *, after: int) -> QuerySet[Subject, dict[str, Any]]:
    return Subject.objects.filter(visible_of_kinds(viewer, OF_KINDS), pk__gt=after).values("pk")


def as_queryset(marked: Any, *shape: Any, **values: Any) -> list[Any]:
    """What the function gives when nothing is kept."""
    return list(marked.__wrapped__(*shape, **values))


@pytest.fixture
def teams(force: Force, other_force: Force) -> list[Team]:
    return [
        Team.objects.create(force=of, key=f"t{n}", name=f"Team {n}%", unit=unit)
        for of in (force, other_force)
        for n, unit in enumerate(("other", "offender_management", "other"))
    ]


def test_whole_numbers_come_as_such_also_when_the_server_gives_decimals(teams: list[Team]) -> None:
    @prepared()
    def added_up(*, after: int) -> QuerySet[Team, tuple[Any, ...]]:
        found = Team.objects.filter(pk__gt=after).values("unit").order_by("unit")
        return found.annotate(
            added=Sum(Cast("pk", BigIntegerField())), counted=Count("pk")
        ).values_list("added", "counted")

    rows = added_up(after=0)
    assert rows == as_queryset(added_up, after=0)
    assert {type(number) for row in rows for number in row} == {int}
    assert {type(row) for row in rows} == {tuple}


def test_models_come_with_what_they_point_at(teams: list[Team], force: Force) -> None:
    @prepared()
    def with_force(*, pk: int) -> QuerySet[Team]:
        return Team.objects.filter(pk=pk).select_related("force")

    for team in teams:
        (found,) = with_force(pk=team.pk)
        assert found == team
        assert found.name == team.name
        with connection.execute_wrapper(refuse):
            assert found.force.key == team.force.key


def refuse(*_: Any) -> None:
    raise AssertionError("a statement was sent")


def test_other_values_give_other_rows(teams: list[Team]) -> None:
    for force_id in {team.force_id for team in teams}:
        for text in ("", "Team 0%", "Team 1%", "Z'; --"):
            for unit in (None, "other", "offender_management", "100%"):
                for size in (1, 5):
                    shape, values = (unit, size), {"force_id": force_id, "text": text}
                    assert teams_after(*shape, **values) == as_queryset(
                        teams_after, *shape, **values
                    )


def test_a_day_reaches_a_statement_through_a_function_named_in_the_mark(
    force: Force, make_user: Callable[..., User]
) -> None:
    user = make_user("ann")
    for days in range(4):
        begins = datetime(2026, 6, 1 + days, 22, 30, tzinfo=UTC)  # 23:30 in London
        RoleGrant.objects.create(
            user=user, force=force, role=Role.ANALYST, from_at=begins,
            until_at=begins + timedelta(hours=20),
        )  # fmt: skip
    counts = set()
    for day in (date(2026, 5, 31), date(2026, 6, 1), date(2026, 6, 3)):
        for now in (datetime(2026, 6, 1, tzinfo=UTC), datetime(2026, 6, 3, 12, tzinfo=UTC)):
            found = grants_on(day=day, now=now)
            assert found == as_queryset(grants_on, day=day, now=now)
            counts.add(len(found))
    assert len(counts) > 2


def test_lists_of_nearly_the_same_length_are_one_shape(make_user: Callable[..., User]) -> None:
    people = [make_user(f"p{n}").pk for n in range(5)]
    module._statement.cache_clear()
    for chosen in (people[:3], people[1:4], people[:4]):
        found = people_numbered(numbers=padded(chosen))
        assert [one["pk"] for one in found] == sorted(chosen)
    assert module._statement.cache_info().currsize == 1
    assert padded([7]) == (7,)
    assert padded([5, 3, 5, 4, 1, 2]) == (1, 2, 3, 4, 5, 5, 5, 5)
    with pytest.raises(ValueError, match="empty"):
        padded([])


def test_what_one_thread_made_another_uses(
    committed_database: Any, make_user: Callable[..., User]
) -> None:
    user = make_user("ann")
    module._statement.cache_clear()

    def ask_and_leave() -> list[Any]:
        try:
            return people_numbered(numbers=(user.pk,))
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as another:
        there = another.submit(ask_and_leave).result()
    with ThreadPoolExecutor(1) as third:
        assert third.submit(ask_and_leave).result() == there
    assert people_numbered(numbers=(user.pk,)) == there == [{"pk": user.pk, "username": "ann"}]
    assert module._statement.cache_info().currsize == 1
    kinds = (("numbers", (tuple, 1)),)
    statement = module._statement(people_numbered._build, (), (), kinds)
    assert statement is not None
    assert not hasattr(statement.compiler, "connection")


def test_a_condition_that_no_row_meets_asks_nothing(force: Force) -> None:
    nobody = Viewer(1, "n", "N", None, force.pk, frozenset())
    with connection.execute_wrapper(refuse):
        assert seen_by(nobody, "offender") == []
    assert seen_by.part(nobody, "offender") is None


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(world=worlds, people=st.lists(askers, min_size=1, max_size=6))
def test_everybody_is_shown_what_the_queryset_shows_them(
    scene: Scene, world: list[Row], people: list[Asker]
) -> None:
    ids = lay_out(scene, world)
    for asker in people:
        viewer = ask(scene, asker, ids)
        for kind in OF_KINDS:
            expected = sorted(as_queryset(seen_by, viewer, kind))
            assert sorted(seen_by(viewer, kind)) == expected
        for after in (0, ids[0], ids[-1]):
            found = {one["pk"] for one in all_seen_by(viewer, after=after)}
            assert found == {one["pk"] for one in as_queryset(all_seen_by, viewer, after=after)}


def viewer_of(number: int, team: int, **more: Any) -> Viewer:
    held = frozenset({HeldRole(Role.OFFENDER_MANAGER, team)})
    return Viewer(number, f"u{number}", "U", None, 900_001, held, **more)


def test_people_whose_roles_are_alike_share_one_text(db: None) -> None:
    (one, of_one), (other, of_other) = (
        seen_by.part(viewer_of(number, team), "offender")
        for number, team in ((700_001, 800_001), (700_002, 800_002))
    )
    assert one == other
    assert of_one != of_other
    for number in (*of_one, *of_other):
        assert str(number) not in one


def test_what_differs_between_requests_alone_is_one_shape(db: None) -> None:
    module._statement.cache_clear()
    for request in ("a", "b"):
        seen_by(viewer_of(700_001, 800_001, route=f"web:{request}", request_id=request), "offender")
    assert module._statement.cache_info().currsize == 1


def test_a_value_worked_out_unannounced_is_refused(db: None) -> None:
    @prepared()
    def later(*, now: datetime) -> QuerySet[RoleGrant]:
        return RoleGrant.objects.filter(from_at__lte=now + timedelta(days=1))

    with pytest.raises(NotPreparableError, match="unannounced"):
        later(now=NOON)


def test_a_value_inside_a_list_is_refused(db: None) -> None:
    @prepared()
    def about(*, subject_id: int) -> QuerySet[Force]:
        together = Value([subject_id], output_field=ArrayField(BigIntegerField()))
        return Force.objects.annotate(together=together)

    with pytest.raises(NotPreparableError, match="unannounced"):
        about(subject_id=7)


def test_two_values_that_change_places_are_refused(db: None) -> None:
    @prepared()
    def between(*, one: int, other: int) -> QuerySet[User]:
        backwards = one // 10_000 % 2 == 1  # as the second stand-ins are, and not the first
        first, second = (other, one) if backwards else (one, other)
        return User.objects.filter(pk__gte=first, pk__lte=second)

    with pytest.raises(NotPreparableError, match="unannounced"):
        between(one=1, other=2)


def test_a_text_that_depends_on_a_value_is_refused(db: None) -> None:
    @prepared()
    def first(*, size: int) -> QuerySet[User]:
        return User.objects.all()[:size]

    with pytest.raises(NotPreparableError, match="text"):
        first(size=3)


def test_what_is_none_is_not_given(teams: list[Team], force: Force) -> None:
    @prepared()
    def named(*, force_id: int, text: str | None = None) -> QuerySet[Team]:
        found = Team.objects.filter(force_id=force_id).order_by("name")
        return found if text is None else found.filter(name=text)

    assert len(named(force_id=force.pk, text=None)) == 3
    assert len(named(force_id=force.pk, text="Team 1%")) == 1


@pytest.mark.parametrize("value", [True, 1.5, [1], ("a",), frozenset({1})])
def test_what_is_no_value_is_given_by_position(db: None, value: object) -> None:
    with pytest.raises(NotPreparableError, match="by position"):
        people_numbered(numbers=value)


def test_a_constant_is_written_as_it_is(db: None) -> None:
    said = "100% of $1 and 'more'"

    @prepared()
    def saying(*, pk: int) -> QuerySet[Force, tuple[Any, ...]]:
        word = Func(Value(said, TextField()), function="lower", output_field=TextField())
        return Force.objects.filter(pk__gt=pk).values_list(word, F("key"))

    Force.objects.create(key="a-force", name="A Force")
    assert (said.lower(), "a-force") in saying(pk=0)


def test_a_remainder_is_a_remainder(make_user: Callable[..., User]) -> None:
    @prepared()
    def remainders(*, after: int) -> QuerySet[User, tuple[Any, ...]]:
        return User.objects.filter(pk__gt=after).annotate(rest=F("pk") % 7).values_list("rest")

    user = make_user("ann")
    assert remainders(after=user.pk - 1) == [(user.pk % 7,)]
