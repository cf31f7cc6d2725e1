"""Home visits: recorded within a minute, corrected by a later version, never edited."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from dutybook.access.errors import InvalidInput, NotFound
from dutybook.access.models import RoleGrant, Unit
from dutybook.access.viewer import Viewer, in_force
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import SECOND_VISITOR
from dutybook.ledger.subjects import lock_for_named, lock_for_writing
from dutybook.ledger.versions import newest_version
from dutybook.ledger.writes import Saved, keep_correction, keep_first
from dutybook.records.offenders.actions.put_on_register import keep_note
from dutybook.records.offenders.models import Visit
from dutybook.records.offenders.models.visit import PURPOSES

LARGEST_CREW = 9
WHO_GOES_ALONG = {
    "of_the_force": Q(),
    "of_a_team": Q(team__isnull=False),
    "of_offender_management": Q(team__unit=Unit.OFFENDER_MANAGEMENT),
}
"""By the force's setting, the roles of whoever may be the second visitor."""
NOT_LET = "The force’s setting does not let this colleague be the second visitor"
NONE_SUCH = "no visit with this number"


@transaction.atomic
def record_visit(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    outcome: str,
    announced: bool | None = None,
    crew: int | None = None,
    second_confirmed: bool | None = None,
    findings: str = "",
    officers_view: str = "",
    second_id: int | None = None,
    follow_up: str = "",
    purposes: Sequence[str] = (),
    with_partner: str = "",
    on_register: bool = False,
) -> Saved:
    """Record a visit or an attempt; `at` is a date when the time was not noted.

    What is left unknown stays unknown, which never counts as met. Facts go in `findings`, opinion
    in `officers_view`, what is to be done in `follow_up`; `purposes` are what it was for, and
    `with_partner` the agency that went along. A second visitor who is named is asked to confirm;
    nobody answers for them. `on_register` notes that it is on the national register.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    values = _values(outcome, announced, crew, second_confirmed, findings, officers_view)
    values |= {"second_id": second_id}
    values |= _beside(follow_up, purposes, with_partner)
    problems = _problems(at, now, values)
    _check_second(problems, values, by, now)
    problems.refuse_if_any()
    kept = keep_first(Visit, subject, by=by, now=now, at=at, done_by_id=by.user_id, **values)
    if on_register and kept.fact_id is not None:
        visit = newest_version(Visit, subject_id, kept.fact_id)
        keep_note(subject, "visit", visit, local_day(now), by=by, now=now)
    return kept


@transaction.atomic
def correct_visit(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    seen_version: int,
    reason: str,
    at: datetime | date,
    outcome: str,
    announced: bool | None,
    crew: int | None,
    second_confirmed: bool | None,
    findings: str,
    officers_view: str,
    follow_up: str = "",
    purposes: Sequence[str] = (),
    with_partner: str = "",
) -> Saved:
    """Keep a corrected version of a visit, with the reason; the one before stays as it was. Who
    went along, and what they confirmed, stays.

    Raises `EditCollision` when somebody corrected the same visit since `seen_version`: `seen` is
    what was typed, `stored` the version that stands.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    values = _values(outcome, announced, crew, second_confirmed, findings, officers_view)
    values |= _beside(follow_up, purposes, with_partner)
    before = newest_version(Visit, subject_id, fact_id)
    if before.second_id is not None:
        values |= {"crew": max(crew or 2, 2), "second_confirmed": before.second_confirmed}
    _problems(at, now, values).refuse_if_any()
    moment, day_only = moment_of(at)
    return keep_correction(
        Visit,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        changes={"at": moment, "day_only": day_only, **values},
    )


@transaction.atomic
def confirm_presence(
    *, by: Viewer, now: datetime, subject_id: int, fact_id: int, was_there: bool
) -> Saved:
    """The second visitor says whether they were there: a version of the visit in their own name.

    Open to whoever the visit names, also where they may not see the record otherwise. Raises
    `NotFound` for anybody else, `InvalidInput` when it was answered already or withdrawn.
    """
    named = Visit.objects.filter(
        subject_id=subject_id,
        subject__force_id=by.force_id,
        fact_id=fact_id,
        second_id=by.user_id or 0,
    )
    if not named.exists():
        raise NotFound(NONE_SUCH)
    subject = lock_for_named(by, subject_id, SubjectKind.OFFENDER)
    visit = newest_version(Visit, subject_id, fact_id)
    if visit.withdrawn or visit.second_confirmed is not None:
        raise InvalidInput({"": "This was answered already, or the visit was withdrawn"})
    return keep_correction(
        Visit,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=visit.version,
        reason="The second visitor was there" if was_there else "The second visitor was not there",
        changes={"second_confirmed": was_there},
    )


@transaction.atomic
def withdraw_visit(
    *, by: Viewer, now: datetime, subject_id: int, fact_id: int, seen_version: int, reason: str
) -> Saved:
    """Withdraw a visit that never was; what was known before stays known."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    return keep_correction(
        Visit,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )


def _values(
    outcome: str,
    announced: bool | None,
    crew: int | None,
    second_confirmed: bool | None,
    findings: str,
    officers_view: str,
) -> dict[str, Any]:
    return {
        "outcome": outcome,
        "announced": announced,
        "crew": crew,
        "second_confirmed": second_confirmed,
        "findings": findings.strip(),
        "officers_view": officers_view.strip(),
    }


def _beside(follow_up: str, purposes: Sequence[str], with_partner: str) -> dict[str, Any]:
    """What no duty reads: what it was for, who else went, what is to be done after it."""
    return {
        "follow_up": follow_up.strip(),
        "purposes": list(dict.fromkeys(purposes)),
        "with_partner": with_partner.strip(),
    }


def _goes_along(serves: QuerySet[RoleGrant], by: Viewer, now: datetime) -> bool:
    """Whether the force's setting lets the holder of these roles be the second visitor."""
    let = value_in_force(policies_of(by.force_id), SECOND_VISITOR, now)
    return not isinstance(let, str) or serves.filter(WHO_GOES_ALONG[let]).exists()


def _check_second(problems: Problems, values: dict[str, Any], by: Viewer, now: datetime) -> None:
    """A named second is a colleague who serves now and whom the force's setting lets go along; they
    make the crew two, and answer in person."""
    second_id = values["second_id"]
    if second_id is None:
        return
    serves = RoleGrant.objects.filter(
        in_force(now), force_id=by.force_id, user_id=second_id, user__is_active=True
    )
    if second_id == by.user_id or not serves.exists():
        problems.add("second", "Choose a colleague who went with you")
    elif not _goes_along(serves, by, now):
        problems.add("second", NOT_LET)
    if values["crew"] == 1:
        problems.add("crew", "Two of you went: change how many, or who went with you")
    if values["second_confirmed"] is not None:
        problems.add("second_confirmed", "Leave this open: the second visitor is asked")
    values["crew"] = max(values["crew"] or 2, 2)


def _problems(at: datetime | date, now: datetime, values: dict[str, Any]) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the visit")
    problems.choice("outcome", values["outcome"], choices_of("visit", "outcome"))
    crew = values["crew"]
    if crew is not None and not 1 <= crew <= LARGEST_CREW:
        problems.add("crew", f"Enter how many went, from 1 to {LARGEST_CREW}, or leave it unknown")
    if values["second_confirmed"] and crew == 1:
        problems.add("second_confirmed", "A visit made alone has no second visitor to confirm it")
    problems.length("findings", values["findings"], 8000)
    problems.length("officers_view", values["officers_view"], 8000)
    problems.length("follow_up", values["follow_up"], 4000)
    problems.length("with_partner", values["with_partner"], 120)
    for purpose in values["purposes"]:
        problems.choice("purposes", purpose, PURPOSES)
    return problems
