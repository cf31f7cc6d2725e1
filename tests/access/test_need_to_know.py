"""The need-to-know filter against an independent reading of the rule, on random worlds."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dutybook.access.models import Force, Team, User
from dutybook.access.need_to_know import (
    aggregate_area,
    visible_of_kinds,
    visible_subjects,
    writable_subjects,
)
from dutybook.access.roles import PERSONAL_KINDS, Reach, RecordKind, Role
from dutybook.access.viewer import HeldRole, Viewer
from dutybook.ledger.models import Subject

KINDS = {
    "offender": RecordKind.OFFENDER,
    "suspect": RecordKind.SUSPECT,
    "staff": RecordKind.STAFF_SCREENING,
}


@dataclass(frozen=True)
class Row:
    """A subject in plain Python; forces are numbered from 0, teams and people within theirs."""

    kind: str
    force: int
    team: int | None
    owner: int | None
    restricted: bool


@dataclass(frozen=True)
class Asker:
    roles: tuple[tuple[str, int | None], ...]
    opened: frozenset[int]
    in_emergency: frozenset[int] = frozenset()


# The rule once more, written from the page on roles and not from the code: which roles read and
# write which kinds, as far as what is theirs ("o"), their team ("t") or their force ("f"), and who
# reaches restricted.
READS = {
    "offender": {"offender_manager": "t", "supervisor": "t", "analyst": "f",
                 "inspection_liaison": "f", "chief_officer": "f", "duty_officer": "o"},
    "suspect": {"investigator": "t", "supervisor": "t", "analyst": "f",
                "inspection_liaison": "f", "chief_officer": "f", "duty_officer": "o"},
    "staff": {"wellbeing_lead": "f"},
}  # fmt: skip
WRITES = {
    "offender": {"offender_manager", "supervisor"},
    "suspect": {"investigator", "supervisor"},
    "staff": {"wellbeing_lead"},
}
RESTRICTED = {"supervisor", "chief_officer", "wellbeing_lead"}


def open_to(asker: Asker, number: int, row: Row, *, to_write: bool) -> bool:
    """Whether the asker (person 0 of force 0) may read, or write, the row."""
    held = {role for role, _team in asker.roles}
    if row.force != 0 or "commissioners_office" in held or "administrator" in held:
        return False
    useful = [
        (role, team)
        for role, team in asker.roles
        if role in READS[row.kind] and (not to_write or role in WRITES[row.kind])
    ]
    if not useful:
        return False
    if row.owner == 0 or number in asker.opened:
        return True
    if number in asker.in_emergency and not to_write:
        return True
    for role, team in useful:
        within = READS[row.kind][role] == "f" or (team is not None and team == row.team)
        if within and (not row.restricted or role in RESTRICTED):
            return True
    return False


rows = st.builds(
    Row,
    kind=st.sampled_from(sorted(KINDS)),
    force=st.sampled_from([0, 0, 0, 1]),
    team=st.sampled_from([None, 0, 1, 2]),
    owner=st.sampled_from([None, 0, 1]),
    restricted=st.booleans(),
)
worlds = st.lists(rows, min_size=1, max_size=24)
_team_roles = st.tuples(
    st.sampled_from(["investigator", "offender_manager", "supervisor"]), st.integers(0, 2)
)
_force_roles = st.tuples(
    st.sampled_from(
        sorted({role.value for role in Role} - {"investigator", "offender_manager", "supervisor"})
    ),
    st.none(),
)
askers = st.builds(
    Asker,
    roles=st.lists(_team_roles | _force_roles, max_size=3).map(tuple),
    opened=st.frozensets(st.integers(0, 23), max_size=4),
    in_emergency=st.frozensets(st.integers(0, 23), max_size=4),
)


@dataclass(frozen=True)
class Scene:
    """Two forces, each with three teams and two people; person 0 of force 0 asks."""

    forces: tuple[Force, ...]
    teams: tuple[tuple[Team, ...], ...]
    people: tuple[tuple[User, ...], ...]


@pytest.fixture
def scene(force: Force, other_force: Force, make_user: Callable[..., User]) -> Scene:
    forces = (force, other_force)
    return Scene(
        forces,
        teams=tuple(
            tuple(
                Team.objects.create(force=of, key=f"team-{n}", name=f"Team {n}", unit="other")
                for n in range(3)
            )
            for of in forces
        ),
        people=tuple(
            tuple(make_user(f"{name}.{of.key}", of=of) for name in ("ann", "bob")) for of in forces
        ),
    )


def lay_out(scene: Scene, world: list[Row]) -> list[int]:
    """The world as rows of the ledger, beside those of worlds before; gives their ids in order."""
    made = Subject.objects.bulk_create(
        Subject(
            kind=row.kind,
            force=scene.forces[row.force],
            team=None if row.team is None else scene.teams[row.force][row.team],
            owner=None if row.owner is None else scene.people[row.force][row.owner],
            restricted=row.restricted,
            label="somebody",
        )
        for row in world
    )
    return [subject.pk for subject in made]


def ask(scene: Scene, asker: Asker, ids: list[int]) -> Viewer:
    return Viewer(
        user_id=scene.people[0][0].pk,
        username="ann",
        display_name="Ann",
        rank=None,
        force_id=scene.forces[0].pk,
        held=frozenset(
            HeldRole(Role(role), None if team is None else scene.teams[0][team].pk)
            for role, team in asker.roles
        ),
        restricted_subject_ids=frozenset(ids[n] for n in asker.opened if n < len(ids)),
        emergency_subject_ids=frozenset(ids[n] for n in asker.in_emergency if n < len(ids)),
    )


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(world=worlds, people=st.lists(askers, min_size=1, max_size=6))
def test_the_filter_opens_what_the_rule_opens(
    scene: Scene, world: list[Row], people: list[Asker]
) -> None:
    ids = lay_out(scene, world)
    for asker in people:
        viewer = ask(scene, asker, ids)
        for to_write, which in ((False, visible_subjects), (True, writable_subjects)):
            expected = {
                ids[n] for n, row in enumerate(world) if open_to(asker, n, row, to_write=to_write)
            }
            found: set[int] = set()
            for kind, record_kind in KINDS.items():
                of_kind = Subject.objects.filter(which(viewer, record_kind), kind=kind, pk__in=ids)
                found |= set(of_kind.values_list("pk", flat=True))
            assert found == expected
        at_once = Subject.objects.filter(visible_of_kinds(viewer, KINDS), pk__in=ids)
        readable = {n for n, row in enumerate(world) if open_to(asker, n, row, to_write=False)}
        assert set(at_once.values_list("pk", flat=True)) == {ids[n] for n in readable}


@pytest.mark.parametrize("role", [Role.COMMISSIONERS_OFFICE, Role.ADMINISTRATOR])
def test_offices_without_need_to_know_meet_no_row_and_ask_no_question(
    scene: Scene, role: Role, django_assert_num_queries: Any
) -> None:
    ids = lay_out(scene, [Row(kind, 0, 0, 0, False) for kind in KINDS])
    viewer = ask(scene, Asker(((role.value, None),), frozenset({0, 1, 2})), ids)
    with django_assert_num_queries(0):
        for kind in PERSONAL_KINDS - {RecordKind.ACCOUNT}:
            assert not list(Subject.objects.filter(visible_subjects(viewer, kind)))


def test_the_columns_can_stand_behind_a_join_or_in_a_copy(scene: Scene) -> None:
    viewer = ask(scene, Asker((("analyst", None),), frozenset({0})), [9])
    through_join = str(visible_subjects(viewer, RecordKind.OFFENDER, prefix="subject__"))
    assert "subject__owner_id" in through_join
    assert "subject__id__in" in through_join
    in_copy = str(visible_subjects(viewer, RecordKind.OFFENDER, id_column="subject_id"))
    assert "subject_id__in" in in_copy
    assert "'id__in'" not in in_copy


def test_aggregates_cover_the_team_or_the_force_restricted_or_not(scene: Scene) -> None:
    world = [
        Row("offender", 0, 0, None, True),
        Row("offender", 0, 1, None, False),
        Row("offender", 1, None, None, False),
    ]
    ids = lay_out(scene, world)

    def counted(*roles: tuple[str, int | None]) -> set[int]:
        viewer = ask(scene, Asker(roles, frozenset()), ids)
        return set(Subject.objects.filter(aggregate_area(viewer)).values_list("pk", flat=True))

    assert counted(("offender_manager", 0)) == {ids[0]}
    assert counted(("supervisor", 0), ("investigator", 1)) == {ids[0], ids[1]}
    assert counted(("commissioners_office", None)) == {ids[0], ids[1]}
    assert counted(("administrator", None)) == set()
    assert viewer_reach(scene, "commissioners_office") is Reach.FORCE


def viewer_reach(scene: Scene, role: str) -> Reach:
    viewer = ask(scene, Asker(((role, None),), frozenset()), [])
    return viewer.reach(RecordKind.LEDGER_AGGREGATE)
