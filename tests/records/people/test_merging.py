"""Merging and undoing it: a decision on record, and nothing of either entry moved or lost."""

import pytest
from django.apps import apps
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.ledger.scene import NOW, Scene
from tests.records.people.scene import find, numbers, person_of, say

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.history import Change
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.records.people import actions, queries
from dutybook.records.people.models import Merge, Person


def merge(scene, kept, absorbed, by=None):
    return actions.merge(by=by or scene.supervisor, now=NOW, kept_id=kept, absorbed_id=absorbed,
                         reason="Same fingerprints")  # fmt: skip


def unmerge(scene, made, reason="Brothers"):
    actions.unmerge(by=scene.supervisor, now=NOW, merge_id=made.pk, reason=reason)


def rows_of_facts() -> list[object]:
    """Every row of the room but the decisions and the history, as the database holds it."""
    models = [
        model
        for model in apps.get_app_config("people").get_models()
        if model is not Merge and not issubclass(model, Change)
    ]
    return [sorted(map(repr, model.objects.values_list())) for model in models]


def test_two_entries_become_one_person_with_all_that_is_said_of_either(scene: Scene):
    first, second = (person_of(scene.offender(name=name)) for name in ("Alf Quill", "Fred Marl"))
    say(scene, second, "vehicle", mark="ZZ11 AAA")
    made = merge(scene, first, second)
    row = AccessLogRow.objects.order_by("-id")[0]
    assert (row.operation, len(row.subjects)) == ("combination", 2)
    for asked in (first, second):
        page = queries.person_page(scene.manager, asked)
        assert page.person_id == first
        assert {one.line for one in page.said["name"]} == {"Alf Quill", "Fred Marl"}
        assert [one.absorbed_id for one in page.merges] == [second]
    assert numbers(find(scene.manager, "ZZ11AAA")) == [first]
    say(scene, first, "contact", means="phone", value="07700 900777")
    unmerge(scene, made)
    assert numbers(find(scene.manager, "ZZ11AAA")) == [second]
    assert numbers(find(scene.manager, "07700900777")) == [first]
    made.refresh_from_db()
    assert (made.undone_reason, made.undone_by_id) == ("Brothers", scene.supervisor.user_id)


def test_what_cannot_be_merged_is_refused(scene: Scene):
    first, second = (person_of(scene.offender(name=name)) for name in ("Alf Quill", "Fred Marl"))
    western = scene.viewer("western", Role.SUPERVISOR, team=scene.west)
    with pytest.raises(NotAllowed):
        merge(scene, first, second, by=scene.manager)
    with pytest.raises(NotFound):
        merge(scene, first, second, by=western)
    with pytest.raises(NotFound):
        merge(scene, first, 2**40)
    with pytest.raises(InvalidInput):
        merge(scene, first, first)
    made = merge(scene, first, second)
    with pytest.raises(InvalidInput):
        merge(scene, second, first)
    with pytest.raises(InvalidInput):
        unmerge(scene, made, reason="  ")
    unmerge(scene, made)
    with pytest.raises(InvalidInput):
        unmerge(scene, made)


@pytest.fixture
def five(scene: Scene) -> tuple[Scene, list[int]]:
    people = [person_of(scene.offender(name=f"Invented {word}"))
              for word in ("Ash", "Birch", "Cedar", "Damson", "Elder")]  # fmt: skip
    assert scene.supervisor.user_id
    return scene, people


steps = st.lists(
    st.tuples(st.booleans(), st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=10
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=steps)
def test_whatever_is_merged_and_undone_people_are_what_the_standing_decisions_say(five, steps):
    scene, people = five
    before = rows_of_facts()
    standing: list[Merge] = []
    for is_merge, one, other in steps:
        if is_merge:
            try:
                standing.append(merge(scene, people[one], people[other]))
            except InvalidInput:
                assert _root(standing, people[one]) == _root(standing, people[other])
        elif standing:
            unmerge(scene, standing.pop(one % len(standing)))
        for person in people:
            stored = Person.objects.get(pk=person)
            assert (stored.same_as_id or person) == _root(standing, person)
    while standing:
        unmerge(scene, standing.pop(0))
    assert rows_of_facts() == before


def _root(standing: list[Merge], person: int) -> int:
    """Followed step by step, as somebody would on paper."""
    absorbed = {made.absorbed_id: made.kept_id for made in standing}
    while person in absorbed:
        person = absorbed[person]
    return person
