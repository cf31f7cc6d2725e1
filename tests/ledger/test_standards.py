"""No standard set: never met, never last, and a standard set late says since when it judges."""

from datetime import date

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import EditCollision, InvalidInput, NotAllowed, NotFound
from dutybook.duties.ledger import BASIS_HOW, WHY_EMPTY
from dutybook.ledger import actions
from dutybook.ledger.models import Entry, PolicySetting, Span
from dutybook.ledger.queries import measures, subject_entries, unset_policies, work_list

DUTY = "visit_within_interval"


def _span(subject: int) -> Span:
    return Span.objects.get(entry__subject_id=subject, entry__duty=DUTY, last=True)


def test_until_a_standard_is_set_an_entry_has_none_and_counts_as_not_met(scene: Scene) -> None:
    subject = scene.offender(level="high")
    span = _span(subject)
    assert (span.due_at, WHY_EMPTY[span.why_empty]) == (None, "no_standard")
    total = measures(scene.analyst, TODAY, duty=DUTY, now=NOW).total
    assert (total.numerator, total.denominator, total.no_standard) == (0, 1, 1)
    [item] = [one for one in work_list(scene.manager, TODAY).rows if one.duty == DUTY]
    assert item.status == "no_standard_set"


def test_the_first_standard_judges_from_its_day_and_the_span_says_so(scene: Scene) -> None:
    subject = scene.offender(level="high", registered_at=date(2026, 1, 10), now=NOW - 300 * DAY)
    since = NOW - 30 * DAY
    scene.policy("visit.maximum", 3, unit="months", from_at=since, recorded_at=since)
    spans = Span.objects.filter(entry__subject_id=subject, entry__duty=DUTY).order_by("from_at")
    *_, before, after = spans
    assert WHY_EMPTY[before.why_empty] == "no_standard"
    assert (before.until_at, after.from_at) == (since, since)
    assert after.due_at is not None
    assert after.due_at < since
    assert BASIS_HOW[after.basis_how] == "first_set"
    assert after.basis_from == since
    [entry] = [one for one in subject_entries(scene.manager, subject, TODAY) if one.duty == DUTY]
    assert (entry.basis_how, entry.basis_from, entry.status) == ("first_set", since, "overdue")
    assert entry.basis_policy == PolicySetting.objects.get().policy_id


def test_every_unset_setting_is_listed_with_the_people_it_leaves_without(scene: Scene) -> None:
    scene.offender(level="high")
    scene.offender(level="low")
    unset = {one.key: one for one in unset_policies(scene.analyst, TODAY)}
    assert unset["visit.maximum"].subjects == 2
    assert unset["visit.maximum"].missing_levels == ()
    assert unset["list.dangerous_first"].subjects == 0
    scene.policy("visit.maximum", 3, unit="months", level="high")
    unset = {one.key: one for one in unset_policies(scene.analyst, TODAY)}
    assert "high" not in unset["visit.maximum"].missing_levels
    assert unset["visit.maximum"].subjects == 1
    scene.policy("visit.maximum", 12, unit="months")
    assert "visit.maximum" not in {one.key for one in unset_policies(scene.analyst, TODAY)}


def test_a_setting_read_by_several_duties_counts_each_person_once(scene: Scene) -> None:
    from dutybook.records.offenders import actions as offenders

    seen, assessed, other = (scene.offender(level="low") for _ in range(3))
    scene.visit(seen, NOW - 3 * DAY)
    for subject in (seen, assessed):
        offenders.make_risk_plan(by=scene.manager, now=NOW, subject_id=subject, at=NOW - DAY)
    offenders.assess_arms(by=scene.manager, now=NOW, subject_id=other, at=NOW - DAY)
    unset = {one.key: one for one in unset_policies(scene.analyst, TODAY)}
    assert unset["supervisor_review.within"].subjects == 3


def test_unsetting_leaves_no_standard_from_then_on(scene: Scene) -> None:
    subject = scene.offender(level="high")
    scene.policy("visit.maximum", 3, unit="months")
    scene.policy("visit.maximum", None, from_at=NOW - 800 * DAY + DAY)
    assert _span(subject).due_at is None


def test_withdrawing_a_setting_makes_it_never_have_been(scene: Scene) -> None:
    subject = scene.offender(level="high")
    setting = scene.policy("visit.maximum", 3, unit="months")
    assert _span(subject).due_at is not None
    withdraw = {"by": scene.chief, "now": NOW, "policy_id": setting.policy_id}
    actions.withdraw_policy(**withdraw, seen_version=1, source="a slip")
    assert _span(subject).due_at is None
    with pytest.raises(EditCollision) as collision:
        actions.withdraw_policy(**withdraw, seen_version=1, source="a slip")
    assert collision.value.stored.version == 2
    with pytest.raises(NotFound):
        actions.withdraw_policy(**withdraw | {"policy_id": 10**9}, seen_version=1, source="x")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"key": "visit.maximun"}, "key"),
        ({"source": " "}, "source"),
        ({"source": "x" * 501}, "source"),
        ({"level": "enormous"}, "level"),
        ({"value": -1}, "value"),
        ({"value": 10_001}, "value"),
        ({"value": "three"}, "value"),
        ({"unit": "fortnights"}, "unit"),
        ({"value": 0, "unit": "days_beginning_with"}, "value"),
        ({"key": "visit.authoriser_rank", "value": "corporal", "unit": ""}, "value"),
        ({"key": "list.pin_after_days", "value": 9, "unit": "days"}, "unit"),
    ],
)
def test_what_is_no_setting_is_refused_by_field(
    scene: Scene, wrong: dict[str, object], field: str
) -> None:
    made = {"key": "visit.maximum", "value": 3, "unit": "months", "source": "an order"}
    with pytest.raises(InvalidInput) as refused:
        actions.set_policy(by=scene.chief, now=NOW, from_at=NOW, **made | wrong)
    assert set(refused.value.problems) == {field}
    assert not PolicySetting.objects.exists()


def test_only_a_chief_officer_sets_and_nobody_sets_the_same_moment_twice(scene: Scene) -> None:
    made = {"key": "visit.maximum", "value": 3, "unit": "months", "source": "an order"}
    for viewer in (scene.supervisor, scene.analyst, scene.commissioner):
        with pytest.raises(NotAllowed):
            actions.set_policy(by=viewer, now=NOW, from_at=NOW, **made)
    actions.set_policy(by=scene.chief, now=NOW, from_at=NOW, **made)
    with pytest.raises(InvalidInput, match="from that moment"):
        actions.set_policy(by=scene.chief, now=NOW, from_at=NOW, **made | {"value": 4})
    with pytest.raises(NotAllowed):
        actions.set_policy(
            by=scene.chief, now=NOW, from_at=NOW + DAY, recorded_at=NOW - DAY, **made
        )


def test_a_standard_met_when_none_was_set_stays_without(scene: Scene) -> None:
    subject = scene.offender(level="high")
    scene.visit(subject, NOW - 40 * DAY)
    scene.policy("visit.maximum", 3, unit="months", from_at=NOW - 10 * DAY)
    first = Entry.objects.filter(subject_id=subject, duty=DUTY).order_by("opened_at")[0]
    [row] = [
        one
        for one in subject_entries(scene.manager, subject, TODAY, also_closed=True)
        if one.opened_at == first.opened_at and one.duty == DUTY
    ]
    assert row.status == "no_standard_set"
    assert row.met_at is not None
