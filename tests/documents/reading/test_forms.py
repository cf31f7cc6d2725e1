"""The forms that a response comes in, each in a few lines."""

from datetime import date
from textwrap import dedent

from dutybook.documents.reading import read_published_response
from dutybook.documents.reading.model import plain_text


def read(text):
    return read_published_response(dedent(text).encode(), name="answer.txt")


def kinds(response):
    return {w.kind for w in response.warnings}


def test_prose_tells_the_text_from_the_position_by_its_list():
    (r,) = read("""\
        Recommendation 7

        By 1 May 2026, forces should:
        - act; and
        - say so
          at once.

        We do both.

        - Every week.
        """).recommendations
    assert plain_text(r.text) == "By 1 May 2026, forces should:\n- act; and\n- say so at once."
    assert plain_text(r.position) == "We do both.\n- Every week."
    assert (r.deadline, r.printed_form, r.status) == (date(2026, 5, 1), "prose", "not mapped")


def test_a_list_that_lost_its_bullets_is_told_by_its_semicolons():
    (r,) = read("""\
        Recommendation 7

        By 1 May 2026, forces should:

        act; and

        say so.

        We do both.
        """).recommendations
    assert [p.kind for p in r.text] == ["paragraph", "item", "item"]
    assert plain_text(r.position) == "We do both."


def test_where_text_and_position_cannot_be_told_apart_nothing_is_guessed():
    response = read("""\
        Recommendation 7

        By 1 May 2026, forces should:

        Act in good time.

        We act in good time.
        """)
    (r,) = response.recommendations
    assert r.position == ()
    assert [line.number for line in response.unplaced] == [5, 7]
    assert "no position" in kinds(response)


def test_a_second_deadline_paragraph_is_still_what_was_asked():
    (r,) = read("""\
        Recommendation 7

        By 1 May 2026, forces should act.

        By 1 June 2026, forces should act again.

        We will.
        """).recommendations
    assert len(r.text) == 2
    assert r.deadline_as_printed == "1 May 2026"


def test_headings_inside_a_recommendation_say_what_is_what():
    (r,) = read("""\
        Recommendation 7

        What was asked

        Act in good time.

        Force response:

        We act by 3 May 2027.
        """).recommendations
    assert plain_text(r.text) == "Act in good time."
    assert plain_text(r.position) == "We act by 3 May 2027."
    assert r.deadline_as_printed is None


def test_a_deadline_that_is_no_day_is_kept_as_printed_and_flagged():
    response = read("""\
        Recommendation 7

        By 31 June 2026, forces should act.

        We act.

        Recommendation 8

        Within three months, forces should act.

        We act.
        """)
    printed = [(r.deadline_as_printed, r.deadline) for r in response.recommendations]
    assert printed == [("31 June 2026", None), ("Within three months", None)]
    assert [w.kind for w in response.warnings].count("date not read") == 2


def test_a_row_with_three_columns_is_left_to_a_person():
    response = read("Description\tUpdate\nRecommendation 1 By 1 May 2026, act.\tDone.\tSmith\n")
    assert response.recommendations == ()
    assert [line.number for line in response.unplaced] == [2]


def test_a_row_may_run_over_lines_and_lack_an_update():
    one, two = read(
        "Description\tUpdate\n<p>Recommendation 1 By 1 May 2026, forces\nshould act.</p>\tWe do.\n"
        "Recommendation 2 By 1 May 2026, forces should rest.\t\n"
    ).recommendations
    assert plain_text(one.text) == "By 1 May 2026, forces should act."
    assert [line.number for line in one.lines] == [2, 3]
    assert plain_text(two.text) == "By 1 May 2026, forces should rest."
    assert two.position == ()


def test_a_sentence_that_begins_like_a_heading_stays_a_sentence():
    response = read("""\
        Commissioner's response

        Recommendation 6 asks most of us, and I will follow it.

        Anna Example

        Mayor of Exampleshire
        """)
    assert response.recommendations == ()
    assert len(response.statement.text) == 1
    assert (response.statement.name, response.statement.office) == (
        "Anna Example",
        "Mayor of Exampleshire",
    )


def test_name_and_office_on_one_line():
    statement = read("""\
        Statement from the Mayor

        I agree.

        Anna Example, Mayor of Exampleshire
        """).statement
    assert (statement.name, statement.office) == ("Anna Example", "Mayor of Exampleshire")


def test_scraps_that_no_form_explains_are_unplaced():
    response = read("""\
        Something else

        Report summary

        A summary. The report made 2 recommendations.

        DRAFT 3

        Recommendation 1

        By 1 May 2026, forces should act.

        We act.

        see annex

        Commissioner's statement

        I agree.

        Printed in Exampleshire
        """)
    assert [line.text for line in response.unplaced] == [
        "Something else",
        "DRAFT 3",
        "see annex",
        "Printed in Exampleshire",
    ]
    assert {"unplaced", "recommendations absent", "not signed"} <= kinds(response)


def test_a_page_header_does_not_cut_a_sentence_in_two():
    response = read("""\
        Anna Example
        Mayor

        Recommendation 1

        By 1 May 2026, forces should act and

        Anna Example
        Mayor

        say so.

        We act.
        """)
    (r,) = response.recommendations
    assert plain_text(r.text) == "By 1 May 2026, forces should act and say so."
    assert plain_text(r.position) == "We act."


def test_page_numbers_and_lone_tags_are_furniture():
    response = read("""\
        Recommendation 1
        <ul>
        By 1 May 2026, forces should act.

        Page 2 of 9

        We act.
        """)
    assert [f.kind for f in response.furniture] == ["markup", "page number"]
    assert response.unplaced == ()
    assert plain_text(response.recommendations[0].position) == "We act."


def test_the_same_number_twice_is_kept_twice_and_flagged():
    response = read("""\
        Recommendation 1

        By 1 May 2026, forces should act.

        We act.

        Recommendation 1

        By 1 May 2026, forces should act.

        We do not.
        """)
    assert [r.number for r in response.recommendations] == [1, 1]
    assert "repeated number" in kinds(response)


def test_a_label_printed_again_is_not_taken_twice():
    response = read("Published on: 15 April 2026\nPublished on: 16 April 2026\n")
    assert response.inspection.published == date(2026, 4, 15)
    assert [line.number for line in response.unplaced] == [2]


def test_a_wrapped_label_is_one_value():
    title = read("Title of inspection: A report on\nthings\n").inspection.title
    assert title == "A report on things"


def test_who_certifies_and_until_when_are_said_only_where_printed():
    def position(words):
        text = f"Recommendation 1\n\nBy 1 May 2026, forces should act.\n\n{words}\n"
        (r,) = read_published_response(text.encode(), name="a").recommendations
        return r.signatory, r.end

    assert position("Self-certified as complete.") == ("signatory not stated", None)
    assert position("Self-certified by the Deputy Chief Constable.") == (
        "Deputy Chief Constable",
        None,
    )
    assert position("This work is ongoing.") == (None, "no end date given")
    assert position("This work is ongoing until May 2027.") == (None, None)
    assert position("We are compliant.") == (None, None)


def test_a_file_of_some_other_kind_is_all_unplaced():
    response = read("Shopping\n\nmilk\neggs\n")
    assert len(response.unplaced) == 3
    assert "no recommendations" in kinds(response)


def test_a_position_of_one_word_is_still_the_position():
    (r,) = read("""\
        Recommendation 7: Forces should act at once.

        Completed
        """).recommendations
    assert plain_text(r.text) == "Forces should act at once."
    assert plain_text(r.position) == "Completed"


def test_a_scrap_beside_the_position_is_not_taken_for_it():
    response = read("""\
        Recommendation 7

        By 1 May 2026, forces should act.

        Exampleshire

        We act.
        """)
    assert plain_text(response.recommendations[0].position) == "We act."
    assert [line.text for line in response.unplaced] == ["Exampleshire"]


def test_of_two_scraps_neither_is_the_position():
    response = read("""\
        Recommendation 7

        By 1 May 2026, forces should act.

        Completed

        Exampleshire
        """)
    assert response.recommendations[0].position == ()
    assert [line.text for line in response.unplaced] == ["Completed", "Exampleshire"]


def test_headings_may_name_the_force_and_the_body():
    response = read("""\
        Recommendation 7

        Forces should act.

        Exampleshire Constabulary's response:

        We act.

        Exampleshire Police, Fire and Crime Commissioner's comments

        I agree.
        """)
    assert plain_text(response.recommendations[0].position) == "We act."
    assert plain_text(response.statement.text) == "I agree."
    assert response.unplaced == ()


def test_the_commissioner_on_a_recommendation_is_not_the_force_again():
    response = read("""\
        Recommendation 7

        By 1 May 2026, forces should act.

        We act.

        Commissioner's response

        Recommendation 7: I have asked for figures.
        """)
    assert len(response.recommendations) == 1
    assert plain_text(response.statement.text) == "Recommendation 7: I have asked for figures."


def test_a_statement_that_comes_first_does_not_hide_the_front():
    response = read("""\
        Mayor's statement

        I agree.

        Published on: 15 April 2026

        Recommendation 7

        By 1 May 2026, forces should act.

        We act.
        """)
    assert response.inspection.published == date(2026, 4, 15)
    assert response.unplaced == ()
