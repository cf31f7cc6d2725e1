import io
import re
from dataclasses import replace

import pikepdf
import pypdf
import pytest
from click.testing import CliRunner
from outloud.cli import main as outloud
from tests.documents.response.pdf_reading import pdf_text, structure

from dutybook.documents.reading.model import Passage
from dutybook.documents.response import ResponseError, to_pdf


@pytest.fixture(scope="module")
def pdf(converted):
    return to_pdf(converted)


@pytest.fixture(scope="module")
def elements(pdf):
    return structure(pdf)


def test_every_position_comes_back_out(pdf, converted):
    text = pdf_text(pdf)
    for r in converted.recommendations:
        for passage in r.position:
            assert passage.text in text


def test_every_recommendation_and_the_last_day_stand_in_it(pdf):
    text = pdf_text(pdf)
    assert all(f"Recommendation {n} " in text for n in range(1, 17))
    assert text.count("Text not available") == 7
    assert "9 June 2026 (the 56th day" in text
    assert "not issued by the commissioner" in text


def test_no_markup_is_left(pdf):
    assert not re.search(r"</?\w+>|&\w+;|&#|•", pdf_text(pdf))


def test_another_reader_finds_the_same_words(pdf, converted):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    text = " ".join(" ".join(page.extract_text() for page in pages).split())
    assert converted.recommendations[0].position[1].text in text


def test_a_second_checker_finds_nothing_wrong(pdf, tmp_path):
    path = tmp_path / "response.pdf"
    path.write_bytes(pdf)
    result = CliRunner().invoke(outloud, ["--fail-on", "warning", "--quiet", str(path)])
    assert result.exit_code == 0, result.output
    assert "PASS" in result.output


def test_it_is_marked_titled_and_in_a_language(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as document:
        assert document.Root.MarkInfo.Marked
        assert document.Root.Lang == "en-GB"
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.docinfo.Title).startswith("Response to the inspection report")
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
        fonts = [
            font for page in document.pages for font in page.Resources.get("/Font", {}).values()
        ]
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())
            assert "/ToUnicode" in font


def test_the_tree_begins_with_the_document_and_one_first_heading(elements, converted):
    tags = [tag for tag, _ in elements]
    assert tags[0] == "Document"
    assert tags.count("H1") == 1
    titles = [held["/T"] for tag, held in elements if tag == "H2"]
    named = [f"Recommendation {r.number}" for r in converted.recommendations if r.text]
    assert [t for t in titles if t.startswith("Recommendation ")] == named


def test_tables_have_header_cells_with_scope(elements):
    tags = [tag for tag, _ in elements]
    headers = [held for tag, held in elements if tag == "TH"]
    assert tags.count("Table") == 1
    assert len(headers) == 4
    assert {held["/Scope"] for held in headers} == {"/Column"}
    assert tags.count("TR") == 17


def test_positions_are_quotations_and_lists_are_lists(elements):
    tags = [tag for tag, _ in elements]
    assert tags.count("BlockQuote") == 9
    assert {"L", "LI", "LBody", "Caption", "Link"} <= set(tags)


def test_limbs_make_a_table_of_their_own(issued):
    tags = [tag for tag, _ in structure(to_pdf(issued))]
    assert tags.count("Table") == 2
    assert "312 of 355, 12 not known, 31 October" in pdf_text(to_pdf(issued))


def test_the_same_document_gives_the_same_bytes(converted, pdf):
    assert to_pdf(converted) == pdf


def _saying(document, words):
    first, *others = document.recommendations
    said = replace(first, position=(Passage("paragraph", words),))
    return replace(document, recommendations=(said, *others))


def test_hostile_words_stay_words(issued):
    hostile = '#panic("x") $x^2$ @ref <label> *b* _i_ `c` \\u{41} // no /* note */ #import "a": *'
    assert hostile in pdf_text(to_pdf(_saying(issued, hostile)))


def test_a_character_without_a_glyph_is_spelled_out(issued):
    text = pdf_text(to_pdf(_saying(issued, "We agree 😀 and \uf0b7 more.")))
    assert "We agree [U+1F600 GRINNING FACE] and [U+F0B7] more." in text


def test_a_text_the_typefaces_cannot_show_is_refused(issued):
    unknown = "".join(chr(code) for code in range(0x4E00, 0x4E60))
    with pytest.raises(ResponseError, match="cannot be shown"):
        to_pdf(_saying(issued, " ".join(unknown)))


def test_a_response_with_nothing_known_is_still_a_whole_document(issued):
    bare = replace(
        issued,
        local_policing_body=None,
        office_holder=None,
        inspection_title=None,
        types=(),
        report_published=None,
        recommendations=(),
    )
    text = pdf_text(to_pdf(bare))
    assert "Response to an inspection report" in text
    assert "not known, because the day of publication is not" in text
