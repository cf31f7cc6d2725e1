"""The window of a flow measure: a force's setting, and since the duty began until it is made."""

from datetime import date, datetime, timedelta

from dutybook.duties.figures import Window
from dutybook.duties.policy import Policies
from dutybook.ledger.instants import day_ends
from dutybook.ledger.policies import value_in_force
from dutybook.ledger.policy_keys import MEASURE_WINDOW


def window_on(settings: Policies, day: date, *, known_at: datetime | None = None) -> Window | None:
    """The window in force at the end of `day`, as known then or at `known_at`; None means since
    the duty began."""
    days = value_in_force(settings, MEASURE_WINDOW, day_ends(day), known_at=known_at)
    return Window(days) if isinstance(days, int) and days >= 1 else None


def first_day_of_window(settings: Policies, day: date) -> date | None:
    """The first day of the window that ends with `day`; None for since the duty began."""
    window = window_on(settings, day)
    return None if window is None else day - timedelta(days=window.days - 1)
