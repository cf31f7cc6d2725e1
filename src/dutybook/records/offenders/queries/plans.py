"""The risk management plan as a whole, version by version: what was to be done under each, by whom,
by when, how often to visit and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, OuterRef, Subquery

from dutybook.ledger.instants import local_day
from dutybook.ledger.versions import standing
from dutybook.records.offenders.models import PlanAction, PlanActionEnd, RiskPlan, VisitPlan


@dataclass(frozen=True)
class PlannedAction:
    """One action under a plan. `outcome` is None while it is open; `is_late` on the day of the
    page."""

    what: str
    done_by_whom: str
    who: str
    due_on: date
    ended_on: date | None
    outcome: str | None
    is_late: bool


@dataclass(frozen=True)
class Interval:
    """How often the plan asks for a visit, and why; no `amount` where it sets none."""

    amount: int | None
    unit: str
    reason: str


@dataclass(frozen=True)
class PlanVersion:
    """One plan, from the day it was made until the next one was (None: it stands). `actions` are
    those open under it at any time: agreed before the next plan, and not ended before this one.
    """

    number: int
    made_on: date
    made_by: str | None
    until: date | None
    summary: str
    interval: Interval | None
    actions: tuple[PlannedAction, ...]


def plans(subject_id: int, *, now: datetime) -> tuple[PlanVersion, ...]:
    """Every plan of an offender, the newest first; for a page that has checked and logs its own
    look. Three statements."""
    made = list(
        standing(RiskPlan)
        .filter(subject_id=subject_id, at__lte=now)
        .select_related("done_by")
        .order_by("at", "fact_id")
    )
    actions = _actions(subject_id, now)
    intervals = list(standing(VisitPlan).filter(subject_id=subject_id, at__lte=now).order_by("at"))
    found = []
    for place, plan in enumerate(made):
        following = made[place + 1].at if place + 1 < len(made) else None
        found.append(
            PlanVersion(
                number=place + 1,
                made_on=local_day(plan.at),
                made_by=plan.done_by.display_name if plan.done_by else None,
                until=local_day(following) if following else None,
                summary=plan.summary,
                interval=_interval(intervals, following or now),
                actions=tuple(
                    action
                    for agreed_at, ended_at, action in actions
                    if (following is None or agreed_at < following)
                    and (ended_at is None or ended_at >= plan.at)
                ),
            )
        )
    return tuple(reversed(found))


def _actions(
    subject_id: int, now: datetime
) -> list[tuple[datetime, datetime | None, PlannedAction]]:
    """Each action with when it was agreed and when it ended, the first due first."""
    ends = standing(PlanActionEnd).filter(of_fact=OuterRef("fact_id")).order_by("-at", "-fact_id")
    rows = (
        standing(PlanAction)
        .filter(subject_id=subject_id, at__lte=now)
        .annotate(
            ended_at=Subquery(ends.values("at")[:1]), outcome=Subquery(ends.values("outcome")[:1])
        )
        .order_by(F("due").asc(), "fact_id")
    )
    return [
        (
            row.at,
            row.ended_at,
            PlannedAction(
                what=row.what,
                done_by_whom=row.done_by_whom,
                who=row.who,
                due_on=local_day(row.due),
                ended_on=local_day(row.ended_at) if row.ended_at else None,
                outcome=row.outcome,
                is_late=row.ended_at is None and row.due < now,
            ),
        )
        for row in rows
    ]


def _interval(said: list[VisitPlan], until: datetime) -> Interval | None:
    """What was said last by then; None where the plan never spoke of it."""
    by_then = [one for one in said if one.at <= until]
    if not by_then:
        return None
    return Interval(by_then[-1].amount, by_then[-1].unit, by_then[-1].reason)
