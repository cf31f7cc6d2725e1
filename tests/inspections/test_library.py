"""The April 2026 inspection as it is kept: sixteen recommendations, nine with their limbs."""

from datetime import date

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import NOW, TODAY

from dutybook.access.errors import NotAllowed
from dutybook.access.models import AccessLogRow
from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections.actions import load_library
from dutybook.inspections.models import Inspection, Limb, Recommendation, ShownBy
from dutybook.inspections.queries import inspection_page, inspections

LIMBS = {1: 3, 2: 2, 4: 2, 5: 2, 6: 2, 8: 4, 10: 4, 15: 2, 16: 2}


def test_nine_have_their_limbs_and_seven_read_text_not_available(scene: Answered) -> None:
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW)
    assert [line.recommendation.number for line in page.recommendations] == list(range(1, 17))
    limbs = {line.recommendation.number: len(line.limbs) for line in page.recommendations}
    assert {number: count for number, count in limbs.items() if count} == LIMBS
    assert sum(LIMBS.values()) == 23
    without = [one for one in page.recommendations if not one.recommendation.text_available]
    assert [one.recommendation.number for one in without] == [3, 7, 9, 11, 12, 13, 14]
    assert {one.recommendation.deadline for one in without} == {None}
    assert {one.recommendation.addressee for one in without} == {"unknown"}


def test_the_response_is_due_by_the_56th_day_beginning_with_publication(scene: Answered) -> None:
    [line] = inspections(scene.commissioner, now=NOW)
    assert line.inspection.published_on == date(2026, 4, 15)
    assert line.last_day == date(2026, 6, 9)
    assert (line.last_day - line.inspection.published_on).days + 1 == 56


def test_deadlines_stand_as_printed_and_run_on_past_their_day(scene: Answered) -> None:
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW)
    lines = {line.recommendation.number: line for line in page.recommendations}
    assert lines[10].days_left == (date(2026, 10, 31) - TODAY).days == -24
    assert lines[2].days_left == (date(2027, 4, 30) - TODAY).days
    assert lines[6].recommendation.deadline == date(2026, 10, 30)
    assert lines[6].recommendation.deadline_note
    assert lines[3].days_left is None


def test_each_limb_says_how_it_can_be_shown(scene: Answered) -> None:
    by_way = {way: Limb.objects.filter(shown_by=way).count() for way in ShownBy.values}
    assert by_way == {"records": 16, "document": 7, "not_here": 0}
    assert all(Limb.objects.values_list("why_shown_so", flat=True))
    for limb in Limb.objects.all():
        assert set(limb.duties) <= set(CATALOGUE), limb.code
        assert limb.duties, limb.code


def test_loading_it_again_changes_nothing(scene: Answered) -> None:
    before = list(Limb.objects.order_by("id").values())
    logged = AccessLogRow.objects.count()
    assert load_library(by=scene.loader) == 0
    assert list(Limb.objects.order_by("id").values()) == before
    assert AccessLogRow.objects.count() == logged


def test_a_newer_edition_updates_in_place_and_keeps_the_numbers(scene: Answered) -> None:
    Inspection.objects.update(library_version=0)
    Recommendation.objects.filter(number=10).update(title="An older wording")
    before = list(Limb.objects.order_by("id").values_list("id", "code"))
    assert load_library(by=scene.loader) == 1
    assert list(Limb.objects.order_by("id").values_list("id", "code")) == before
    assert Recommendation.objects.get(number=10).title != "An older wording"
    with pytest.raises(NotAllowed):
        load_library(by=scene.liaison)
