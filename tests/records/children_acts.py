"""The actions on children at risk, each with input that it accepts."""

from collections.abc import Mapping
from typing import Any

from tests.ledger.scene import NOW, Scene
from tests.records.act import AT, Act

from dutybook.records.safeguarding import actions
from dutybook.records.safeguarding.models import ChildAtRisk

CHILD = {
    "at": AT,
    "known_as": "The younger child of his new partner",
    "learnt_from": "A visit",
    "note": "He stays there three nights a week",
}


def _known(_scene: Scene, subject: int) -> dict[str, Any]:
    return {"fact_id": ChildAtRisk.objects.filter(subject_id=subject).latest("fact_id").fact_id}


def _decided(scene: Scene, subject: int) -> dict[str, Any]:
    made = actions.decide_safeguarding(
        by=scene.manager,
        now=NOW,
        subject_id=subject,
        decision="tell_social_care",
        rationale="He is there at night",
        **_known(scene, subject),
    )
    return {"fact_id": made.fact_id}


def _told(scene: Scene, subject: int) -> dict[str, Any]:
    made = actions.tell_social_care(
        by=scene.manager,
        now=NOW,
        subject_id=subject,
        at=AT,
        told="The duty team, by telephone",
        **_decided(scene, subject),
    )
    return {"fact_id": made.fact_id}


CHILDREN: Mapping[str, Act] = {
    "know_of_child": Act("offender", actions.know_of_child, CHILD, names_subject="root_id"),
    "learn_of_risk": Act(
        "child", actions.learn_of_risk, {"at": AT, "learnt_from": "The school", "note": "Bruises"}
    ),
    "decide_safeguarding": Act(
        "child",
        actions.decide_safeguarding,
        {"decision": "no_further_action", "rationale": "He has left"},
        made=_known,
    ),
    "tell_social_care": Act(
        "child", actions.tell_social_care, {"at": AT, "told": "The duty team"}, made=_decided
    ),
    "answer_of_social_care": Act(
        "child", actions.answer_of_social_care, {"at": AT, "answer": "They visit today"}, made=_told
    ),
    "edit_child": Act(
        "child",
        actions.edit_child,
        {"known_as": "Robin", "date_of_birth": None, "relation": "", "seen_revision": 1},
        operation="alteration",
    ),
    "withdraw_child_fact": Act(
        "child",
        actions.withdraw_fact,
        {"table": "child_at_risk", "reason": "keyed on the wrong person", "seen_version": 1},
        made=_known,
        operation="alteration",
    ),
}
