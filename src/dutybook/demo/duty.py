"""What the demonstration's duty officer opened one night; nobody has looked at it yet."""

from datetime import datetime, timedelta

from dutybook.access.models import User
from dutybook.access.viewer import viewer_for
from dutybook.ledger.models import Subject
from dutybook.records.offenders.models import Offender
from dutybook.records.people.actions import find_people, open_in_emergency


def open_one_at_night(now: datetime) -> None:
    """The record of the sergeant's team that comes first, found by its number and opened."""
    sergeant = viewer_for(User.objects.get(username="sergeant"), now=now, route="demonstration")
    of_team = Subject.objects.filter(
        team_id__in=sergeant.team_ids, kind="offender", restricted=False
    )
    subject = of_team.order_by("id").first()
    if subject is None:
        return
    night = now - timedelta(hours=9)
    duty = viewer_for(User.objects.get(username="duty"), now=night, route="demonstration")
    number = Offender.objects.get(subject=subject).national_register_ref
    found = find_people(by=duty, now=night, text=number)
    if found.hits:
        open_in_emergency(
            by=duty,
            now=night,
            hit_id=found.hits[0],
            reason="Neighbours report a child at his address after midnight. Nobody of the team "
            "answers, and the patrol must know who lives there.",
        )
