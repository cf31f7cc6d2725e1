"""When something is due, in the words of somebody telling a colleague."""

from datetime import date, datetime
from typing import NamedTuple

from dutybook.web import wording


class Due(NamedTuple):
    """What is said first, how urgent it looks, and the rest."""

    said: str
    tone: str
    rest: str = ""

    @property
    def look(self) -> str:
        """The classes of the stylesheet that draw what is said first."""
        return "db-tag db-tag--unset" if self.tone == "unset" else f"db-{self.tone} db-together"


def due_words(status: str, due_at: datetime | None, days_overdue: int, today: date) -> Due:
    """How an open item stands on `today`.

    Without a due date the reason is said; it is never left looking as if nothing were owed.
    """
    by = f"due {wording.short_day(due_at)}" if due_at else ""
    if status in ("met_on_time", "met_late"):  # still open: its evidence, or its period, lasts
        return Due("Met", "quiet", "nothing is to be done now")
    if status == "overdue":
        return Due(f"{wording.count(days_overdue, 'day')} overdue", "late", by)
    if due_at is not None:
        days = (due_at.astimezone(wording.LOCAL).date() - today).days
        if days <= 0:
            return Due("Due today", "soon", f"by {due_at.astimezone(wording.LOCAL):%H:%M}")
        said = "Due tomorrow" if days == 1 else f"Due in {wording.count(days, 'day')}"
        return Due(said, "soon" if days <= 7 else "plain", by)
    if status == "no_standard_set":
        return Due("No standard set", "unset", "the force has set no date")
    if status == "unknown":
        return Due("Level unknown", "unset", "so no date can be given")
    if status == "stopped":
        return Due("Stopped", "quiet", "the clock stands still")
    return Due(wording.status(status), "plain", "no end date yet")


def ago(days: int | None, never: str = "never") -> str:
    """`today`, `1 day ago`, `124 days ago`, or that it never was."""
    if days is None:
        return never
    return "today" if days == 0 else f"{wording.count(days, 'day')} ago"
