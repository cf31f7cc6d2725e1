"""Orders beneath their offender: what is owed on them, what they say, and how they end."""

from datetime import date
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, TODAY, Scene

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.ledger.models import Subject
from dutybook.ledger.queries import subject_entries
from dutybook.records.offenders import actions
from dutybook.records.offenders.models import OrderState
from dutybook.records.offenders.queries import order_page, section_page

CHECKED, END, BROKEN = "order_conditions_checked", "order_end_decided", "order_breach_decided"


@pytest.fixture
def ruled(scene: Scene) -> Scene:
    scene.policy("order.check_interval", 1, unit="months")
    scene.policy("order.breach_within", 3, unit="days")
    scene.policy("disclosure.request_within", 14, unit="days")
    scene.policy("disclosure.consider_within", 1, unit="months")
    scene.policy("further_offence.review_within", 14, unit="days")
    return scene


def owed(scene: Scene, subject: int) -> dict[str, Any]:
    return {one.duty: one for one in subject_entries(scene.supervisor, subject, TODAY)}


def do(scene: Scene, subject: int) -> dict[str, Any]:
    return {"by": scene.manager, "now": NOW, "subject_id": subject}


def test_the_check_is_owed_from_the_order_on_and_its_end_is_to_be_decided(
    ruled: Scene, offender: int, order: int
) -> None:
    found = owed(ruled, order)
    assert found[CHECKED].status == "overdue"  # made 40 days ago, and a month is allowed
    assert found[END].due_at is not None
    assert found[END].due_at.date() == date(2031, 11, 20)
    assert {CHECKED, END} <= owed(ruled, offender).keys()  # the offender's page shows it too
    actions.check_order(**do(ruled, order), at=NOW - DAY, findings="Devices read")
    assert owed(ruled, order)[CHECKED].status == "due"
    actions.decide_order_end(
        **do(ruled, order), at=NOW, decision="let_it_end", rationale="As the plan says"
    )
    assert END not in owed(ruled, order)


def test_a_renewal_asks_again_what_follows_its_end(ruled: Scene, order: int) -> None:
    actions.decide_order_end(
        **do(ruled, order), at=NOW - 3 * DAY, decision="renew", rationale="The risk is there"
    )
    actions.renew_order(
        **do(ruled, order),
        made_on=(NOW - DAY).date(),
        last_day=date(2036, 11, 20),
        court="Wealdmoor Crown Court",
        conditions="Not to go near the school or the park.",
    )
    due = owed(ruled, order)[END].due_at
    assert due is not None
    assert due.date() == date(2036, 11, 20)


def test_what_it_said_before_stays_on_record(ruled: Scene, order: int) -> None:
    actions.vary_order(
        **do(ruled, order), from_day=(NOW - DAY).date(), court="A court", conditions="Nor the park."
    )
    terms = order_page(ruled.manager, order, now=NOW).terms
    assert [one.conditions for one in terms] == ["Nor the park.", "Not to go near the school."]
    assert END in owed(ruled, order)  # varying asks no second decision


def test_ended_it_owes_nothing_and_takes_nothing_more_but_breaches(
    ruled: Scene, order: int
) -> None:
    actions.end_order(**do(ruled, order), at=NOW - DAY, reason="Discharged on appeal")
    assert owed(ruled, order) == {}
    assert not order_page(ruled.manager, order, now=NOW).order.in_force
    refusals = [
        lambda: actions.check_order(**do(ruled, order), at=NOW, findings="Read"),
        lambda: actions.end_order(**do(ruled, order), at=NOW, reason="Again"),
    ]
    for refused in refusals:
        with pytest.raises(InvalidInput, match="has ended"):
            refused()
    actions.break_order(**do(ruled, order), at=NOW - 2 * DAY, note="Before it ended")
    assert owed(ruled, order)[BROKEN].status == "due"


def test_a_decision_answers_its_own_breach_alone(ruled: Scene, order: int) -> None:
    first, second = (
        actions.break_order(**do(ruled, order), at=NOW - days * DAY, note="A telephone").fact_id
        for days in (9, 8)
    )
    actions.decide_order_breach(
        **do(ruled, order), fact_id=second, decision="charge", rationale="Evidence enough"
    )
    entries = subject_entries(ruled.supervisor, order, TODAY)
    assert [one.opened_by for one in entries if one.duty == BROKEN] == [first]


def test_it_goes_with_its_offender_by_name_and_by_owner(
    ruled: Scene, offender: int, order: int
) -> None:
    ruled.give(offender, ruled.east, None)
    assert Subject.objects.get(pk=order).owner_id is None
    actions.edit_offender(
        **do(ruled, offender),
        seen_revision=Subject.objects.get(pk=offender).revision,
        national_register_ref="NR-7",
        name="Another Name",
        date_of_birth=None,
        sex="male",
    )
    assert order_page(ruled.supervisor, order, now=NOW).label == "Another Name"


def test_it_is_hidden_as_its_offender_is_and_each_look_is_logged(ruled: Scene, order: int) -> None:
    order_page(ruled.manager, order, now=NOW)
    assert AccessLogRow.objects.latest("id").subjects == [order]
    stranger = ruled.viewer("stranger", Role.OFFENDER_MANAGER, team=ruled.west)
    for number in (order, 10**9):
        with pytest.raises(NotFound):
            order_page(stranger, number, now=NOW)


def test_the_section_lists_those_in_force_first(ruled: Scene, offender: int, order: int) -> None:
    actions.end_order(**do(ruled, order), at=NOW - DAY, reason="It ran out")
    newer = actions.open_order(
        by=ruled.manager,
        now=NOW,
        offender_id=offender,
        kind="sro",
        court="A court",
        made_on=TODAY,
        last_day=None,
        conditions="None",
    ).subject_id
    page = section_page(
        ruled.manager, offender, now=NOW, tables=("order_made",), duties=(), with_orders=True
    )
    assert [(one.subject_id, one.in_force, one.until is None) for one in page.orders] == [
        (newer, True, True),
        (order, False, False),
    ]


def test_a_request_waits_until_it_is_decided(ruled: Scene, offender: int) -> None:
    actions.ask_disclosure(**do(ruled, offender), at=NOW - 20 * DAY, route="sarahs_law")
    assert owed(ruled, offender)["disclosure_request_decided"].status == "overdue"
    actions.decide_disclosure(
        **do(ruled, offender), at=NOW, decision="do_not_disclose", rationale="No child is near"
    )
    assert "disclosure_request_decided" not in owed(ruled, offender)


def test_each_plan_asks_whom_to_tell(ruled: Scene, offender: int) -> None:
    actions.make_risk_plan(**do(ruled, offender), at=NOW - DAY, summary="As is.")
    assert owed(ruled, offender)["disclosure_considered"].status == "due"


def test_a_review_after_a_further_offence_is_a_supervisors(ruled: Scene, offender: int) -> None:
    made = actions.charge_further_offence(**do(ruled, offender), at=NOW - DAY, note="Charged")
    assert "further_offence_reviewed" in owed(ruled, offender)
    actions.commission_review(
        by=ruled.supervisor, now=NOW, subject_id=offender, fact_id=made.fact_id, note="By January"
    )
    assert "further_offence_reviewed" not in owed(ruled, offender)


def test_an_end_keyed_in_error_is_taken_back_and_the_order_runs_on(
    ruled: Scene, order: int
) -> None:
    before = owed(ruled, order)[CHECKED].status
    ended = actions.end_order(**do(ruled, order), at=NOW - DAY, reason="Another order's end")
    assert CHECKED not in owed(ruled, order)
    back = {"table": "order_state", "seen_version": 1, "reason": "Of another order"}
    begun = OrderState.objects.exclude(fact_id=ended.fact_id).get(subject=order)
    with pytest.raises(InvalidInput, match="Only the end"):
        actions.withdraw_order_fact(**do(ruled, order), fact_id=begun.fact_id, **back)
    with pytest.raises(InvalidInput, match="Choose one of"):
        actions.withdraw_order_fact(
            **do(ruled, order), fact_id=ended.fact_id, **{**back, "table": "order_made"}
        )
    actions.withdraw_order_fact(**do(ruled, order), fact_id=ended.fact_id, **back)
    assert owed(ruled, order)[CHECKED].status == before
    actions.check_order(**do(ruled, order), at=NOW, findings="Devices read")
