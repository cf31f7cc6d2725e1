"""Entry sought and refused, the warrant after it, and offenders who cannot be found."""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import standing
from dutybook.ledger.writes import Saved, keep_first
from dutybook.records.offenders.models import (
    CommunityStatus,
    EntryAttempt,
    MissingPlan,
    MissingReview,
    Visit,
    WarrantDecision,
    Whereabouts,
)

FAILURES = ("first", "second", "later")
AWAY = {"custody": "in custody", "hospital": "in hospital", "abroad": "abroad"}


@transaction.atomic
def attempt_entry(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    outcome: str,
    place: str,
    grounds: str,
) -> Saved:
    """Entry was sought for risk assessment at an address the offender notified, or where there are
    grounds to believe that he lives or can be found (s. 96B Sexual Offences Act 2003).

    Which failed attempt it is since entry last succeeded, or since he was last seen, is worked out
    here. Refused while he was in custody, in hospital or abroad: that is no attempt.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    moment, _ = moment_of(at)
    problems.moment("at", moment, now, what="the attempt")
    problems.choice("outcome", outcome, choices_of("entry_attempt", "outcome"))
    problems.filled("place", place, "Enter the address")
    problems.length("place", place, 300)
    problems.filled(
        "grounds", grounds, "Say why this address qualifies and what risk was to be assessed"
    )
    problems.length("grounds", grounds, 4000)
    problems.refuse_if_any()
    where = _where(subject, moment)
    if where in AWAY:
        problems.add("at", f"The offender was {AWAY[where]} then, so this was no attempt to enter")
    problems.refuse_if_any()
    return keep_first(
        EntryAttempt,
        subject,
        by=by,
        now=now,
        at=at,
        outcome=outcome,
        failure=_failure(subject, moment) if outcome == "not_entered" else "",
        place=place.strip(),
        grounds=grounds.strip(),
        done_by_id=by.user_id,
    )


def _where(subject: Subject, at: datetime) -> str:
    before = standing(CommunityStatus).filter(subject=subject, at__lte=at).order_by("at", "fact_id")
    last = before.last()
    return last.state if last else "community"


def _failure(subject: Subject, at: datetime) -> str:
    """Which failed attempt one at `at` is since somebody last got in or saw the offender."""
    entered = standing(EntryAttempt).filter(subject=subject, outcome="entered", at__lte=at)
    seen = standing(Visit).filter(subject=subject, outcome="seen", at__lte=at)
    failed = standing(EntryAttempt).filter(subject=subject, outcome="not_entered", at__lte=at)
    since = [one.at for one in (entered.order_by("at").last(), seen.order_by("at").last()) if one]
    if since:
        failed = failed.filter(at__gt=max(since))
    return FAILURES[min(failed.count(), len(FAILURES) - 1)]


@transaction.atomic
def decide_warrant(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    decision: str,
    rationale: str,
) -> Saved:
    """Whether a warrant to enter and search is asked for, with the reasons."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the decision")
    problems.choice("decision", decision, choices_of("warrant_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.length("rationale", rationale, 4000)
    problems.refuse_if_any()
    values = {"decision": decision, "rationale": rationale.strip()}
    return keep_first(WarrantDecision, subject, by=by, now=now, at=at, **values)


@transaction.atomic
def set_whereabouts(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    state: str,
    note: str = "",
) -> Saved:
    """The offender cannot be found, or has been found. One who cannot be is owed a plan."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    problems.choice("state", state, choices_of("whereabouts", "state"))
    problems.filled("note", note, "Say on what that rests")
    problems.length("note", note, 4000)
    problems.refuse_if_any()
    return keep_first(Whereabouts, subject, by=by, now=now, at=at, state=state, note=note.strip())


@transaction.atomic
def plan_to_find(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, steps: str, mine: bool
) -> Saved:
    """A plan to find an offender; `mine` makes whoever records it answer for it.

    A plan that nobody owns is kept, and does not meet the duty to have one.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the plan")
    problems.filled("steps", steps, "Say what will be done to find the offender")
    problems.length("steps", steps, 4000)
    problems.refuse_if_any()
    owned = mine and by.user_id is not None
    return keep_first(
        MissingPlan,
        subject,
        by=by,
        now=now,
        at=at,
        owned=owned,
        plan_owner_id=by.user_id if owned else None,
        steps=steps.strip(),
    )


@transaction.atomic
def review_plan_to_find(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, done_since: str
) -> Saved:
    """The daily review of a plan to find an offender."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the review")
    problems.filled("done_since", done_since, "Say what was done since the last review")
    problems.length("done_since", done_since, 4000)
    problems.refuse_if_any()
    return keep_first(MissingReview, subject, by=by, now=now, at=at, done_since=done_since.strip())
