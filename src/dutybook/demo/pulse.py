"""What the demonstration's staff said when they were asked, in a round that has closed."""

from datetime import datetime, timedelta
from typing import Final

from dutybook.access.models import User
from dutybook.access.roles import TEAM_ROLES
from dutybook.access.viewer import Viewer, viewer_for
from dutybook.inspections.actions import begin_pulse, take_pulse

STATEMENTS: Final = (
    ("I can find a second officer for every visit that needs one.", "10a", "dand"),
    ("I record a visit on the day on which it was made.", "8c", "aaad"),
    ("My supervisor reads my assessments and tells me what they think.", "8d", "aanad"),
    ("I know how to get help for myself, and I would ask for it.", "15a", "aana"),
    ("What stands in Dutybook is what I do.", None, "aada"),
)
"""Words, the limb they bear on, and how answers run through the staff: agree, neither, disagree."""
ANSWERS: Final = {"a": "agree", "n": "neither", "d": "disagree"}


def ask_the_staff(limbs: "dict[str, int]", auditor: Viewer, now: datetime) -> None:
    """A round that closed a week ago, in which six of seven took part."""
    begun = now - timedelta(days=21)
    pulse = begin_pulse(
        by=auditor,
        now=begun,
        title="Can the work be done as it is recorded?",
        closes_on=(now - timedelta(days=7)).date(),
        statements=[(words, limbs[code] if code else None) for words, code, _ in STATEMENTS],
    )
    staff = User.objects.filter(force_id=auditor.force_id, is_active=True).order_by("id")
    place = 0
    for user in staff:
        by = viewer_for(user, now=now, route="demonstration")
        if not by.has_role(*TEAM_ROLES):
            continue
        place += 1
        if place % 7:
            said = [ANSWERS[run[place % len(run)]] for _, _, run in STATEMENTS]
            take_pulse(by=by, now=begun + timedelta(days=1), pulse_id=pulse.pk, answers=said)
