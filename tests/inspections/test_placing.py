"""Lines that the reader gave back are placed by a named person, and every word is kept."""

from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.documents.response import to_html
from dutybook.documents.samples import sample_bytes
from dutybook.inspections.actions import import_response, place_line
from dutybook.inspections.models import ImportedResponse, PlacedLine, Recommendation
from dutybook.inspections.queries import reading_page, recommendation_page, response_document

STRAY = b"Visits at night are paired too"


@pytest.fixture
def response(scene: Answered) -> ImportedResponse:
    """The sample with a scrap of words before the heading of its recommendations."""
    mark = b"Recommendations from Inspectors"
    content = sample_bytes().replace(mark, STRAY + b"\n\n" + mark, 1)
    made = import_response(content=content, file_name="answer.txt", by=scene.liaison, now=NOW)
    assert made.unplaced == 1
    return ImportedResponse.objects.get(pk=made.response_id)


def place(scene: Answered, response: ImportedResponse, **values: Any) -> PlacedLine:
    [one] = response.reading["unplaced"]
    given = {"by": scene.liaison, "now": NOW, "response_id": response.pk, "line": one["line"]}
    return place_line(**given | {"belongs": "position", "number": 10} | values)


def test_what_is_not_placed_is_shown_until_somebody_places_it(
    scene: Answered, response: ImportedResponse
) -> None:
    page = reading_page(scene.manager, KEY, response.pk)
    assert [(one.words, one.placed) for one in page.unplaced] == [(STRAY.decode(), None)]
    assert page.waiting == 1
    place(scene, response)
    page = reading_page(scene.manager, KEY, response.pk)
    [one] = page.unplaced
    assert one.placed is not None
    assert (one.placed.belongs, one.placed.said_by.display_name) == ("position", "Liaison")
    assert page.waiting == 0
    assert [each["number"] for each in page.recommendations] == [1, 2, 4, 5, 6, 8, 10, 15, 16]


def test_placed_words_stand_with_the_position_and_in_the_response(
    scene: Answered, response: ImportedResponse
) -> None:
    place(scene, response)
    line = recommendation_page(scene.liaison, KEY, 10, day=TODAY, now=NOW).line
    assert line.position is not None
    said = [(each["belongs"], each["words"], each["by"]) for each in line.position.placed]
    assert said == [("position", STRAY.decode(), "Liaison")]
    assert STRAY.decode() not in line.position.words  # the reading itself is never changed
    document = response_document(scene.liaison, KEY, day=TODAY, now=NOW)
    ten = next(one for one in document.recommendations if one.number == 10)
    assert ten.position[-1].text == STRAY.decode()
    assert STRAY.decode() in to_html(document)


def test_the_newest_word_stands_and_the_earlier_stays(
    scene: Answered, response: ImportedResponse
) -> None:
    place(scene, response)
    place(scene, response, belongs="layout", number=None, now=NOW + DAY)
    [one] = reading_page(scene.liaison, KEY, response.pk).unplaced
    assert one.placed is not None
    assert (one.placed.belongs, one.placed.recommendation) == ("layout", None)
    line = recommendation_page(scene.liaison, KEY, 10, day=TODAY, now=NOW).line
    assert line.position is not None
    assert line.position.placed == []
    assert PlacedLine.objects.count() == 2
    with pytest.raises(ProgrammingError), transaction.atomic():
        PlacedLine.objects.update(belongs="asked")


def test_placing_is_for_those_who_write_inspections_and_is_logged(
    scene: Answered, response: ImportedResponse
) -> None:
    for by in (scene.manager, scene.supervisor, scene.commissioner, scene.loader):
        with pytest.raises(NotAllowed):
            place(scene, response, by=by)
    made = place(scene, response, by=scene.chief)
    row = AccessLogRow.objects.latest("id")
    assert (row.kind, row.subjects, row.detail) == ("inspection", [made.pk], "line placed")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"belongs": "elsewhere"}, "belongs"),
        ({"number": None}, "number"),
        ({"number": 99}, "number"),
        ({"belongs": "asked", "number": None}, "number"),
    ],
)
def test_what_says_no_place_is_refused(
    scene: Answered, response: ImportedResponse, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        place(scene, response, **values)
    assert field in refusal.value.problems
    assert not PlacedLine.objects.exists()


def test_other_lines_and_other_forces_responses_are_absent(
    scene: Answered, response: ImportedResponse
) -> None:
    with pytest.raises(NotFound):
        place(scene, response, line=1)
    with pytest.raises(NotFound):
        place(scene, response, response_id=response.pk + 1)
    other = make_scene("thornwick")
    for read in (lambda: reading_page(other.liaison, KEY, response.pk),
                 lambda: place(scene, response, by=other.liaison)):  # fmt: skip
        with pytest.raises(NotFound):
            read()


def test_the_database_holds_what_belongs_together(
    scene: Answered, response: ImportedResponse
) -> None:
    ten = Recommendation.objects.get(number=10)
    said = {"response": response, "line": 9, "words": "x", "said_by_id": scene.liaison.user_id}
    for bad in (
        {"belongs": "position", "recommendation": None},
        {"belongs": "layout", "recommendation": ten},
        {"belongs": "elsewhere", "recommendation": None},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            PlacedLine.objects.create(**said, said_at=NOW, **bad)
