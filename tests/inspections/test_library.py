"""The April 2026 inspection as it is kept: sixteen recommendations, nine with their limbs."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import NOW, TODAY

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import AccessLogRow
from dutybook.documents.inspections import Inspection as Described
from dutybook.documents.inspections import InspectionRecommendation, shipped_inspection
from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections.actions import add_inspection, load_library
from dutybook.inspections.models import Inspection, Limb, Recommendation, ShownBy
from dutybook.inspections.queries import described, inspection_page, inspections

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


def invented(**values: Any) -> Described:
    """An invented report of another inspectorate, with one limb that records can show."""
    april = shipped_inspection(KEY)
    limb = replace(april.limbs()[0], key="1a", duties=("visit_within_interval",))
    first = replace(april.recommendations[0], limbs=(limb,))
    given = {
        "key": "probation-2026-09-invented", "version": 1, "title": "An invented report",
        "other_titles": (), "recommendations": (first, InspectionRecommendation(2)),
    }  # fmt: skip
    return replace(april, **given | values)


def test_any_report_can_be_added_and_is_counted_at_once(scene: Answered) -> None:
    scene.offender(level="high")
    assert add_inspection(by=scene.loader, described=invented())
    page = inspection_page(scene.liaison, invented().key, day=TODAY, now=NOW)
    [limb] = page.recommendations[0].limbs
    assert limb.finding.figures[0].of == 1
    assert described(scene.liaison, invented().key) == invented()
    assert not add_inspection(by=scene.loader, described=invented(title="The same edition"))
    assert add_inspection(by=scene.loader, described=invented(version=2, title="A newer one"))
    assert described(scene.liaison, invented().key).title == "A newer one"


def test_what_ships_is_written_as_it_was_read(scene: Answered) -> None:
    assert described(scene.liaison, KEY) == shipped_inspection(KEY)


def test_an_edition_that_loses_a_limb_or_names_no_duty_is_refused(scene: Answered) -> None:
    add_inspection(by=scene.loader, described=invented())
    without = invented(version=2, recommendations=(InspectionRecommendation(1),))
    with pytest.raises(InvalidInput, match="leaves out what is here: 1a"):
        add_inspection(by=scene.loader, described=without)
    first = invented().recommendations[0]
    unknown = replace(first, limbs=(replace(first.limbs[0], duties=("to_be_good",)),))
    with pytest.raises(InvalidInput, match="No duty is called to_be_good"):
        add_inspection(by=scene.loader, described=invented(version=2, recommendations=(unknown,)))
    with pytest.raises(NotAllowed):
        add_inspection(by=scene.liaison, described=invented(version=2))
    assert described(scene.liaison, invented().key) == invented()
