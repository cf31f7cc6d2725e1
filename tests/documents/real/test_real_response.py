"""The real published response, set again as a web page and a PDF."""

import json
import re

import jsonschema
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from outloud.cli import main as outloud
from tests.documents.response.pdf_reading import pdf_text
from tests.documents.response.test_other_forms import MADE, in_word, words
from trestle.oscal.assessment_results import Model

from dutybook.documents.response import build_from_reading, write_response


@pytest.fixture(scope="module")
def written(real, tmp_path_factory):
    return write_response(build_from_reading(real), tmp_path_factory.mktemp("real"), made_at=MADE)


@pytest.fixture(scope="module")
def texts(written):
    page = BeautifulSoup(written.files["html"].read_text(encoding="utf-8"), "html.parser")
    return (
        words(page.get_text(" ")),
        pdf_text(written.files["pdf"].read_bytes()),
        words("\n".join(in_word(written.files["docx"].read_bytes()))),
        words(written.files["txt"].read_text(encoding="utf-8")),
    )


def test_each_form_holds_every_position_and_every_part_of_what_is_asked(texts, real):
    for r in real.recommendations:
        for passage in (*r.position, *r.text):
            assert all(passage.text in text for text in texts)


def test_the_open_data_hold_every_position_and_follow_the_schema(written, real):
    data = json.loads(written.files["json"].read_text(encoding="utf-8"))
    jsonschema.validate(data, json.loads(written.schema.read_text(encoding="utf-8")))
    by_number = {one["number"]: one["position"]["text"] for one in data["recommendations"]}
    for r in real.recommendations:
        assert [one["text"] for one in by_number[r.number]] == [one.text for one in r.position]
    oscal = json.loads(written.files["oscal.json"].read_text(encoding="utf-8"))
    read = Model.model_validate(oscal)
    assert read.assessment_results.results[0].findings is None  # no record stands beside it


def test_each_form_holds_all_sixteen_and_the_last_day(texts):
    for text in texts:
        assert text.count("Text not available") == 7
        assert all(f"Recommendation {r} " in text for r in (1, 2, 4, 5, 6, 8, 10, 15, 16))
        assert "9 June 2026" in text
        assert "not issued by the commissioner" in text


def test_no_form_shows_markup(texts):
    for text in texts:
        assert not re.search(r"</?\w+|&\w+;|&#|•|list-style", text)


def test_a_second_checker_finds_nothing_wrong(written):
    document = str(written.files["pdf"])
    result = CliRunner().invoke(outloud, ["--fail-on", "warning", "--quiet", document])
    assert result.exit_code == 0, result.output
