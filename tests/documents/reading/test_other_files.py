"""Word documents and PDFs are read as the same words in a text file are."""

import io
import zipfile

import docx
import pikepdf
import pytest
import typst
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from tests.documents.accounting import placed_lines
from tests.documents.reading.other_files import as_pdf, as_word, blocks_of_sample

from dutybook.documents.reading import ReadingError, pdf_file, read_published_response, word_file
from dutybook.documents.reading.pdf_file import pdf_text
from dutybook.documents.reading.word_file import word_lines


def said(reading):
    """What the document says, without where in the file it stands."""
    return [
        (one.number, one.deadline, one.text, one.position, one.signatory, one.end)
        for one in reading.recommendations
    ]


def refusal(data, name="answer.pdf"):
    with pytest.raises(ReadingError) as caught:
        read_published_response(data, name=name)
    assert caught.value.remedy
    return caught.value


@pytest.fixture(scope="module")
def word():
    return read_published_response(as_word(blocks_of_sample()), name="answer.docx")


@pytest.fixture(scope="module")
def pdf():
    return read_published_response(as_pdf(blocks_of_sample()), name="answer.pdf")


def test_a_word_document_says_what_the_text_says(word, sample):
    assert said(word) == said(sample)
    assert word.unplaced == ()
    for part in ("title", "published", "types", "scope", "summary", "answered_by"):
        assert getattr(word.inspection, part) == getattr(sample.inspection, part)
    assert word.statement.text == sample.statement.text
    assert word.statement.office == sample.statement.office


def test_a_pdf_says_what_the_text_says(pdf, sample):
    apart = 5  # its row is broken by a page, and what is on the next page is given back
    told = {one[0]: one for one in said(pdf)}
    for one in said(sample):
        if one[0] != apart:
            assert told[one[0]] == one
    assert [line.text for line in pdf.unplaced] == ["Stock is counted each quarter."]
    assert pdf.statement.text == sample.statement.text
    assert pdf.inspection.published == sample.inspection.published


def test_running_words_of_a_pdf_stand_in_no_sentence(pdf):
    running = [line.text for each in pdf.furniture for line in each.lines]
    assert running.count("Running words of the office") > 1
    assert {"Printed at the office, sheet 1", "Printed at the office, sheet 2"} <= set(running)
    assert all("Running words" not in one.text for r in pdf.recommendations for one in r.position)


@pytest.mark.parametrize("kind", ["word", "pdf"])
def test_every_line_stands_in_one_part(kind, request):
    placed = placed_lines(request.getfixturevalue(kind))
    assert placed
    assert set(placed.values()) == {1}


def test_words_put_in_stand_and_words_struck_out_do_not():
    made = docx.Document()
    paragraph = made.add_paragraph("Visits are ")
    space = nsdecls("w")
    paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>always</w:t></w:r></w:ins>"))
    paragraph._p.append(
        parse_xml(f"<w:del {space}><w:r><w:delText>never</w:delText></w:r></w:del>")
    )
    moved = f"<w:moveFrom {space}><w:r><w:t> by day</w:t></w:r></w:moveFrom>"
    paragraph._p.append(parse_xml(moved))
    paragraph.add_run(" made in pairs.")
    assert "Visits are always made in pairs." in texts(made)


def test_words_in_a_content_control_and_in_a_table_within_a_cell_are_read():
    made = docx.Document()
    space = nsdecls("w")
    words = "<w:p><w:r><w:t>Held words</w:t></w:r></w:p>"
    held = f"<w:sdt {space}><w:sdtContent>{words}</w:sdtContent></w:sdt>"
    made.element.body.insert(0, parse_xml(held))
    cell = made.add_table(rows=1, cols=2).rows[0].cells[1]
    cell.text = "Outer <b>words</b>"
    cell.add_table(rows=1, cols=1).rows[0].cells[0].text = "Inner words"
    found = texts(made)
    assert found[0] == "Held words"
    assert "<p>Outer &lt;b&gt;words&lt;/b&gt;</p><p>Inner words</p>" in found[1]


def texts(made):
    saved = io.BytesIO()
    made.save(saved)
    return [line.raw for line in word_lines(saved.getvalue(), name="x") if not line.blank]


def test_a_document_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr(word_file, "LARGEST_UNPACKED", 1000)
    assert "swells" in refusal(as_word(blocks_of_sample()), "answer.docx").what


def test_a_damaged_word_document_is_refused():
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as out:
        out.writestr("word/document.xml", "<w:document")
    assert "damaged" in refusal(saved.getvalue(), "answer.docx").what
    whole = as_word(blocks_of_sample())
    with zipfile.ZipFile(io.BytesIO(whole)) as given:
        files = {name: given.read(name) for name in given.namelist()}
    files["word/document.xml"] = files["word/document.xml"][:500]
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as out:
        for name, data in files.items():
            out.writestr(name, data)
    assert "damaged" in refusal(saved.getvalue(), "answer.docx").what


def test_a_locked_pdf_a_scan_and_a_damaged_one_are_refused():
    whole = as_pdf(blocks_of_sample())
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as document:
        document.save(locked, encryption=pikepdf.Encryption(user="x", owner="y"))
    assert "locked by a password" in refusal(locked.getvalue()).what
    scan = typst.compile(b"#rect(width: 3cm)", format="pdf")
    assert "may be a scan" in refusal(scan).what
    assert "damaged" in refusal(whole[:200]).what


def test_a_pdf_of_too_many_pages_is_refused(monkeypatch):
    monkeypatch.setattr(pdf_file, "MOST_PAGES", 1)
    with pytest.raises(ReadingError, match="more than 1 pages"):
        pdf_text(as_pdf(blocks_of_sample()), name="long.pdf")
