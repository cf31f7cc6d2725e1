from dataclasses import replace
from datetime import date

from dutybook.documents.reading import read_published_response
from dutybook.documents.response import build_from_reading


def test_all_sixteen_stand_in_order_and_seven_have_no_text(converted):
    assert [r.number for r in converted.recommendations] == list(range(1, 17))
    without = [r.number for r in converted.recommendations if not r.text]
    assert without == [3, 7, 9, 11, 12, 13, 14]


def test_what_nobody_said_is_not_filled_in(converted):
    assert {r.commissioner_action for r in converted.recommendations} == {None}
    assert {r.reply_to_chief for r in converted.recommendations} == {None}
    assert converted.response_published is None
    assert all(r.limbs == () for r in converted.recommendations)


def test_it_says_where_it_comes_from(converted):
    assert converted.provenance == (
        "Converted from a published document; not issued by the commissioner"
    )


def test_the_last_day_comes_from_the_day_of_publication(converted):
    assert converted.last_day == date(2026, 6, 9)
    assert replace(converted, report_published=None).last_day is None


def test_the_force_is_not_guessed(sample):
    assert build_from_reading(sample).force is None


def test_remarks_carry_what_differs_and_not_the_layout(converted):
    remarks = " ".join(converted.notes)
    assert "Recommendation 15 prints 30 October 2026" in remarks
    assert "more than one form" in remarks
    assert "markup" not in remarks


def test_without_a_stated_count_only_the_gaps_between_numbers_are_known():
    text = "Recommendation 3\n\nBy 1 May 2026, forces should act.\n\nWe act.\n"
    document = build_from_reading(read_published_response(text.encode(), name="a"))
    assert [(r.number, bool(r.text)) for r in document.recommendations] == [
        (1, False),
        (2, False),
        (3, True),
    ]


def test_a_stated_count_brings_in_the_last_ones_too():
    text = "Report summary\n\nIt made 3 recommendations.\n\nRecommendation 1: Forces should act.\n"
    document = build_from_reading(read_published_response(text.encode(), name="a"))
    assert [r.number for r in document.recommendations] == [1, 2, 3]
