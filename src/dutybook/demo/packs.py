"""The governance pack that the demonstration's invented chief officer asked for."""

from datetime import datetime, timedelta

from dutybook.access.models import User
from dutybook.access.viewer import viewer_for
from dutybook.inspections.actions import ask_for_pack
from dutybook.inspections.actions.packs import make_pack
from dutybook.inspections.models import PackRequest
from dutybook.ledger.instants import local_day


def make_last_months_pack(now: datetime) -> None:
    """That of the offender managers, for the last month that has ended; made at once."""
    asked: list[PackRequest] = []
    chief = viewer_for(User.objects.get(username="chief"), now=now, route="demonstration")
    ask_for_pack(
        by=chief,
        now=now,
        unit="offender_management",
        day=local_day(now).replace(day=1) - timedelta(days=1),
        defer=asked.append,
    )
    make_pack(asked[0].pk, clock=lambda: now)
