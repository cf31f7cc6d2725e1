"""What the stored ledger knows: everything that has been recorded."""

from datetime import datetime

from dutybook.duties.facts import Facts
from dutybook.duties.holidays import Holidays
from dutybook.duties.policy import Policies
from dutybook.ledger.instants import microseconds


def everything_known(now: datetime, facts: Facts, settings: Policies, holidays: Holidays) -> int:
    """The knowledge time of the stored ledger: `now`, or later when something later is there.

    Somebody who waited for another's lock, or whose clock is behind, must not derive without what
    the other has recorded meanwhile.
    """
    recorded = [int(columns["recorded_at"].max(initial=0)) for columns in facts.values()]
    recorded += [one.recorded_at for one in settings.settings]
    recorded += [one.recorded_at for one in holidays.recorded]
    return max(microseconds(now), *recorded)
