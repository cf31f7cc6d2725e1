"""An offender comes from another force: the package received, answered, and owed here only then.

Lateness travels with the record: the last visit that the other force made counts here, so that who
was late there is late here from the first day.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import FactVersion, choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import add_first, standing
from dutybook.ledger.writes import Saved, finish
from dutybook.records.offenders.actions.registering import (
    identity,
    identity_problems,
    open_record,
)
from dutybook.records.offenders.actions.transferring import (
    answer_problems,
    keep_answer,
    refuse_second,
    since_day,
    waiting,
)
from dutybook.records.offenders.models import (
    CommunityStatus,
    Registration,
    RiskLevel,
    Transfer,
    TransferAnswer,
    Visit,
)

HERE = "Accepted from another force"
THERE = "Another force answered for them"


@transaction.atomic
def receive_transfer(
    *,
    by: Viewer,
    now: datetime,
    national_register_ref: str,
    name: str,
    team_id: int,
    force: str,
    contact: str,
    reason: str,
    received_on: date,
    date_of_birth: date | None = None,
    sex: str = "not_recorded",
) -> Saved:
    """Another force asks this one to take an offender who is not known here yet.

    Opens a record in the team, owned by nobody, on which nothing is owed until it is accepted.
    Raises `InvalidInput` for a reference in use: that offender's own page receives the package.
    """
    values = identity(national_register_ref, name, date_of_birth, sex)
    problems = identity_problems(values, local_day(now))
    _check_package(problems, force, contact, reason, received_on, now)
    problems.refuse_if_any()
    subject = open_record(values, by=by, now=now, team_id=team_id, owner_id=None)
    return _received(subject, force, contact, reason, received_on, by, now)


@transaction.atomic
def receive_again(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    force: str,
    contact: str,
    reason: str,
    received_on: date,
) -> Saved:
    """Another force asks this one to take an offender whose record is here but managed elsewhere.

    Raises `InvalidInput` for one who is managed here.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    _check_package(problems, force, contact, reason, received_on, now)
    problems.refuse_if_any()
    refuse_second(subject)
    if _registered(subject, now) and _transferred_at(subject, now) is None:
        raise InvalidInput({"": "This offender is managed here already"})
    return _received(subject, force, contact, reason, received_on, by, now)


@dataclass(frozen=True)
class Handover:
    """What the sender's papers say of an offender; what they leave out is not recorded.

    `registered_on` is when the notification requirements began to hold: needed unless known here.
    `last_seen_on` is the day of the last visit at which the sender saw the offender.
    """

    registered_on: date | None = None
    level: str = ""
    last_seen_on: date | None = None
    announced: bool | None = None
    crew: int | None = None


@transaction.atomic
def answer_arrival(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    outcome: str,
    answered_on: date,
    answered_by: str = "",
    note: str = "",
    registered_on: date | None = None,
    level: str = "",
    last_seen_on: date | None = None,
    announced: bool | None = None,
    crew: int | None = None,
) -> Saved:
    """This force accepts or refuses an offender, or the sender took the package back.

    Accepted: everything is owed here, from what the handover says of the past, and a supervisor
    gives the record its owner. Refused or taken back: nothing is owed here, and a reason is given.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    package = waiting(subject, Transfer.IN)
    problems = answer_problems(package, outcome, answered_on, answered_by, note, now)
    accepted = outcome == TransferAnswer.ACCEPTED
    told = Handover(registered_on, level, last_seen_on, announced, crew)
    if accepted:
        _check_handover(problems, subject, told, answered_on, now)
    problems.refuse_if_any()
    fact = _managed_here(subject, told, answered_on, by, now) if accepted else None
    keep_answer(package, outcome, answered_on, answered_by, note, fact=fact, by=by, now=now)
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


def _check_package(
    problems: Problems, force: str, contact: str, reason: str, received_on: date, now: datetime
) -> None:
    problems.moment("received_on", moment_of(received_on)[0], now, what="the day")
    problems.filled("force", force, "Name the force", longest=120)
    problems.filled("contact", contact, "Say whom to answer", longest=200)
    problems.filled("reason", reason, "Say why the offender comes here")


def _received(
    subject: Subject,
    force: str,
    contact: str,
    reason: str,
    received_on: date,
    by: Viewer,
    now: datetime,
) -> Saved:
    Transfer.objects.create(
        subject=subject,
        direction=Transfer.IN,
        force=force.strip(),
        contact=contact.strip(),
        reason=reason.strip(),
        sent_on=received_on,
        recorded_by_id=by.user_id,
        recorded_at=now,
    )
    return finish(subject, None, by=by, operation=Operation.COLLECTION)


def _check_handover(
    problems: Problems, subject: Subject, told: Handover, answered_on: date, now: datetime
) -> None:
    if told.level:
        problems.choice("level", told.level, choices_of("risk_level", "level"))
    if told.crew is not None and not 1 <= told.crew <= 9:
        problems.add("crew", "How many went must be between 1 and 9")
    for field, day in (("registered_on", told.registered_on), ("last_seen_on", told.last_seen_on)):
        if day is not None:
            problems.moment(field, moment_of(day)[0], now, what="the day")
    known, gone = _registered(subject, now), _transferred_at(subject, now)
    if not known and told.registered_on is None:
        problems.add("registered_on", "Enter since when the notification requirements hold")
    if told.registered_on is not None and told.registered_on > answered_on:
        problems.add("registered_on", "The requirements cannot begin after the acceptance")
    seen = told.last_seen_on
    if seen is None:
        return
    if seen > answered_on:
        problems.add("last_seen_on", "The last visit there cannot come after the acceptance")
    elif gone is not None and seen <= local_day(gone):
        problems.add(
            "last_seen_on",
            "This is not after the day they left here. Leave it empty if nobody there saw them",
        )
    elif told.registered_on is not None and seen < told.registered_on:
        problems.add("last_seen_on", "The last visit cannot come before the requirements")


def _managed_here(
    subject: Subject, told: Handover, answered_on: date, by: Viewer, now: datetime
) -> FactVersion:
    """Keep the facts by which everything is owed here; gives the one that makes it so.

    Until the last visit there, or else the acceptance, the other force answered for them: nothing
    before that is counted as owed here.
    """
    seen = moment_of(told.last_seen_on) if told.last_seen_on else None
    since = seen or since_day(answered_on, now)
    registered = moment_of(told.registered_on) if told.registered_on else since
    elsewhere = _transferred_at(subject, now) is not None
    facts: list[tuple[type[FactVersion], tuple[datetime, bool], dict[str, Any]]] = []
    if not _registered(subject, now):
        facts.append((Registration, registered, {"state": "registered"}))
        if registered < since and not elsewhere:
            # From that instant, not from the end of that day: no day of it was ours.
            at_once = (registered[0], False)
            facts.append((CommunityStatus, at_once, {"state": "transferred", "note": THERE}))
            elsewhere = True
    if elsewhere:
        facts.append((CommunityStatus, since, {"state": "community", "note": HERE}))
    if told.level:
        facts.append((RiskLevel, since, {"level": told.level}))
    if seen:
        visit = {"outcome": "seen", "announced": told.announced, "crew": told.crew}
        facts.append((Visit, seen, visit))
    kept = [
        add_first(model, subject_id=subject.pk, at=at, day_only=whole, by=by, now=now, **values)
        for model, (at, whole), values in facts
    ]
    return next(one for one in kept if getattr(one, "state", "") in ("registered", "community"))


def _registered(subject: Subject, now: datetime) -> bool:
    last = standing(Registration).filter(subject_id=subject.pk, at__lte=now).order_by("-at").first()
    return last is not None and last.state == "registered"


def _transferred_at(subject: Subject, now: datetime) -> datetime | None:
    """Since when another force answers for them; None when where they are says otherwise."""
    last = (
        standing(CommunityStatus).filter(subject_id=subject.pk, at__lte=now).order_by("-at").first()
    )
    return last.at if last is not None and last.state == "transferred" else None
