"""Out of hours: whoever is on duty opens one hidden record, and somebody else looks at it after."""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.db.models import Q

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import EmergencyOpening, Justified, Operation
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.ledger.answering import people_of
from dutybook.ledger.checks import Problems
from dutybook.ledger.models import Subject
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import EMERGENCY_HOURS
from dutybook.ledger.reminding import remind
from dutybook.ledger.subjects import RECORD_KINDS
from dutybook.records.people.models import RestrictedHit
from dutybook.records.people.queries.emergencies import reviewable

NO_HOURS: Final = (
    "No record can be opened out of hours while the force has not set for how long it stays open. "
    "Ring whom the search named, or the chief officer on call"
)
SEARCH_AGAIN: Final = "That search is over. Search again: somebody may have answered meanwhile"


@transaction.atomic
def open_in_emergency(*, by: Viewer, now: datetime, hit_id: int, reason: str) -> EmergencyOpening:
    """Open the record that one's own search hit, with what lies beneath it, for the hours that the
    force has set; for reading alone, and told at once to those who look at it afterwards. A search
    opens nothing any more once as many hours have passed.

    Raises `NotAllowed` for anybody but the duty officer, `NotFound`, or `InvalidInput`.
    """
    if by.user_id is None or not by.has_role(Role.DUTY_OFFICER):
        raise NotAllowed("records are opened out of hours by the duty officer")
    hit = (
        RestrictedHit.objects.filter(pk=hit_id, asked_by_id=by.user_id, force_id=by.force_id)
        .select_related("subject")
        .first()
    )
    if hit is None:
        raise NotFound("no such search of yours")
    problems = Problems()
    problems.filled("reason", reason, "Say why it cannot wait", longest=1000)
    hours = value_in_force(policies_of(by.force_id), EMERGENCY_HOURS, now)
    if not isinstance(hours, int):
        problems.add("", NO_HOURS)
    elif now - (hit.asked_again_at or hit.asked_at) > timedelta(hours=hours):
        problems.add("", SEARCH_AGAIN)
    problems.refuse_if_any()
    assert isinstance(hours, int)
    root = hit.subject.beneath_id or hit.subject_id
    opened = Subject.objects.filter(Q(pk=root) | Q(beneath=root)).order_by("id")
    made = EmergencyOpening.objects.create(
        force_id=by.force_id,
        user_id=by.user_id,
        subject_id=hit.subject_id,
        subject_ids=list(opened.values_list("pk", flat=True)),
        reason=reason.strip(),
        from_at=now,
        until_at=now + timedelta(hours=hours),
    )
    _tell_reviewers(made, hit.subject, now)
    _log(by, hit.subject, f"opened out of hours for {hours} hours")
    return made


@transaction.atomic
def review_emergency(
    *, by: Viewer, now: datetime, opening_id: int, outcome: str, review: str
) -> EmergencyOpening:
    """Say whether a record had to be opened, once; by a supervisor of its team or a chief officer
    who did not open it themselves. Raises `NotFound`, `NotAllowed`, or `InvalidInput`."""
    found = reviewable(by).select_for_update(of=("self",)).filter(pk=opening_id).first()
    if found is None:
        raise NotFound("no such opening")
    if found.user_id == by.user_id:
        raise NotAllowed("somebody else looks at what you opened")
    problems = Problems()
    problems.choice("outcome", outcome, Justified.values)
    problems.filled("review", review, "Say what you looked at, and why you think so", longest=2000)
    problems.refuse_if_any()
    if found.reviewed_at is not None:
        raise InvalidInput({"": "Somebody has looked at this already"})
    found.outcome, found.review = outcome, review.strip()
    found.reviewed_by_id, found.reviewed_at = by.user_id, now
    found.save(update_fields=["outcome", "review", "reviewed_by", "reviewed_at"])
    remind(by.force_id, "emergency_reviewed", people={found.user_id}, now=now, number=found.pk)
    _log(by, Subject.objects.get(pk=found.subject_id), f"opening out of hours: {outcome}")
    return found


def _tell_reviewers(made: EmergencyOpening, subject: Subject, now: datetime) -> None:
    """The supervisors of the record's team; where there is none but the one who opened it, the
    chief officers."""
    people = people_of(made.force_id, now)
    held = people.holding(Role.SUPERVISOR, subject.team_id) if subject.team_id else frozenset()
    told = (held - {made.user_id}) or (people.holding(Role.CHIEF_OFFICER) - {made.user_id})
    remind(made.force_id, "emergency_opened", people=told, now=now, number=made.pk)


def _log(by: Viewer, subject: Subject, detail: str) -> None:
    log.record(
        by,
        operation=Operation.ALTERATION,
        kind=RECORD_KINDS[subject.kind],
        subjects=[subject.pk],
        detail=detail,
    )
