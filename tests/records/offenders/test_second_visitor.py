"""The second visitor is named, asked, and answers in person."""

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import AccessLogRow, Team
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.ledger.queries import measures
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import Visit
from dutybook.records.offenders.queries import visits_to_confirm, waiting_for


@pytest.fixture
def second(scene: Scene) -> Viewer:
    """A colleague of another team, who may not see the offender's record."""
    return scene.viewer("second", Role.OFFENDER_MANAGER, team=scene.west)


def named_visit(scene: Scene, subject: int, second: Viewer) -> int:
    made = scene.visit(
        subject, NOW - DAY, crew=None, second_confirmed=None, second_id=second.user_id
    )
    assert made.fact_id is not None
    return made.fact_id


def in_pairs(scene: Scene) -> tuple[int, int]:
    total = measures(scene.chief, TODAY, duty="visit_unannounced_in_pairs", now=NOW).total
    return total.numerator, total.denominator


def test_it_counts_as_a_pair_once_the_second_has_confirmed(
    scene: Scene, offender: int, second: Viewer
) -> None:
    fact_id = named_visit(scene, offender, second)
    assert Visit.objects.get(fact_id=fact_id).crew == 2
    assert in_pairs(scene) == (0, 1)
    (waiting,) = visits_to_confirm(second)
    assert (waiting.subject_id, waiting.fact_id) == (offender, fact_id)
    assert AccessLogRow.objects.latest("id").subjects == [offender]
    actions.confirm_presence(
        by=second, now=NOW, subject_id=offender, fact_id=fact_id, was_there=True
    )
    assert in_pairs(scene) == (1, 1)
    assert visits_to_confirm(second) == ()
    latest = Visit.objects.filter(fact_id=fact_id).latest("version")
    assert (latest.version, latest.recorded_by_id) == (2, second.user_id)


def test_one_who_was_not_there_leaves_it_no_pair(
    scene: Scene, offender: int, second: Viewer
) -> None:
    fact_id = named_visit(scene, offender, second)
    given = {"now": NOW, "subject_id": offender, "fact_id": fact_id}
    actions.confirm_presence(by=second, was_there=False, **given)
    assert in_pairs(scene) == (0, 1)
    with pytest.raises(InvalidInput, match="answered already"):
        actions.confirm_presence(by=second, was_there=True, **given)


def test_nobody_answers_for_the_second(scene: Scene, offender: int, second: Viewer) -> None:
    fact_id = named_visit(scene, offender, second)
    for other in (scene.manager, scene.supervisor):
        with pytest.raises(NotFound):
            actions.confirm_presence(
                by=other, now=NOW, subject_id=offender, fact_id=fact_id, was_there=True
            )
        assert waiting_for(other).to_confirm == 0
    actions.correct_visit(
        by=scene.manager, now=NOW, subject_id=offender, fact_id=fact_id, seen_version=1,
        reason="Another hour", at=NOW - 2 * DAY, outcome="seen", announced=False, crew=1,
        second_confirmed=True, findings="", officers_view="",
    )  # fmt: skip
    corrected = Visit.objects.filter(fact_id=fact_id).latest("version")
    assert (corrected.crew, corrected.second_confirmed) == (2, None)
    assert waiting_for(second).to_confirm == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"second_confirmed": True}, "second_confirmed"),
        ({"crew": 1}, "crew"),
        ({"second_id": 10**9}, "second"),
        ({"second_id": None, "follow_up": "x" * 4001}, "follow_up"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    scene: Scene, offender: int, second: Viewer, wrong: dict[str, object], field: str
) -> None:
    given = {"crew": None, "second_confirmed": None, "second_id": second.user_id, **wrong}
    with pytest.raises(InvalidInput) as refused:
        scene.visit(offender, NOW - DAY, **given)
    assert set(refused.value.problems) == {field}
    with pytest.raises(InvalidInput):
        scene.visit(offender, NOW - DAY, second_confirmed=None, second_id=scene.manager.user_id)


def test_a_withdrawn_visit_asks_nobody(scene: Scene, offender: int, second: Viewer) -> None:
    fact_id = named_visit(scene, offender, second)
    actions.withdraw_visit(
        by=scene.manager, now=NOW, subject_id=offender, fact_id=fact_id, seen_version=1,
        reason="Another person",
    )  # fmt: skip
    assert waiting_for(second).to_confirm == 0


@pytest.mark.parametrize(
    ("setting", "let"),
    [
        ("of_the_force", {"analyst", "online", "second"}),
        ("of_a_team", {"online", "second"}),
        ("of_offender_management", {"second"}),
        (None, {"analyst", "online", "second"}),
    ],
)
def test_the_forces_setting_says_who_may_go_along(
    scene: Scene, offender: int, second: Viewer, setting: str | None, let: set[str]
) -> None:
    online = Team.objects.create(
        force=scene.force, key="online", name="Online", unit="online_child_abuse"
    )
    people = {
        "analyst": scene.analyst,
        "online": scene.viewer("online", Role.INVESTIGATOR, team=online),
        "second": second,
    }
    if setting:
        scene.policy("visit.second_visitor", setting)
    for name, viewer in people.items():
        if name in let:
            assert named_visit(scene, offender, viewer)
        else:
            with pytest.raises(InvalidInput, match="second: The force’s setting"):
                named_visit(scene, offender, viewer)
