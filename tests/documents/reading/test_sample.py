"""The shipped sample, read whole."""

import json
import re
from datetime import date

from tests.documents.accounting import non_blank_lines, placed_lines

from dutybook.documents.samples import sample_bytes

KEYS = ["inspection", "recommendations", "statement", "furniture", "unplaced", "warnings"]


def test_every_line_is_accounted_for_and_none_unplaced(sample):
    assert placed_lines(sample) == non_blank_lines(sample_bytes().decode())
    assert sample.unplaced == ()


def test_the_keys_and_values_that_programs_read(sample):
    written = sample.to_json()
    assert list(written) == KEYS
    assert json.loads(json.dumps(written)) == written
    numbers = [r["number"] for r in written["recommendations"]]
    assert numbers == [1, 2, 4, 5, 6, 8, 10, 15, 16]
    assert {r["status"] for r in written["recommendations"]} == {"not mapped"}
    assert all(r["text"] and r["position"] for r in written["recommendations"])


def test_no_markup_and_no_bullet_is_left(sample):
    assert not re.search(r"</?(p|ul|li)\b|&nbsp;|&#|•", json.dumps(sample.to_json()["statement"]))
    for r in sample.recommendations:
        for passage in (*r.text, *r.position):
            assert not re.search(r"[<>•]|&#?\w+;", passage.text)


def test_the_untidy_parts_are_flagged(sample):
    by_kind = {w.kind: w for w in sample.warnings}
    assert set(by_kind) == {
        "two titles",
        "recommendations absent",
        "deadline differs",
        "markup",
        "page header",
    }
    assert "Recommendation 15 prints 30 October 2026" in by_kind["deadline differs"].message
    assert "3, 7, 9, 11, 12, 13, 14" in by_kind["recommendations absent"].message


def test_the_front_and_the_signature(sample):
    assert sample.inspection.published == date(2026, 4, 15)
    assert sample.inspection.recommendation_count == 16
    assert sample.inspection.answered_by == "Wealdmoor Police and Crime Commissioner"
    assert sample.statement.name == "Perpetua Quillhampton"
    assert sample.statement.office == "Wealdmoor Police and Crime Commissioner"


def test_who_certified_and_what_has_no_end(sample):
    said = {r.number: (r.signatory, r.end) for r in sample.recommendations}
    assert said[6] == ("Deputy Chief Constable Ottoline Farthingale", None)
    assert said[10] == ("signatory not stated", None)
    assert said[2] == said[16] == (None, "no end date given")
    assert said[8] == (None, None)
