"""What the demonstration's force and commissioner promised, and the meeting at which some of it
was asked for."""

from datetime import datetime, timedelta
from typing import Any, Final

from dutybook.access.models import User
from dutybook.access.viewer import viewer_for
from dutybook.inspections.actions import (
    make_commitment,
    record_learning,
    record_meeting,
    step_commitment,
)
from dutybook.inspections.models import Limb, Recommendation

OF_THE_FORCE: Final[tuple[tuple[int, str, int, dict[str, Any]], ...]] = (
    (8, "Appoint two more offender managers", -20,
     {"amount": 180_000, "owner": "Assistant chief constable", "limb": "8c",
      "decided": "Public protection board of June 2026, item 4",
      "public_words": "Two more offender managers are appointed."}),
    (10, "Pair every visit at night with an officer of the late shift", 45,
     {"owner": "Head of public protection", "limb": "10a",
      "decided": "Public protection board of June 2026, item 5",
      "public_words": "Visits at night are made by two officers."}),
    (15, "Offer screening to every supervisor", -60,
     {"owner": "Wellbeing lead", "public_words": "Screening is offered to every supervisor."}),
)  # fmt: skip
"""Number of the recommendation, what, by when (days from the demonstration's day), and the rest."""


def promise(inspection_key: str, now: datetime) -> None:
    """Promises of the response, one late, one kept, and one made at a meeting and moved since."""
    liaison, office = (_person(name, now) for name in ("liaison", "commissioner"))
    asked = Recommendation.objects.filter(inspection__key=inspection_key)
    day = now.date()
    made = {}
    for number, what, days, rest in OF_THE_FORCE:
        limb = Limb.objects.filter(
            recommendation__inspection__key=inspection_key, code=rest.get("limb")
        )
        made[number] = make_commitment(
            by=liaison,
            now=now - timedelta(days=90),
            recommendation_id=asked.get(number=number).pk,
            limb_id=limb.values_list("pk", flat=True).first(),
            party="force",
            promised_in="response",
            what=what,
            by_when=day + timedelta(days=days),
            **{name: value for name, value in rest.items() if name != "limb"},
        )
    step_commitment(
        by=liaison, now=now - timedelta(days=50), commitment_id=made[15].pk, kind="delivered",
        day=day - timedelta(days=52), words="The provider's return of that week.",
    )  # fmt: skip
    held = record_meeting(
        by=office, now=now - timedelta(days=30), title="Quarterly scrutiny of public protection",
        held_on=day - timedelta(days=33), minutes="Office file 26/11",
        attended="The commissioner; the deputy chief constable; the head of public protection.",
    )  # fmt: skip
    at_meeting = make_commitment(
        by=office,
        now=now - timedelta(days=30),
        recommendation_id=asked.get(number=8).pk,
        meeting_id=held.pk,
        party="force",
        promised_in="meeting",
        what="Send the commissioner the visits that are late, by risk and lateness, every month",
        owner="Head of public protection",
        by_when=day - timedelta(days=5),
    )
    step_commitment(
        by=liaison, now=now - timedelta(days=6), commitment_id=at_meeting.pk, kind="moved",
        day=day + timedelta(days=10), words="The first month is being checked.",
    )  # fmt: skip
    make_commitment(
        by=office,
        now=now - timedelta(days=30),
        recommendation_id=asked.get(number=8).pk,
        party="policing_body",
        promised_in="response",
        what="Pay for two more offender managers in this year's budget",
        owner="Chief finance officer",
        amount=180_000,
        by_when=day + timedelta(days=120),
        public_words="Two more offender managers are paid for in this year's budget.",
    )


def learn(inspection_key: str, now: datetime) -> None:
    """A thematic review, with one action that followed from it and one that is done."""
    liaison, day = _person("liaison", now), now.date()
    asked = Recommendation.objects.filter(inspection__key=inspection_key)
    review = record_learning(
        by=liaison,
        now=now - timedelta(days=40),
        learnt_from="theme",
        title="Why visits are announced",
        ended_on=day - timedelta(days=45),
        led_by="Detective chief inspector, public protection",
        looked_at="Thirty visits of the spring that were announced, drawn by chance, and talks "
        "with nine managers.",
        learnt="Most were announced because the manager feared a journey for nothing: shifts "
        "ended before people came home from work. Leave was asked for afterwards, as a form.",
        kept_where="Public protection file 10/9",
    )
    ahead = {"party": "force", "promised_in": "learning", "learning_id": review.pk}
    made = [
        make_commitment(
            by=liaison,
            now=now - timedelta(days=39),
            recommendation_id=asked.get(number=10).pk,
            what=what,
            owner="Head of public protection",
            by_when=day + timedelta(days=days),
            **ahead,
        )
        for what, days in (
            ("Two managers a week work until ten in the evening", 30),
            ("Leave for an announced visit is asked for before it, by telephone if need be", -10),
        )
    ]
    step_commitment(
        by=liaison, now=now - timedelta(days=12), commitment_id=made[1].pk, kind="delivered",
        day=day - timedelta(days=12), words="Order of the head of public protection.",
    )  # fmt: skip


def _person(username: str, now: datetime) -> Any:
    return viewer_for(User.objects.get(username=username), now=now, route="demonstration")
