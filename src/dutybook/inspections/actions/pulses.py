"""The staff pulse: an auditor begins it, staff answer, and nobody learns who said what."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import F

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Team
from dutybook.access.roles import TEAM_ROLES
from dutybook.access.viewer import Viewer
from dutybook.inspections.actions.layers import log_layer
from dutybook.inspections.auditors import may_test
from dutybook.inspections.models import (
    Limb,
    Pulse,
    PulseAnswer,
    PulseStatement,
    PulseTaken,
    PulseTally,
)
from dutybook.inspections.queries.pulses import unit_of
from dutybook.ledger.answering import people_of
from dutybook.ledger.checks import Problems
from dutybook.ledger.instants import local_day
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import FEWEST_ANSWERS
from dutybook.ledger.reminding import remind, settle

MOST_STATEMENTS: Final = 20
NO_FEWEST: Final = (
    "Nobody can be asked while the force has not set how many must have answered before a figure "
    "is shown: a chief officer sets it under Policies"
)
TAKEN_ALREADY: Final = "You have answered this already. Nobody can change or see what you said"


@transaction.atomic
def begin_pulse(
    *,
    by: Viewer,
    now: datetime,
    title: str,
    closes_on: date,
    statements: Sequence[tuple[str, int | None]],
) -> Pulse:
    """Ask everybody who holds a role in a team to say of each statement whether they agree.

    A statement comes with the number of the limb beside whose finding it is shown, or None.
    """
    if by.user_id is None or not may_test(by):
        raise NotAllowed("staff are asked by an auditor who neither does the work nor answers")
    problems = Problems()
    problems.filled("title", title, "Give it a title", longest=120)
    if closes_on <= local_day(now):
        problems.add("closes_on", "Enter a day that is still to come")
    words = [one.strip() for one, _ in statements]
    if not words or not all(words):
        problems.add("statements", "Write at least one statement, and none empty")
    elif len(words) > MOST_STATEMENTS:
        problems.add("statements", f"Write at most {MOST_STATEMENTS} statements")
    elif any(len(one) > 300 for one in words):
        problems.add("statements", "Each statement can have at most 300 characters")
    elif len(set(words)) < len(words):
        problems.add("statements", "The same statement stands there twice")
    limbs = {limb for _, limb in statements if limb is not None}
    if Limb.objects.filter(pk__in=limbs).count() < len(limbs):
        problems.add("statements", "Choose limbs of an inspection")
    asked = _asked(by.force_id, now)
    if not asked:
        problems.add("", "Nobody holds a role in a team, so there is nobody to ask")
    fewest = value_in_force(policies_of(by.force_id), FEWEST_ANSWERS, now)
    if not isinstance(fewest, int):
        problems.add("", NO_FEWEST)
    problems.refuse_if_any()
    assert isinstance(fewest, int)
    units = Counter(asked.values())
    pulse = Pulse.objects.create(
        force_id=by.force_id,
        title=title.strip(),
        closes_on=closes_on,
        asked=dict(units),
        fewest=fewest,
        said_by_id=by.user_id,
        said_at=now,
    )
    made = PulseStatement.objects.bulk_create(
        PulseStatement(pulse=pulse, place=place, words=one.strip(), limb_id=limb)
        for place, (one, limb) in enumerate(statements, start=1)
    )
    PulseTally.objects.bulk_create(
        PulseTally(statement=one, unit=unit, answer=answer)
        for one in made
        for unit in sorted(units)
        for answer in PulseAnswer.values
    )
    remind(by.force_id, "pulse_begun", people=asked, now=now, number=pulse.pk, day=closes_on)
    log_layer(by, pulse.pk, "pulse begun")
    return pulse


@transaction.atomic
def take_pulse(*, by: Viewer, now: datetime, pulse_id: int, answers: Sequence[str]) -> None:
    """Answer every statement of a pulse, once. What was said is added to tallies and nowhere else:
    the access log tells that somebody took part, as the pulse itself does."""
    pulse = Pulse.objects.filter(pk=pulse_id, force_id=by.force_id).first()
    if pulse is None:
        raise NotFound("no such pulse")
    unit = unit_of(by)
    if by.user_id is None or unit not in pulse.asked:
        raise NotAllowed("a pulse asks those who do the work in a team")
    if local_day(now) > pulse.closes_on:
        raise InvalidInput({"": "This was open until its last day. Nothing was counted"})
    statements = list(pulse.statements.order_by("place"))
    problems = Problems()
    if len(answers) != len(statements):
        problems.add("", "Answer every statement")
    for number, answer in enumerate(answers, start=1):
        problems.choice(f"statement_{number}", answer, PulseAnswer.values)
    problems.refuse_if_any()
    try:
        with transaction.atomic():
            PulseTaken.objects.create(pulse=pulse, user_id=by.user_id)
    except IntegrityError as error:
        raise InvalidInput({"": TAKEN_ALREADY}) from error
    for one, answer in zip(statements, answers, strict=True):
        tally = PulseTally.objects.filter(statement=one, unit=unit, answer=answer)
        tally.update(given=F("given") + 1)
    settle("pulse_begun", user_id=by.user_id, number=pulse.pk, now=now)
    log_layer(by, pulse.pk, "pulse taken")


def _asked(force_id: int, now: datetime) -> Mapping[int, str]:
    """The unit of everybody who holds a role in a team, by the user's number."""
    units = dict(Team.objects.filter(force_id=force_id).values_list("pk", "unit"))
    people = people_of(force_id, now)
    found: dict[int, str] = {}
    for (role, team), users in sorted(people.holders.items(), key=lambda one: str(one[0])):
        if role in TEAM_ROLES and team is not None:
            for user in users:
                found[user] = min(units[team], found.get(user, units[team]))
    return found
