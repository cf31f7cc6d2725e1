"""The time of the access tests, and a clock that moves only when told."""

from datetime import UTC, datetime, timedelta

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PASSWORD = "seven green bicycles"


class Clock:
    """The time that requests see."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **by: float) -> None:
        self.now += timedelta(**by)
