"""Until when an offender must notify: from the matters recorded, with what is missing."""

from datetime import date
from typing import Any

import pytest
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.access.errors import InvalidInput
from dutybook.records.offenders import actions
from dutybook.records.offenders.queries import section_page
from dutybook.records.offenders.queries.notification_period import NotificationStanding

BORN = date(1980, 5, 1)


def standing_of(scene: Scene, subject: int) -> NotificationStanding:
    page = section_page(
        scene.manager,
        subject,
        now=NOW,
        tables=("relevant_date",),
        duties=(),
        with_period=True,
    )
    assert page.period is not None
    return page.period


def matter(scene: Scene, subject: int, at: date, disposal: str = "", **term: Any) -> None:
    actions.set_relevant_date(
        by=scene.manager,
        now=NOW,
        subject_id=subject,
        at=at,
        matter="An offence",
        disposal=disposal,
        **term,
    )


@pytest.mark.parametrize(
    ("disposal", "term", "born", "last"),
    [
        ("imprisonment", {"term_months": 30}, BORN, None),
        ("imprisonment", {"term_months": 29}, BORN, date(2030, 3, 9)),
        ("imprisonment", {"term_months": 6, "term_days": 1}, BORN, date(2030, 3, 9)),
        ("imprisonment", {"term_months": 6}, BORN, date(2027, 3, 9)),
        ("imprisonment", {"term_months": 6}, date(2003, 1, 1), date(2023, 9, 9)),
        ("caution", {}, BORN, date(2022, 3, 9)),
        ("life", {}, None, None),
    ],
)
def test_each_branch_of_section_82_from_what_is_recorded(
    scene: Scene, disposal: str, term: dict[str, int], born: date | None, last: date | None
) -> None:
    subject = scene.offender(date_of_birth=born)
    matter(scene, subject, date(2020, 3, 10), disposal, **term)
    counts = standing_of(scene, subject).counts
    assert counts is not None
    assert counts.last_day == last
    assert counts.working


def test_the_longest_of_several_counts(scene: Scene) -> None:
    subject = scene.offender(date_of_birth=BORN)
    matter(scene, subject, date(2020, 3, 10), "imprisonment", term_months=24)
    matter(scene, subject, date(2025, 6, 1), "caution")
    counts = standing_of(scene, subject).counts
    assert counts is not None
    assert counts.last_day == date(2030, 3, 9)


@pytest.mark.parametrize(
    ("disposal", "born", "missing"),
    [
        ("", BORN, "how the matter was dealt with"),
        ("imprisonment", BORN, "its length"),
        ("caution", None, "the date of birth"),
    ],
)
def test_an_undecided_matter_leaves_the_end_unknown_and_says_what_is_missing(
    scene: Scene, disposal: str, born: date | None, missing: str
) -> None:
    subject = scene.offender(date_of_birth=born)
    matter(scene, subject, date(2020, 3, 10), disposal)
    found = standing_of(scene, subject)
    assert (found.counts, found.matters[0].missing) == (None, missing)
    matter(scene, subject, date(2015, 3, 10), "life")  # without end, whatever the other gives
    counts = standing_of(scene, subject).counts
    assert counts is not None
    assert counts.indefinite


def test_an_indefinite_period_says_from_when_it_may_be_reviewed(scene: Scene) -> None:
    subject = scene.offender(date_of_birth=BORN)
    matter(scene, subject, date(2013, 3, 10), "imprisonment", term_months=48)
    assert standing_of(scene, subject).review is None
    given = {"by": scene.manager, "now": NOW, "subject_id": subject}
    actions.notified(at=date(2015, 6, 2), kind="initial", **given)
    review = standing_of(scene, subject).review
    assert review is not None
    assert review.from_day == date(2030, 6, 2)


def test_an_order_in_force_stands_in_the_way_of_a_review_until_it_ends(scene: Scene) -> None:
    subject = scene.offender(date_of_birth=BORN)
    matter(scene, subject, date(2013, 3, 10), "imprisonment", term_months=48)
    given = {"by": scene.manager, "now": NOW}
    actions.notified(at=date(2015, 6, 2), kind="initial", subject_id=subject, **given)
    order = actions.open_order(
        offender_id=subject,
        kind="shpo",
        court="A court",
        made_on=date(2024, 2, 1),
        last_day=None,
        conditions="None",
        **given,
    ).subject_id
    review = standing_of(scene, subject).review
    assert review is not None
    assert review.blocks == ("sexual harm prevention order made 1 February 2024",)
    actions.end_order(at=NOW - DAY, reason="Discharged", subject_id=order, **given)
    review = standing_of(scene, subject).review
    assert review is not None
    assert review.blocks == ()


def test_only_what_has_a_length_may_be_given_one(scene: Scene) -> None:
    subject = scene.offender()
    with pytest.raises(InvalidInput) as refused:
        matter(scene, subject, date(2020, 3, 10), "caution", term_months=3)
    assert set(refused.value.problems) == {"term_months"}
    with pytest.raises(InvalidInput) as refused:
        matter(scene, subject, date(2020, 3, 10), "a fine")
    assert set(refused.value.problems) == {"disposal"}


def test_nothing_recorded_decides_nothing(scene: Scene) -> None:
    found = standing_of(scene, scene.offender())
    assert (found.matters, found.counts, found.review) == ((), None, None)
