"""The real published response, set again as a web page and a PDF."""

import re

import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from outloud.cli import main as outloud
from tests.documents.response.pdf_reading import pdf_text

from dutybook.documents.response import build_from_reading, write_response


@pytest.fixture(scope="module")
def written(real, tmp_path_factory):
    return write_response(build_from_reading(real), tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="module")
def texts(written):
    page = BeautifulSoup(written.html.read_text(encoding="utf-8"), "html.parser")
    return " ".join(page.get_text(" ").split()), pdf_text(written.pdf.read_bytes())


def test_both_hold_every_position_and_every_part_of_what_is_asked(texts, real):
    for r in real.recommendations:
        for passage in (*r.position, *r.text):
            assert all(passage.text in text for text in texts)


def test_both_hold_all_sixteen_and_the_last_day(texts):
    for text in texts:
        assert text.count("Text not available") == 7
        assert all(f"Recommendation {n} " in text for n in range(1, 17))
        assert "9 June 2026" in text
        assert "not issued by the commissioner" in text


def test_neither_shows_markup(texts):
    for text in texts:
        assert not re.search(r"</?\w+|&\w+;|&#|•|list-style", text)


def test_a_second_checker_finds_nothing_wrong(written):
    result = CliRunner().invoke(outloud, ["--fail-on", "warning", "--quiet", str(written.pdf)])
    assert result.exit_code == 0, result.output
