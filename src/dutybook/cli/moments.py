"""Days and moments as people type them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import click

LOCAL = ZoneInfo("Europe/London")


class Day(click.ParamType[date]):
    """A day that exists, such as 2026-10-31."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"{value!r} is no day: write it like 2026-10-31", param, ctx)


DAY = Day()


def end_of(day: date) -> datetime:
    """The last instant of a local day: what was known on a day includes all of it."""
    midnight = datetime.combine(day + timedelta(days=1), time(), LOCAL)
    return midnight.astimezone(UTC) - timedelta(microseconds=1)
