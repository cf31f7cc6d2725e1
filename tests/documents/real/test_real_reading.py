"""The real published response. Its words stay outside; these tests quote as little as they can."""

import json
import re
from datetime import date

from tests.documents.accounting import non_blank_lines, placed_lines
from tests.documents.real_documents import REAL_RESPONSE


def test_every_line_is_accounted_for_and_none_unplaced(real):
    assert placed_lines(real) == non_blank_lines(REAL_RESPONSE.read_text(encoding="utf-8"))
    assert real.unplaced == ()


def test_nine_recommendations_with_their_deadlines_as_printed(real):
    autumn, spring = date(2026, 10, 31), date(2027, 4, 30)
    assert {r.number: r.deadline for r in real.recommendations} == {
        **dict.fromkeys((1, 4, 8, 10, 15, 16), autumn),
        **dict.fromkeys((2, 5), spring),
        6: date(2026, 10, 30),
    }
    assert real.recommendations[4].deadline_as_printed == "30 October 2026"


def test_each_recommendation_has_as_many_parts_as_it_prints(real):
    items = {r.number: sum(p.kind == "item" for p in r.text) for r in real.recommendations}
    assert items == {1: 3, 2: 0, 4: 2, 5: 0, 6: 2, 8: 4, 10: 4, 15: 2, 16: 0}
    assert all(len(r.position) == 1 for r in real.recommendations)
    forms = [r.printed_form for r in real.recommendations]
    assert forms == ["table"] * 4 + ["prose"] * 5


def test_what_is_untidy_is_flagged_and_nothing_else(real):
    kinds = [w.kind for w in real.warnings]
    assert kinds == [
        "two titles",
        "recommendations absent",
        "deadline differs",
        "markup",
        "page header",
    ]


def test_the_front(real):
    inspection = real.inspection
    assert inspection.published == date(2026, 4, 15)
    assert inspection.published_as_printed == "15 April 2026"
    assert len(inspection.types) == 5
    assert inspection.scope == "National"
    assert inspection.recommendation_count == 16
    assert inspection.inspectorate == "HMICFRS"
    assert len(inspection.other_titles) == 1
    assert len(inspection.summary) == 4


def test_statement_name_and_office(real):
    assert len(real.statement.text) == 6
    assert real.statement.name
    assert real.statement.name == real.furniture[0].lines[0].text
    assert real.statement.office == real.inspection.answered_by


def test_nobody_signed_and_no_end_is_given_where_that_is_so(real):
    said = {r.number: (r.signatory, r.end) for r in real.recommendations}
    assert {n for n, (signed, _) in said.items() if signed == "signatory not stated"} == {6}
    assert {n for n, (_, end) in said.items() if end == "no end date given"} == {2, 16}


def test_no_markup_is_left_in_what_is_written_out(real):
    written = json.dumps(real.to_json(), ensure_ascii=False)
    assert not re.search(r"</?(p|ul|li)\b|&nbsp;|list-style", written)
