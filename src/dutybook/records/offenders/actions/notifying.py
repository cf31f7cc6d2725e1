"""What an offender must notify, what he notified, and what follows when he did not."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.actions.triggering import ask_to_decide
from dutybook.records.offenders.models import (
    BreachDecision,
    BreachRecorded,
    ForeignTravel,
    NotifiableChange,
    Notification,
    NotificationBreach,
    RelevantDate,
    Residence,
    TravelReturn,
)
from dutybook.records.offenders.models.relevant_date import DISPOSALS, WITH_TERM

FURTHEST_AHEAD = 730
"""Days: a departure further ahead is a slip of the finger."""


@transaction.atomic
def set_relevant_date(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    matter: str,
    disposal: str = "",
    term_months: int | None = None,
    term_days: int | None = None,
) -> Saved:
    """The date from which the offender must notify: conviction, finding, caution or release.

    `disposal` and the whole effective term, in months and days as the court passed it, decide for
    how long; without them the period is not known.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the relevant date")
    problems.filled("matter", matter, "Say which offence, court and disposal")
    if disposal:
        problems.choice("disposal", disposal, [name for name, _ in DISPOSALS])
    if (term_months or term_days) and disposal not in WITH_TERM:
        problems.add("term_months", "Only imprisonment and a conditional discharge have a length")
    problems.refuse_if_any()
    return keep_first(
        RelevantDate,
        subject,
        by=by,
        now=now,
        at=at,
        matter=matter.strip(),
        disposal=disposal,
        term_months=term_months or None,
        term_days=term_days or None,
    )


@transaction.atomic
def notified(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    kind: str,
    note: str = "",
) -> Saved:
    """The offender notified. What it tells of is the oldest change or return that waits."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the notification")
    problems.choice("kind", kind, choices_of("notification", "kind"))
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    values = {"kind": kind, "note": note.strip(), "done_by_id": by.user_id}
    return keep_first(Notification, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def changed(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    kind: str,
    note: str = "",
) -> Saved:
    """Something changed that the offender must notify."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the change")
    problems.choice("kind", kind, choices_of("notifiable_change", "kind"))
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    values = {"kind": kind, "note": note.strip()}
    if kind == "child_household":
        said = note.strip() or "Stays in a household with a child"
        ask_to_decide(subject, by=by, now=now, at=at, kind="child_contact", note=said)
    return keep_first(NotifiableChange, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def set_residence(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    state: str,
    note: str = "",
) -> Saved:
    """Whether the offender has a sole or main residence: without one he notifies weekly."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the day")
    problems.choice("state", state, choices_of("residence", "state"))
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(Residence, subject, by=by, now=now, at=at, state=state, note=note.strip())


@transaction.atomic
def record_travel(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    departs: date,
    was_notified: bool | None,
    notified_on: date | None = None,
    destination: str = "",
) -> Saved:
    """A departure from the United Kingdom, past or ahead, and when the offender gave notice of it.

    The days of notice are worked out: whole days from the notification to the departure.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    if (departs - local_day(now)).days > FURTHEST_AHEAD:
        problems.add("departs", "Enter a departure within the next two years")
    if was_notified and notified_on is None:
        problems.add("notified_on", "Enter the day on which he notified it")
    if notified_on is not None and notified_on > local_day(now):
        problems.add("notified_on", "The day of the notification cannot be in the future")
    problems.length("destination", destination, 200)
    problems.refuse_if_any()
    days = None
    if was_notified is not None:
        days = max((departs - notified_on).days, 0) if was_notified and notified_on else 0
    values = {"days_notice": days, "destination": destination.strip()}
    return keep_first(ForeignTravel, subject, by=by, now=now, at=departs, **values)


@transaction.atomic
def returned(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, note: str = ""
) -> Saved:
    """The offender came back to the United Kingdom, which he must notify."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the return")
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(TravelReturn, subject, by=by, now=now, at=at, note=note.strip())


@transaction.atomic
def establish_breach(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, note: str
) -> Saved:
    """It is established that the offender broke a requirement: from now on hours count."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _at(at, now, "the day")
    problems.filled("note", note, "Say which requirement was broken, and how that is known")
    problems.refuse_if_any()
    ask_to_decide(subject, by=by, now=now, at=at, kind="breach", note=note.strip())
    return keep_first(NotificationBreach, subject, by=by, now=now, at=at, note=note.strip())


@transaction.atomic
def put_breach_on_systems(
    *, by: Viewer, now: datetime, subject_id: int, fact_id: int, systems: str
) -> Saved:
    """The breach stands on the local and national systems, and those who manage him were told."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.filled(
        "systems", systems, "Say on which systems it was put and who was told", longest=1000
    )
    problems.refuse_if_any()
    breach = standing(NotificationBreach, subject_id, fact_id)
    return keep_first(
        BreachRecorded,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=breach.fact_id,
        of_version=breach.version,
        systems=systems.strip(),
    )


@transaction.atomic
def decide_breach(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    decision: str,
    rationale: str,
) -> Saved:
    """Arrest, charge, or no action with its reasons."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.choice("decision", decision, choices_of("breach_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.refuse_if_any()
    breach = standing(NotificationBreach, subject_id, fact_id)
    return keep_first(
        BreachDecision,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=breach.fact_id,
        of_version=breach.version,
        decision=decision,
        rationale=rationale.strip(),
    )


def _at(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems
