"""How long ago an offender was last seen at home: always shown beside what is due.

It is read from the visits themselves, not from entries, so it runs on across downgrades, gaps and
restarts of the duty, and over visits made while none was owed.
"""

from datetime import datetime

from dutybook.ledger.queries.standing import DaysTo
from dutybook.ledger.registry import source_of
from dutybook.ledger.versions import latest


def days_unseen(at: datetime, *, subject: str = "pk") -> DaysTo:
    """Days from an offender's last successful visit to the day of an instant; null when no visit
    ever succeeded. The outer row has the offender's number in the column `subject`."""
    visit = source_of("visit").model
    seen = latest(visit, "at", at, only=("outcome", "seen"), subject=subject)
    return DaysTo(at, seen)
