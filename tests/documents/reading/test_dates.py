from datetime import date

import pytest

from dutybook.documents.reading.dates import day_in_words, day_printed


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("31 October 2026", date(2026, 10, 31)),
        ("1st of May 2026", date(2026, 5, 1)),
        ("Monday 1 Sept. 2026", date(2026, 9, 1)),
        ("2026-10-31", date(2026, 10, 31)),
        ("31 June 2026", None),
        ("04/05/2026", None),
        ("October 2026", None),
        ("31 Octember 2026", None),
    ],
)
def test_only_what_is_plainly_one_day_is_read(printed, day):
    assert day_printed(printed) == day


def test_a_day_in_words_reads_back():
    assert day_in_words(date(2026, 6, 9)) == "9 June 2026"
    assert day_printed("9 June 2026") == date(2026, 6, 9)
