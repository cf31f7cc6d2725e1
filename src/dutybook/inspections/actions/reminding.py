"""Reminding those who answer for an inspection of the days that come near or have passed.

How long before is the force's setting; while it is unset nobody is reminded ahead. Of a day that
passed more than a week ago nobody is reminded any more: it stands on its page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef

from dutybook.access.models import Force
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.documents.response.statutory import last_day_to_publish
from dutybook.inspections.models import (
    Inspection,
    Limb,
    LimbEvidence,
    Party,
    Recommendation,
    Release,
    WholeCertification,
)
from dutybook.inspections.queries.commitments import open_promises
from dutybook.ledger.answering import People, people_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import REMIND_DAYS_BEFORE
from dutybook.ledger.reminding import remind

OF_THE_FORCE: Final = (Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER)
OF_THE_OFFICE: Final = (Role.COMMISSIONERS_OFFICE,)
LONG_AGO: Final = timedelta(days=7)


@dataclass(frozen=True)
class _Coming:
    """One day: what of, told as `soon` before it and as `passed` after it, and to which roles."""

    soon: str
    passed: str
    day: date
    roles: tuple[Role, ...]
    inspection: str = ""
    part: str = ""
    number: int | None = None


@transaction.atomic
def remind_of_days(*, by: Viewer, now: datetime) -> int:
    """Remind people of every day of the viewer's force that is near or has just passed; each once.

    Gives how many things were told now. For the worker.
    """
    today, people = local_day(now), people_of(by.force_id, now)
    ahead = value_in_force(policies_of(by.force_id), REMIND_DAYS_BEFORE, now)
    before = timedelta(days=ahead) if isinstance(ahead, int) else None
    told = 0
    for one in _coming(Force.objects.get(pk=by.force_id), today):
        if today - LONG_AGO <= one.day < today:
            told += _tell(by.force_id, one.passed, one, people, now)
        elif before is not None and today <= one.day <= today + before:
            told += _tell(by.force_id, one.soon, one, people, now)
    return told


def holding(people: People, roles: tuple[Role, ...]) -> set[int]:
    """Everybody who holds one of these roles in the whole force."""
    return {user for role in roles for user in people.holding(role)}


def _tell(force_id: int, code: str, one: _Coming, people: People, now: datetime) -> bool:
    return remind(
        force_id,
        code,
        people=holding(people, one.roles),
        now=now,
        inspection=one.inspection,
        part=one.part,
        number=one.number,
        day=one.day,
    )


def _coming(force: Force, today: date) -> Iterator[_Coming]:
    yield from _deadlines(force)
    yield from _responses(force)
    yield from _promises(force, today)
    yield from _evidence(force)


def _deadlines(force: Force) -> Iterator[_Coming]:
    """Of recommendations with limbs, as long as the whole is not certified."""
    certified = WholeCertification.objects.filter(
        proposal__force=force,
        proposal__recommendation=OuterRef("pk"),
        outcome="certified",
        withdrawal=None,
    )
    asked = Recommendation.objects.filter(
        ~Exists(certified),
        Exists(Limb.objects.filter(recommendation=OuterRef("pk"))),
        deadline__isnull=False,
    ).select_related("inspection")
    for one in asked:
        assert one.deadline is not None  # filtered above
        codes = ("recommendation_soon", "recommendation_passed")
        yield _Coming(*codes, one.deadline, OF_THE_FORCE, one.inspection.key, str(one.number))


def _responses(force: Force) -> Iterator[_Coming]:
    """Of inspections to which the force's policing body has released nothing."""
    released = Release.objects.filter(force_key=force.key, inspection_key=OuterRef("key"))
    for one in Inspection.objects.filter(~Exists(released)):
        last_day = last_day_to_publish(one.published_on)
        told = (*OF_THE_OFFICE, Role.INSPECTION_LIAISON)
        yield _Coming("response_soon", "response_passed", last_day, told, one.key)


def _promises(force: Force, today: date) -> Iterator[_Coming]:
    for commitment, due in open_promises(force.pk, today):
        roles = OF_THE_FORCE if commitment.party == Party.FORCE else OF_THE_OFFICE
        yield _Coming("promise_soon", "promise_late", due, roles, number=commitment.pk)


def _evidence(force: Force) -> Iterator[_Coming]:
    held = LimbEvidence.objects.filter(
        force=force, expires_on__isnull=False, withdrawal=None
    ).select_related("limb__recommendation__inspection")
    for one in held:
        assert one.expires_on is not None  # filtered above
        codes, limb = ("evidence_soon", "evidence_expired"), one.limb
        yield _Coming(
            *codes,
            one.expires_on,
            (Role.INSPECTION_LIAISON,),
            limb.recommendation.inspection.key,
            limb.code,
        )
