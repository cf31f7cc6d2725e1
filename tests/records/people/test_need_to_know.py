"""Who finds and reads what of whom, against the rule read once more in plain Python."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.scene import NOW, Scene, make_scene
from tests.records.people.scene import find

from dutybook.access.errors import NotFound
from dutybook.access.roles import Role
from dutybook.access.viewer import HeldRole, Viewer
from dutybook.ledger.models import Subject
from dutybook.records.people import actions, queries
from dutybook.records.people.models import FindRow, KnownIn, Person, RestrictedHit

READERS = {"offender": {"offender_manager", "supervisor", "analyst", "chief_officer"},
           "suspect": {"investigator", "supervisor", "analyst", "chief_officer"}}  # fmt: skip
WRITERS = {"offender": {"offender_manager", "supervisor"},
           "suspect": {"investigator", "supervisor"}}  # fmt: skip
FORCE_WIDE = {"analyst", "chief_officer"}


@dataclass(frozen=True)
class Record:
    kind: str
    team: int | None
    is_mine: bool
    restricted: bool


@dataclass(frozen=True)
class Spoken:
    """A person spoken of in some records, by place in the list."""

    known_in: tuple[int, ...]
    protected: bool


records = st.lists(
    st.builds(
        Record,
        kind=st.sampled_from(sorted(READERS)),
        team=st.sampled_from([None, 0, 1]),
        is_mine=st.booleans(),
        restricted=st.booleans(),
    ),
    min_size=1,
    max_size=5,
)
spoken = st.lists(
    st.builds(
        Spoken,
        known_in=st.lists(st.integers(0, 4), min_size=1, max_size=3, unique=True).map(tuple),
        protected=st.booleans(),
    ),
    min_size=1,
    max_size=6,
)
roles = st.lists(
    st.sampled_from(
        [("offender_manager", 0), ("investigator", 0), ("supervisor", 1), ("supervisor", 0),
         ("analyst", None), ("chief_officer", None), ("wellbeing_lead", None)]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)  # fmt: skip


def opened(held, record: Record, table) -> bool:
    useful = [(role, team) for role, team in held if role in table[record.kind]]
    if record.is_mine and useful:
        return True
    for role, team in useful:
        within = role in FORCE_WIDE or (team is not None and team == record.team)
        if within and (not record.restricted or role in {"supervisor", "chief_officer"}):
            return True
    return False


@pytest.fixture
def invented(db: None) -> Scene:
    return make_scene()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(records=records, people=spoken, held=roles)
def test_search_and_page_show_exactly_what_the_rule_says(invented, records, people, held):
    for model in (RestrictedHit, FindRow):
        model.objects.all().delete()
    asker = invented.user("asker", Role.ANALYST)
    viewer = Viewer(asker.pk, "asker", "Asker", None, invented.force.pk,
                    frozenset(HeldRole(Role(role), _team(invented, team)) for role, team in held),
                    route="test")  # fmt: skip
    made = [
        Subject.objects.create(
            kind=one.kind, force=invented.force, team_id=_team(invented, one.team), label="x",
            owner_id=asker.pk if one.is_mine and one.team is not None else None,
            restricted=one.restricted,
        )
        for one in records
    ]  # fmt: skip
    records = [
        Record(one.kind, one.team, one.is_mine and one.team is not None, one.restricted)
        for one in records
    ]
    expected_said: dict[int, set[int]] = {}
    hidden: set[int] = set()
    for one in people:
        entry = Person.objects.create(force=invented.force, protected=one.protected)
        expected_said[entry.pk] = set()
        for place in {place % len(made) for place in one.known_in}:
            _say_phone(invented, entry, made[place])
            sees = opened(held, records[place], READERS)
            if one.protected:
                sees = sees and opened(held, records[place], WRITERS)
            if sees:
                expected_said[entry.pk].add(made[place].pk)
            else:
                hidden.add(made[place].pk)
    for person_id, subjects in expected_said.items():
        assert _read(viewer, person_id) == subjects
    if not any(role in READERS[kind] for role, _ in held for kind in READERS):
        return
    search = find(viewer, "07700 900555")
    assert {one.person_id for one in search.people} == {
        person for person, subjects in expected_said.items() if subjects
    }
    assert set(RestrictedHit.objects.values_list("subject_id", flat=True)) == hidden


def _team(scene: Scene, place: int | None) -> int | None:
    return None if place is None else (scene.east, scene.west)[place].pk


def _say_phone(scene: Scene, entry: Person, subject: Subject) -> None:
    said = {"person_id": entry.pk, "subject_id": subject.pk, "means": "phone",
            "value": "07700 900555"}  # fmt: skip
    if not KnownIn.objects.filter(person=entry, subject=subject).exists():
        KnownIn.objects.create(person=entry, subject=subject, force=scene.force, since=NOW)
    actions.load_batch("contact", [said], by=scene.loader, now=NOW)


def _read(viewer: Viewer, person_id: int) -> set[int]:
    try:
        page = queries.person_page(viewer, person_id)
    except NotFound:
        return set()
    said = {one.subject_id for one in page.said.get("contact", ())}
    assert {subject for subject, _, _ in page.records} == said
    return said
