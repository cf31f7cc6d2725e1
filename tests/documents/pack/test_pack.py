"""A pack of invented figures: what it says, and its PDF and its Word file read back."""

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import docx
import pytest
from click.testing import CliRunner
from outloud.cli import main as outloud
from tests.documents.response.pdf_reading import pdf_text, structure

from dutybook.documents.pack import (
    Pack,
    PackBacklog,
    PackDay,
    PackFigure,
    PackGap,
    PackSection,
    contents_of,
    to_docx,
    to_pdf,
)
from dutybook.documents.pack.contents import share

LAST = date(2026, 10, 31)
DAYS = (
    PackDay(date(2026, 8, 31), numerator=90, denominator=100, unmet=6, unjudged=4),
    PackDay(date(2026, 9, 30), numerator=0, denominator=0, unmet=0, unjudged=0),
    PackDay(LAST, numerator=1110, denominator=1332, unmet=192, unjudged=30),
)
FIGURE = PackFigure(
    duty="visit_within_interval",
    title="Home visit within the interval",
    counts="of entries open at the end of the day, those not overdue",
    window="at the end of the day",
    late=0,
    excused=3,
    oldest_days=1,
    unset=("First home visit",),
    is_checked=False,
    days=DAYS,
)
NOTHING = replace(
    FIGURE,
    title="Warrant considered",
    oldest_days=None,
    days=tuple(PackDay(day.day, 0, 0, 0, 0) for day in DAYS),
)
PACK = Pack(
    force="Wealdmoor Police",
    is_demonstration=True,
    unit="Offender management",
    day=LAST,
    known_at=datetime(2026, 11, 2, 9, 30, tzinfo=UTC),
    bands=("1–7", "8–28"),
    backlog=(PackBacklog("Very high", (1, 1200)), PackBacklog("Level unknown", (2, 0))),
    sections=(
        PackSection("Home visits", (FIGURE, NOTHING), (PackGap("x", "Register reconciled"),)),
    ),
)


@pytest.fixture(scope="module")
def contents():
    return contents_of(PACK)


@pytest.fixture(scope="module")
def pdf(contents):
    return to_pdf(contents)


def test_each_figure_has_its_numerator_its_denominator_and_what_is_not_judged(contents):
    rows = contents["sections"][0]["rows"]
    assert rows[0] == [
        *("Home visit within the interval", "1,110 of 1,332", "83%", "30", "1 day", "90%")
    ]
    assert rows[1] == ["Warrant considered", "nothing fell due", "–", "", "", "–"]
    assert rows[2][:2] == ["Register reconciled", "No records of this kind yet"]


def test_a_share_is_all_only_when_nothing_is_short():
    assert share(PackDay(LAST, numerator=999, denominator=1000, unmet=1, unjudged=0)) == "99%"
    assert share(PackDay(LAST, numerator=1000, denominator=1000, unmet=0, unjudged=0)) == "100%"


def test_the_backlog_adds_up_by_level_and_by_lateness(contents):
    assert contents["backlog"]["rows"] == [
        ["Very high", "1", "1,200", "1,201"],
        ["Level unknown", "2", "0", "2"],
        ["All levels", "3", "1,200", "1,203"],
    ]


def test_what_never_fell_due_has_a_row_and_no_chart(contents):
    assert [one["title"] for one in contents["sections"][0]["figures"]] == [FIGURE.title]


def test_bars_are_as_high_as_the_table_says(contents):
    figure = contents["sections"][0]["figures"][0]
    heights = {
        part: [
            float(one)
            for one in re.findall(rf'db-bars__{part}"[^>]* height="([\d.]+)"', figure["chart"])
        ]
        for part in ("late", "unsure", "rest")
    }
    for part, row in (("late", 2), ("unsure", 3)):
        told = [int(text.replace(",", "")) for text in figure["rows"][row][1:]]
        assert heights[part] == [round(140 * count / 1332, 1) for count in told]
    assert heights["rest"][-1] == round(140 * 1110 / 1332, 1)


def test_the_parts_of_a_bar_stand_on_each_other(contents):
    chart = contents["sections"][0]["figures"][0]["chart"]
    drawn = re.findall(r'db-bars__(\w+)"[^>]* y="([\d.]+)"[^>]* height="([\d.]+)"', chart)
    last = [(float(top), float(high)) for _, top, high in drawn[-3:]]
    floor = 160.0
    for top, high in last:
        assert top + high == pytest.approx(floor, abs=0.11)
        floor = top


def test_notes_say_what_a_figure_rests_on(contents):
    assert contents["sections"][0]["figures"][0]["notes"] == [
        "3 authorised as exceptions, in time or afterwards.",
        "The oldest is 1 day overdue.",
        "The force has set no standard for: First home visit.",
        "This definition is not yet checked by a practitioner.",
    ]


def test_the_pdf_keeps_its_standard_and_reads_back(pdf, tmp_path):
    path = tmp_path / "pack.pdf"
    path.write_bytes(pdf)
    result = CliRunner().invoke(outloud, ["--fail-on", "warning", "--quiet", str(path)])
    assert result.exit_code == 0, result.output
    elements = structure(pdf)
    tags = [tag for tag, _ in elements]
    assert tags[0] == "Document"
    assert tags.count("H1") == 1
    assert tags.count("Table") == 3
    assert tags.count("Figure") == 1
    assert {held["/Scope"] for tag, held in elements if tag == "TH"} == {"/Column"}
    words = pdf_text(pdf)
    assert "1,110 of 1,332" in words
    assert "Demonstration force: every person is invented" in words


def test_the_word_file_reads_back(contents):
    read = docx.Document(io.BytesIO(to_docx(contents)))
    assert read.paragraphs[0].text == "Offender management: governance pack, October 2026"
    tables = [[[cell.text for cell in row.cells] for row in one.rows] for one in read.tables]
    assert tables[0] == [contents["backlog"]["names"], *contents["backlog"]["rows"]]
    assert tables[1] == [contents["overview_names"], *contents["sections"][0]["rows"]]
    assert tables[2][1] == ["As it should be", "90", "0", "1,110"]
    said = read.inline_shapes[0]._inline.docPr.get("descr")
    assert said.startswith("Home visit within the interval: the last 3 ends of months")


def test_the_same_figures_give_the_same_bytes(pdf, contents):
    assert to_pdf(contents) == pdf
    assert to_docx(contents) == to_docx(contents_of(PACK))


def test_a_year_of_months_fits(contents):
    days = tuple(
        PackDay(LAST - timedelta(days=30 * back), 12_345, 23_456, 1_111, 10_000)
        for back in range(11, -1, -1)
    )
    section = PackSection("Home visits", (replace(FIGURE, days=days),))
    made = to_pdf(contents_of(replace(PACK, sections=(section,))))
    assert pdf_text(made).count("12,345") == 14  # the months, the overview and the sentence
