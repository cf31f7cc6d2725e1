"""Looking at the clock: what became overdue is noted once, and people are told of it.

At once: a very-high-risk breach, and a finding that changed. Everything else waits for one digest
a day for each person, made by the first tick after local midnight. What nobody acknowledges goes
to the supervisor after the time the force has set; while that is unset nothing does.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from dutybook.access import log
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import operator
from dutybook.ledger.answering import People, answerable, people_of
from dutybook.ledger.breaching import counted, newly_fallen, note_fallen
from dutybook.ledger.instants import local_day
from dutybook.ledger.models import Breach, Notice, OutboxNote, Recount
from dutybook.ledger.models.reminder import NOT_FOR_OTHERS
from dutybook.ledger.policies import policies_of, value_in_force
from dutybook.ledger.policy_keys import ESCALATE_AFTER_DAYS

AT_ONCE = "very_high"
TOLD_OF_FINDINGS = (Role.INSPECTION_LIAISON, Role.CHIEF_OFFICER, Role.COMMISSIONERS_OFFICE)

_WAIT_FOR_RECOUNT = timedelta(hours=1)
_CLASS = 1_414_087_499  # "TICK": apart from any other use of advisory locks


@dataclass(frozen=True)
class Ticked:
    """What one tick of one force found and told: breaches noted, notices made, escalations."""

    breaches: int = 0
    notices: int = 0
    escalated: int = 0


@transaction.atomic
def tick(force_id: int, *, now: datetime) -> Ticked:
    """Note what fell into breach since the last tick, tell people, escalate what is unanswered.

    Twice at one moment is as good as once, and two workers wait for each other. While figures are
    being counted again it waits, for at most an hour, so that nobody is told of half a change.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_CLASS, force_id])
    waiting = Recount.objects.filter(
        force_id=force_id, finished_at=None, asked_at__gt=now - _WAIT_FOR_RECOUNT
    )
    if waiting.exists():
        return Ticked()
    last = (
        OutboxNote.objects.filter(force_id=force_id, kind="became_overdue").order_by("-id").first()
    )
    since = last.at if last else None
    fallen = newly_fallen(force_id, now)
    new_day = since is None or local_day(since) < local_day(now)
    people = people_of(force_id, now)
    notices = 0
    if fallen or new_day:
        note_fallen(force_id, fallen, since=since, now=now)
    if since is not None:  # the first look finds years of breaches: they go into the digest
        notices += _tell_at_once(force_id, people, now)
    if new_day:
        notices += _digests(force_id, people, now)
    escalated = _escalate(force_id, people, now)
    if fallen or notices or escalated:
        _log(force_id, f"tick: fell into breach {len(fallen)}, notices {notices + escalated}")
    return Ticked(len(fallen), notices, escalated)


def note_finding(
    force_id: int, *, about: str, finding: str, now: datetime, certifiers: Collection[int] = ()
) -> bool:
    """Keep a limb's finding when it is another than the last one kept, and tell those it concerns:
    the roles that answer for findings, and whoever certified the limb, whatever their role is now.

    Gives whether it changed. The first one of a limb is kept and told to nobody.
    """
    last = (
        OutboxNote.objects.filter(force_id=force_id, kind="finding", about=about)
        .order_by("-id")
        .first()
    )
    if last is not None and last.after == finding:
        return False
    note = OutboxNote.objects.create(
        force_id=force_id,
        kind="finding",
        at=now,
        about=about,
        before=last.after if last else "",
        after=finding,
    )
    if last is None:
        return False
    people = people_of(force_id, now)
    told = {user for role in TOLD_OF_FINDINGS for user in people.holding(role)} | set(certifiers)
    notices = [Notice(kind="finding", user_id=user, note=note) for user in sorted(told)]
    _make(notices, force_id, now)
    return True


def _tell_at_once(force_id: int, people: People, now: datetime) -> int:
    breaches = list(Breach.objects.filter(force_id=force_id, told_at=None, level=AT_ONCE))
    told = answerable(people, breaches)
    made = _make(
        (
            Notice(kind="breach", user_id=user, breach=breach)
            for breach in breaches
            for user in sorted(told[breach.pk])
        ),
        force_id,
        now,
    )
    _mark_told([breach for breach in breaches if told[breach.pk]], now)
    return made


def _digests(force_id: int, people: People, now: datetime) -> int:
    """One digest for each person of all that waits for them; nobody is told of nothing."""
    breaches = list(Breach.objects.filter(force_id=force_id, told_at=None).order_by("id"))
    told = answerable(people, breaches)
    whose: dict[int, list[Breach]] = defaultdict(list)
    for breach in breaches:
        for user in told[breach.pk]:
            whose[user].append(breach)
    made = _make(
        (
            Notice(kind="digest", user_id=user, counts=counted(theirs))
            for user, theirs in sorted(whose.items())
        ),
        force_id,
        now,
    )
    _mark_told([breach for breach in breaches if told[breach.pk]], now)
    return made


def _escalate(force_id: int, people: People, now: datetime) -> int:
    days = value_in_force(policies_of(force_id), ESCALATE_AFTER_DAYS, now)
    if not isinstance(days, int):
        return 0
    unanswered = Notice.objects.select_for_update(of=("self",)).filter(
        ~Q(kind="escalated"),
        ~Q(reminder__code__in=NOT_FOR_OTHERS),
        force_id=force_id,
        acknowledged_at=None,
        escalated_at=None,
        made_at__lte=now - timedelta(days=days),
    )
    made = 0
    for notice in unanswered.order_by("id"):
        above = people.supervisors_of(notice.user_id)
        made += _make(
            (
                Notice(
                    kind="escalated",
                    user_id=user,
                    about=notice,
                    breach_id=notice.breach_id,
                    note_id=notice.note_id,
                    reminder_id=notice.reminder_id,
                    counts=notice.counts,
                )
                for user in sorted(above)
            ),
            force_id,
            now,
        )
        if above:
            notice.escalated_at = now
            notice.save(update_fields=["escalated_at"])
    return made


def _make(notices: Iterable[Notice], force_id: int, now: datetime) -> int:
    made = list(notices)
    for notice in made:
        notice.force_id, notice.made_at, notice.day = force_id, now, local_day(now)
    return len(Notice.objects.bulk_create(made))


def _mark_told(breaches: Sequence[Breach], now: datetime) -> None:
    Breach.objects.filter(pk__in=[breach.pk for breach in breaches]).update(told_at=now)


def _log(force_id: int, detail: str) -> None:
    log.record(
        operator("worker", force_id=force_id, route="worker:tick"),
        operation=Operation.ALTERATION,
        kind=RecordKind.LEDGER_AGGREGATE,
        subjects=[],
        detail=detail,
    )
