"""Word, text, open data and OSCAL: read back by other programs, and saying what the page says."""

import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from itertools import pairwise

import docx
import jsonschema
import pytest
from docx.oxml.ns import qn
from tests.documents.response.pdf_reading import pdf_text
from trestle.oscal.assessment_results import Model

from dutybook.documents.response import (
    all_forms,
    response_schema,
    to_docx,
    to_html,
    to_json,
    to_oscal,
    to_pdf,
    to_text,
)

MADE = datetime(2026, 11, 24, 9, tzinfo=UTC)
both = pytest.mark.parametrize("which", ["converted", "issued"])


@pytest.fixture
def document(which, request):
    return request.getfixturevalue(which)


def words(text):
    """The text with every run of blank space as one blank."""
    return re.sub(r"\s+", " ", text)


def passages(document):
    """Every passage of the response, in reading order."""
    found = [*document.summary]
    for one in document.recommendations:
        found += [*one.text, *one.position]
    return [passage.text for passage in (*found, *document.statement)]


def in_word(data):
    """Paragraphs and cells of a Word file, as another program reads them."""
    read = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in read.paragraphs] + cells


@both
def test_each_form_holds_every_word_of_the_response(document):
    text, word = words(to_text(document)), words("\n".join(in_word(to_docx(document))))
    data = words(json.dumps(json.loads(to_json(document)), ensure_ascii=False))
    for passage in passages(document):
        said = words(passage)
        assert said in text
        assert said in word
        assert words(json.dumps(passage, ensure_ascii=False)) in data


def test_each_form_says_who_speaks_whether_records_were_tested_and_what_was_promised(issued):
    spoken = (
        "Records untested.",
        "Two more officers are paid for. The commissioner, £180,000, by 30 September 2026 "
        "(first 30 June 2026): delivered on 12 September 2026.",
        "Nobody visits alone. The force, by 1 May 2026: late.",
        "What was said of each part, by whom and when",
        "The commissioner's assurance, 30 May 2026: Not assured. Visits made alone were not "
        "explained.",
        "The inspectorate, 15 April 2026: Open.",
    )
    word = words("\n".join(in_word(to_docx(issued))))
    for said in spoken:
        for form in (words(to_text(issued)), word, words(unescape(to_html(issued)))):
            assert said in form
    pages = pdf_text(to_pdf(issued))
    assert "untested." in pages  # the lines of neighbouring cells stand between its words
    assert [said for said in spoken[1:] if said not in pages.replace("\u2019", "'")] == []
    [first, *_rest] = json.loads(to_json(issued))["recommendations"]
    assert first["limbs"][1]["tested"] == "Records untested."
    assert first["limbs"][0]["layers"][1] == {
        "layer": "The inspectorate", "says": "Open", "on": "2026-04-15", "words": None,
    }  # fmt: skip
    assert first["promises"][0] == {
        "what": "Two more officers are paid for.", "whose": "The commissioner",
        "by_when": "2026-09-30", "first_by": "2026-06-30", "stands": "delivered",
        "on": "2026-09-12", "amount": 180_000,
    }  # fmt: skip


@both
def test_the_text_has_no_markup_and_no_long_line(document):
    lines = to_text(document).splitlines()
    assert [line for line in lines if len(line) > 78 and " " in line.strip(" -")] == []
    assert not re.search(r"</?[a-z]+>|&[a-z]+;", to_text(document))


@both
def test_the_word_file_has_headings_in_order_header_rows_and_a_language(document):
    read = docx.Document(io.BytesIO(to_docx(document)))
    levels = [
        0 if paragraph.style.name == "Title" else int(paragraph.style.name[-1])
        for paragraph in read.paragraphs
        if paragraph.style.name == "Title" or paragraph.style.name.startswith("Heading")
    ]
    assert levels[0] == 0
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(1) >= 4 + sum(bool(one.text) for one in document.recommendations)
    assert read.core_properties.language == "en-GB"
    assert read.core_properties.title.startswith("Response to the inspection report")
    for table in read.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_same_response_gives_the_same_bytes_and_no_clock_is_in_them(issued):
    assert all_forms(issued, made_at=MADE) == all_forms(issued, made_at=MADE)
    with zipfile.ZipFile(io.BytesIO(to_docx(issued))) as packed:
        assert {one.date_time[0] for one in packed.infolist()} == {1980}


@both
def test_open_data_follows_its_published_schema(document):
    schema = json.loads(response_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    check = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    data = json.loads(to_json(document))
    check.validate(data)
    for spoil in ({"extra": 1}, {"response_published": "1 June"}, {"recommendations": [{}]}):
        with pytest.raises(jsonschema.ValidationError):
            check.validate({**data, **spoil})


def test_open_data_says_null_where_nobody_has_said(issued):
    data = json.loads(to_json(issued))
    assert data["provenance"] is None
    assert data["last_day_to_publish"] == "2026-06-09"
    first, second, third = data["recommendations"]
    assert first["limbs"][1] == {
        "code": "1b", "asked": "Visits authorised", "finding": None, "figures": None,
        "tested": "Records untested.", "layers": [], "numbers": [],
    }  # fmt: skip
    assert (second["asked"], second["deadline"]) == ([], None)
    assert third["commissioner"] == {"action_or_why_none": None, "reply_to_chief_officer": None}


@both
def test_oscals_own_toolkit_reads_the_results(document):
    given = json.loads(to_oscal(document, made_at=MADE))
    results = Model.model_validate(given).assessment_results
    version = document.response_published or MADE.date()  # the day it was made, until it is issued
    assert results.metadata.version == version.isoformat()
    findings = results.results[0].findings or []
    limbs = [limb for one in document.recommendations for limb in one.limbs if limb.finding]
    assert len(findings) == len(limbs)


def test_nothing_but_fully_shown_reads_as_satisfied(issued):
    given = json.loads(to_oscal(issued, made_at=MADE))
    [finding] = given["assessment-results"]["results"][0]["findings"]
    assert finding["target"]["status"] == {
        "state": "not-satisfied", "reason": "other", "remarks": "shortfall",
    }  # fmt: skip
    [seen] = given["assessment-results"]["results"][0]["observations"]
    assert seen["description"] == "312 of 355, 12 not known, 31 October"
    assert finding["related-observations"] == [{"observation-uuid": seen["uuid"]}]


def test_an_observation_says_whether_records_were_tested(issued):
    first = issued.recommendations[0]
    limb = replace(first.limbs[0], tested="Records untested.")
    given = replace(issued, recommendations=(replace(first, limbs=(limb,)),))
    results = json.loads(to_oscal(given, made_at=MADE))["assessment-results"]["results"]
    [seen] = results[0]["observations"]
    assert seen["description"].endswith("31 October Records untested.")
