"""When something is due, in words."""

from datetime import UTC, date, datetime

import pytest

from dutybook.web.due import due_words

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("status", "due_at", "overdue", "said"),
    [
        ("due", datetime(2026, 11, 24, 23, 30, tzinfo=UTC), 0, "Due today"),
        ("due", datetime(2026, 11, 25, 9, 0, tzinfo=UTC), 0, "Due tomorrow"),
        ("met_late", datetime(2026, 6, 1, 9, 0, tzinfo=UTC), 0, "Met"),
        ("met_on_time", datetime(2026, 12, 1, 9, 0, tzinfo=UTC), 0, "Met"),
        ("overdue", datetime(2026, 11, 20, 9, 0, tzinfo=UTC), 4, "4 days overdue"),
        ("no_standard_set", None, 0, "No standard set"),
    ],
)
def test_what_is_met_is_not_said_to_be_due(
    status: str, due_at: datetime | None, overdue: int, said: str
) -> None:
    assert due_words(status, due_at, overdue, TODAY).said == said
