"""Who answers for a subject: its owner, as long as they serve in its team.

Somebody whose account is closed or whose role in the team has ended answers for nothing any more,
though the record keeps their name until a supervisor gives it to somebody else.
"""

from datetime import date

from django.db.models import Case, Exists, F, OuterRef, Q, When

from dutybook.access.models import RoleGrant
from dutybook.ledger.instants import day_ends


def owner_serves(day: date, *, prefix: str = "subject__") -> Exists:
    """Whether a subject's owner holds a role in its team that runs on past `day`.

    `prefix` leads to the subject. A role that begins later counts: who owns is known as of now.
    """
    running = Q(until_at=None) | Q(until_at__gt=day_ends(day))
    return Exists(
        RoleGrant.objects.filter(
            running,
            user_id=OuterRef(f"{prefix}owner_id"),
            team_id=OuterRef(f"{prefix}team_id"),
            user__is_active=True,
        )
    )


def owner_name(day: date, *, prefix: str = "subject__") -> Case:
    """The owner's name, or null when nobody answers for the subject."""
    return Case(When(owner_serves(day, prefix=prefix), then=F(f"{prefix}owner__display_name")))
