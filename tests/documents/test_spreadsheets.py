"""Tables in and out: read as a person reads them, refused in words, and harmless to open."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutybook.documents.spreadsheets import SheetError, read_sheet, write_csv, write_xlsx

NAMES = ("Name", "Day", "Count")


def xlsx(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def test_rows_are_read_whatever_the_order_of_columns_and_keep_their_numbers() -> None:
    content = 'count,NAME,Day\r\n3,"Quill, A",2026-11-24\r\n\r\n,Pen,\r\n'.encode("utf-8-sig")
    first, second = read_sheet(content, NAMES)
    assert (first.number, dict(first.cells)) == (
        2,
        {"Count": "3", "Name": "Quill, A", "Day": "2026-11-24"},
    )
    assert (second.number, dict(second.cells)) == (4, {"Name": "Pen"})


def test_semicolons_are_what_some_programs_save() -> None:
    [row] = read_sheet(b"Name;Day;Count\nQuill;;4\n", NAMES)
    assert row.cells == {"Name": "Quill", "Count": "4"}


def test_a_workbook_gives_what_a_person_sees_in_it() -> None:
    content = xlsx(
        ("Name", "Day", "Count", None),
        ("Quill", date(2026, 11, 24), 3.0),
        (None, None, None),
        ("Pen", datetime(2026, 11, 24, 9, 30), True),  # noqa: DTZ001 (a spreadsheet has no zones)
    )
    first, second = read_sheet(content, NAMES)
    assert first.cells == {"Name": "Quill", "Day": "2026-11-24", "Count": "3"}
    assert (second.number, second.cells["Day"]) == (4, "2026-11-24 09:30:00")
    assert second.cells["Count"] == "yes"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"Name,Day,Count\n", "no rows"),
        (b"Name,Day\nA,\n", "Missing columns: Count"),
        (b"Name,Day,Count,Other\nA,,,\n", "“Other”"),
        (b"Name,Day,Count,name\nA,,,\n", "twice"),
        (b"Name,Day,Count\nA,,,B\n", "Row 2 has more cells"),
        (b'Name,Day,Count\n"A,,\n', "not CSV"),
        ("Name,Day,Count\nJos\xe9,,\n".encode("latin-1"), "UTF-8"),
        (b"Name,Day,Count\nA\x00,,\n", "not a table of text"),
        (b"PK\x03\x04 and no more", "cannot be read as XLSX"),
        (b"Name,Day,Count\n" + b"A,,\n" * 5_001, "5,000 rows"),
    ],
)
def test_what_is_no_such_table_is_refused_in_words(content: bytes, said: str) -> None:
    with pytest.raises(SheetError) as refused:
        read_sheet(content, NAMES)
    assert any(said in problem for problem in refused.value.problems), refused.value.problems


def test_a_workbook_with_a_picture_in_it_is_refused() -> None:
    content = io.BytesIO(xlsx(NAMES, ("Quill", None, None)))
    with zipfile.ZipFile(content, "a") as packed:
        packed.writestr("xl/media/image1.png", b"not really")
    with pytest.raises(SheetError, match="pictures"):
        read_sheet(content.getvalue(), NAMES)


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dutybook.documents.spreadsheets.reading.MOST_UNPACKED", 100)
    with pytest.raises(SheetError, match="too large"):
        read_sheet(xlsx(NAMES, ("Quill", None, None)), NAMES)


def test_nothing_that_goes_out_can_run() -> None:
    row = ("=1+1", "@SUM(A1)", "-2", 5, None)
    text = write_csv(["a", "b", "c", "d", "e"], [row]).decode("utf-8-sig")
    assert text.splitlines()[1] == "'=1+1,'@SUM(A1),'-2,5,"
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(["a", "b", "c", "d", "e"], [row])))
    cells = book.worksheets[0][2]
    assert [cell.value for cell in cells] == list(row)
    assert [cell.data_type for cell in cells[:4]] == ["s", "s", "s", "n"]


words = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30).map(str.strip)


@given(st.lists(st.tuples(words, words, st.integers(0, 10**9)), min_size=1, max_size=20))
def test_a_workbook_written_is_read_back_as_it_was(rows: list[tuple[str, str, int]]) -> None:
    read = read_sheet(write_xlsx(NAMES, rows), NAMES)
    back = [tuple(row.cells.get(name, "") for name in NAMES) for row in read]
    assert back == [(one, two, str(three)) for one, two, three in rows]
