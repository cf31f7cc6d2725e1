"""Finding anyone, with every look logged; and answering for a record that somebody else hit."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.queries import looks
from dutybook.ledger.subjects import OWNED
from dutybook.records.people.actions.keeping import note
from dutybook.records.people.models import RestrictedHit
from dutybook.records.people.queries.find import (
    MOST_HIDDEN,
    Found,
    Hidden,
    hidden_hits,
    keys_first,
    visible_hits,
    whom_to_ring,
)
from dutybook.records.people.queries.hits import answerable
from dutybook.records.people.wanted import wanted


@dataclass(frozen=True)
class Search:
    """What a search gives: people who may be seen, and whom to ring about those who may not.

    `is_cut` says that there were more; `too_wide` that so many hidden records were hit that none
    was told, and the asker must say more. `passed_on` says that owners have been told. `hits` are
    the numbers of those notices, for the duty officer, who may open such a record.
    """

    people: tuple[Found, ...]
    is_cut: bool
    passed_on: bool
    ring: tuple[str, ...]
    too_wide: bool
    hits: tuple[int, ...] = ()


@transaction.atomic
def find_people(*, by: Viewer, now: datetime, text: str, born: date | None = None) -> Search:
    """Search every record of the force by name (also misspelt, or as it sounds), alias, number,
    date of birth, address, phone or vehicle; `born` narrows.

    A hit on a record that `by` may not see is kept as a notice to its owner and its supervisors,
    and `by` is told only whom to ring. What was typed is neither kept nor logged. Raises
    `NotAllowed`, or `InvalidInput`.
    """
    if not any(by.may_read(kind) for kind in OWNED.values()):
        raise NotAllowed("your role does not search records of people")
    asked = wanted(text)
    with keys_first():
        people, is_cut = visible_hits(by, asked, born)
        hidden = hidden_hits(by, asked, born)
    too_wide = len(hidden) > MOST_HIDDEN
    told = [] if too_wide else hidden
    _tell(told, by=by, now=now)
    shown = [(kind, subject) for one in people for subject, kind in one.records]
    if shown:
        looks.log_subjects(by, shown, detail=f"find: shown {len(people)} passed on {len(told)}")
    else:
        _log_empty(by, len(told))
    ring = whom_to_ring(told, now) if told else []
    hits = _own_hits(told, by) if by.has_role(Role.DUTY_OFFICER) else ()
    return Search(tuple(people), is_cut, bool(told), tuple(ring), too_wide, hits)


@transaction.atomic
def answer_hit(*, by: Viewer, now: datetime, hit_id: int, answer: str) -> None:
    """Say what came of somebody's search that hit a record which `by` may see. Raises
    `NotFound`, `NotAllowed` for one's own search, or `InvalidInput`."""
    hit = answerable(by).select_for_update(of=("self",)).filter(pk=hit_id).first()
    if hit is None:
        raise NotFound("no such notice")
    if hit.asked_by_id == by.user_id:
        raise NotAllowed("somebody else answers for a record that you searched for")
    problems = Problems()
    problems.filled("answer", answer, "Say what you told them, or why not", longest=1000)
    problems.refuse_if_any()
    if hit.answered_at is not None:
        raise InvalidInput({"": "This has been answered already"})
    hit.answered_by_id, hit.answered_at, hit.answer = by.user_id, now, answer.strip()
    hit.save(update_fields=["answered_by", "answered_at", "answer"])
    note(by, Operation.ALTERATION, [hit.subject], f"restricted hit {hit.pk} answered")


def _tell(hidden: list[Hidden], *, by: Viewer, now: datetime) -> None:
    """Keep a notice for each record; one that still waits for its answer is asked again."""
    ids = [one.subject_id for one in hidden]
    waiting = RestrictedHit.objects.filter(
        asked_by_id=by.user_id, subject_id__in=ids, answered_at=None
    )
    waiting.update(asked_again_at=now)
    held = set(waiting.values_list("subject_id", flat=True))
    RestrictedHit.objects.bulk_create(
        [
            RestrictedHit(
                force_id=by.force_id,
                subject_id=one.subject_id,
                matched=one.matched,
                asked_by_id=by.user_id,
                asked_at=now,
            )
            for one in hidden
            if one.subject_id not in held
        ],
        ignore_conflicts=True,  # the same person searching twice at one moment
    )


def _own_hits(hidden: list[Hidden], by: Viewer) -> tuple[int, ...]:
    """The notices that wait of one's own search, by number."""
    waiting = RestrictedHit.objects.filter(
        asked_by_id=by.user_id,
        subject_id__in=[one.subject_id for one in hidden],
        answered_at=None,
    )
    return tuple(waiting.order_by("id").values_list("pk", flat=True))


def _log_empty(by: Viewer, passed_on: int) -> None:
    kind = next(kind for kind in OWNED.values() if by.may_read(kind))
    log.record(
        by,
        operation=Operation.CONSULTATION,
        kind=RecordKind(kind),
        subjects=[],
        detail=f"find: shown 0 passed on {passed_on}",
    )
