from datetime import date, timedelta

from dutybook.documents.response import last_day_to_publish


def test_the_day_of_publication_is_the_first_of_the_56():
    published = date(2026, 4, 15)
    last = last_day_to_publish(published)
    assert last == date(2026, 6, 9)
    period = [published + timedelta(days=n) for n in range(56)]
    assert period[-1] == last
    assert last != published + timedelta(days=56)


def test_an_earlier_report():
    assert last_day_to_publish(date(2023, 4, 5)) == date(2023, 5, 30)
