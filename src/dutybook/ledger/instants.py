"""Between Django's timestamps and the engine's instants (microseconds since 1970, UTC)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dutybook.duties.facts import NULL

LONDON = ZoneInfo("Europe/London")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(moment: datetime) -> int:
    """An aware timestamp as the engine's instant. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone is no moment")
    return (moment - _EPOCH) // _MICROSECOND


def timestamp(instant: int) -> datetime | None:
    """The engine's instant as a timestamp in UTC; None for its NULL."""
    return None if instant == NULL else _EPOCH + timedelta(microseconds=int(instant))


def day_begins(day: date) -> datetime:
    """The first instant of a local day."""
    return datetime.combine(day, time(), tzinfo=LONDON).astimezone(UTC)


def day_ends(day: date) -> datetime:
    """The last microsecond of a local day."""
    return day_begins(day + timedelta(days=1)) - _MICROSECOND


def local_day(moment: datetime) -> date:
    """The day it is in London at a moment."""
    return moment.astimezone(LONDON).date()
