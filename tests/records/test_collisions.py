"""Two people edit one record: the second is told, is shown both, and nothing of either is lost."""

from typing import Any

import pytest
from tests.ledger.scene import Scene
from tests.records.every_action import ACTS

from dutybook.access.errors import EditCollision
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import versions_of
from dutybook.records.offenders.models import Offender, Visit

VERSIONED = [name for name in ACTS if name.startswith(("correct", "withdraw"))]
REVISED = ["edit_offender", "restrict_offender", "edit_suspect", "restrict_suspect"]


@pytest.mark.parametrize("name", VERSIONED)
def test_a_version_seen_before_the_last_is_not_corrected(
    scene: Scene, name: str, request: pytest.FixtureRequest
) -> None:
    act = ACTS[name]
    subject = request.getfixturevalue(act.kind)
    given = act.made(scene, subject)
    act.on(scene, subject, given)
    with pytest.raises(EditCollision) as collision:
        act.on(scene, subject, given)
    assert collision.value.stored.version == 2
    assert collision.value.seen["withdrawn"] is (not name.startswith("correct"))


@pytest.mark.parametrize("name", REVISED)
def test_a_page_seen_before_the_last_change_is_not_saved(
    scene: Scene, name: str, request: pytest.FixtureRequest
) -> None:
    act = ACTS[name]
    subject = request.getfixturevalue(act.kind)
    act.on(scene, subject, {})
    with pytest.raises(EditCollision) as collision:
        act.on(scene, subject, {})
    assert (
        collision.value.seen.items()
        >= {key: value for key, value in act.answers.items() if key != "seen_revision"}.items()
    )
    assert Subject.objects.get(pk=subject).revision == 2


def test_the_second_is_handed_both_and_the_first_stands(scene: Scene, offender: int) -> None:
    act = ACTS["correct_visit"]
    given = act.made(scene, offender)
    act.on(scene, offender, {**given, "findings": "The first."})
    with pytest.raises(EditCollision) as collision:
        act.on(scene, offender, {**given, "findings": "The second."}, by=scene.supervisor)
    assert collision.value.seen["findings"] == "The second."
    assert collision.value.stored.findings == "The first."
    act.on(scene, offender, {**given, "findings": "Both.", "seen_version": 2})
    history = versions_of(scene.manager, offender, "visit", given["fact_id"])
    assert [(one.version, one.details["findings"]) for one in history] == [
        (3, "Both."),
        (2, "The first."),
        (1, ""),
    ]
    assert Visit.objects.filter(fact_id=given["fact_id"]).count() == 3


def test_an_identity_is_kept_as_it_was_and_who_changed_it(scene: Scene, offender: int) -> None:
    from django.db import connection

    ACTS["edit_offender"].on(scene, offender, {})
    assert Offender.objects.get(pk=offender).name == "Named Anew"
    assert Subject.objects.get(pk=offender).label == "Named Anew"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.pgh_label, c.name, l.username FROM offenders_offenderchange c"
            " JOIN access_accesslogrow l ON l.transaction = c.transaction AND c.subject_id"
            " = ANY(l.subjects) AND l.operation = 'alteration' ORDER BY c.pgh_id"
        )
        changes: list[Any] = cursor.fetchall()
    assert changes[-1] == ("update", "Named Anew", scene.manager.username)
