"""Forms of numbers; the first PNC numbers are the worked ones of the public validators."""

from datetime import date

import pytest

from dutybook.records.people.identifiers import check_letter, written

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("scheme", "typed", "kept"),
    [
        ("pnc", "1999/0123456X", "1999/0123456X"),
        ("pnc", "99/123456X", "1999/0123456X"),
        ("pnc", "1999/1234567b", "1999/1234567B"),
        ("pnc", "20/9N", "2020/0000009N"),
        ("pnc", " 1999 / 1234567 B ", "1999/1234567B"),
        ("probation", "x123456", "X123456"),
        ("prison", "a1234bc", "A1234BC"),
        ("national_register", " NR  77 ", "NR 77"),
        ("other", "Ø-1", "Ø-1"),
    ],
)
def test_numbers_are_kept_as_their_scheme_writes_them(scheme, typed, kept):
    assert written(scheme, typed, TODAY) == kept


@pytest.mark.parametrize(
    ("scheme", "typed"),
    [
        ("pnc", "1999/0123457X"),
        ("pnc", "1999/0123456I"),
        ("pnc", "199/0123456X"),
        ("pnc", "1999/01234567X"),
        ("pnc", ""),
        ("cro", "123456/99"),
        ("cro", "1234567/99A"),
        ("probation", "XX12345"),
        ("prison", "A12345C"),
        ("national_register", " -- "),
    ],
)
def test_numbers_that_cannot_be_are_refused(scheme, typed):
    assert written(scheme, typed, TODAY) is None


def test_a_cro_number_carries_its_check_letter():
    good = check_letter("99", "000123")
    assert written("cro", f"123/99{good}", TODAY) == f"000123/99{good}"
    short = check_letter("95", "123")
    assert written("cro", f"sf95/123{short}", TODAY) == f"SF95/123{short}"
    wrong = "A" if good != "A" else "B"
    assert written("cro", f"123/99{wrong}", TODAY) is None


def test_one_wrong_figure_always_shows():
    right = "1999/1234567B"
    for at in range(2, 12):
        if right[at].isdigit():
            for figure in "0123456789":
                if figure != right[at]:
                    assert written("pnc", right[:at] + figure + right[at + 1 :], TODAY) is None
