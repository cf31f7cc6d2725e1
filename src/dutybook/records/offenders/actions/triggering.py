"""What may change an offender's risk: recorded once, it asks the right person to decide.

For somebody actively managed whoever manages him decides; for somebody managed reactively it puts
that in doubt, and a supervisor decides (`reactive`). A breach, a serious further offence and a stay
with a child ask by themselves.
"""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import add_first
from dutybook.ledger.versions import standing as standing_versions
from dutybook.ledger.writes import Saved, finish, keep_first
from dutybook.records.offenders.actions.answering import standing
from dutybook.records.offenders.models import (
    Management,
    ReactiveTrigger,
    RiskLevel,
    RiskTrigger,
    RiskTriggerDecision,
)

KINDS = tuple(dict.fromkeys([*choices_of("risk_trigger", "kind"), "risk_assessment"]))
"""What may have happened; an assessment puts in doubt only whether somebody stays reactive."""


@transaction.atomic
def report_change(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    kind: str,
    note: str,
) -> Saved:
    """Something happened that may change the risk: somebody is to decide what it means."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what="the day")
    problems.choice("kind", kind, KINDS)
    problems.filled("note", note, "Say what happened")
    if kind == "risk_assessment" and not _reactive(subject, now):
        problems.add("kind", "An assessment of somebody actively managed is recorded as itself")
    problems.refuse_if_any()
    fact = ask_to_decide(subject, by=by, now=now, at=at, kind=kind, note=note.strip())
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def decide_change(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    decision: str,
    rationale: str,
    level: str = "",
) -> Saved:
    """What it means for the risk of somebody actively managed: the level stays, or is another."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = Problems()
    problems.choice("decision", decision, choices_of("risk_trigger_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    if decision == "level_changes":
        problems.choice("level", level, choices_of("risk_level", "level"))
    elif level and decision == "level_stays":
        problems.add("level", "Leave this open: the level stays")
    problems.refuse_if_any()
    trigger = standing(RiskTrigger, subject_id, fact_id)
    if level:
        values = {"level": level, "tool": "judgement", "reason": rationale.strip()}
        add_first(RiskLevel, subject_id=subject.pk, at=now, by=by, now=now, **values)
    return keep_first(
        RiskTriggerDecision,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=trigger.fact_id,
        of_version=trigger.version,
        decision=decision,
        rationale=rationale.strip(),
    )


def ask_to_decide(
    offender: Subject, *, by: Viewer, now: datetime, at: datetime | date, kind: str, note: str
) -> RiskTrigger | ReactiveTrigger:
    """Keep on a locked offender that something happened, for whoever is to decide about it.

    The caller logs its write and derives the offender's ledger.
    """
    model: type[RiskTrigger] | type[ReactiveTrigger] = RiskTrigger
    if _reactive(offender, now):
        model = ReactiveTrigger
    moment, day_only = moment_of(at)
    return add_first(
        model,
        subject_id=offender.pk,
        at=moment,
        day_only=day_only,
        by=by,
        now=now,
        kind=kind,
        note=note,
    )


def _reactive(offender: Subject, now: datetime) -> bool:
    """Whether the offender is managed reactively now."""
    last = (
        standing_versions(Management)
        .filter(subject=offender, at__lte=now)
        .order_by("-at", "-fact_id")
        .first()
    )
    return last is not None and last.state == "reactive"
