"""Civil orders: considered, made, varied, renewed, checked, broken, ended.

What an order forbids and until when is typed from the order of the court; nothing of it is worked
out here (Sexual Offences Act 2003, Part 2; Sentencing Act 2020).
"""

from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.models import Operation
from dutybook.access.viewer import Viewer
from dutybook.ledger import ownership
from dutybook.ledger.checks import Problems, moment_of
from dutybook.ledger.derive import derive_subjects
from dutybook.ledger.fact_models import choices_of
from dutybook.ledger.instants import day_begins, day_ends, local_day
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.registry import source_of
from dutybook.ledger.subjects import lock_for_writing
from dutybook.ledger.versions import add_first, standing
from dutybook.ledger.writes import Saved, finish, keep_correction, keep_first
from dutybook.records.offenders.actions.answering import standing as standing_fact
from dutybook.records.offenders.actions.triggering import ask_to_decide
from dutybook.records.offenders.models import (
    Order,
    OrderBreach,
    OrderBreachDecision,
    OrderCheck,
    OrderDecision,
    OrderEndDecision,
    OrderMade,
    OrderState,
    OrderTerms,
)

WITHDRAWABLE_OF_ORDER = frozenset(
    {
        "order_check",
        "order_end_decision",
        "order_breach",
        "order_breach_decision",
        "order_state",
    }
)
"""Fact tables whose facts `withdraw_order_fact` takes back."""
ENDED = "This order has ended. Record a new one if a court made one"


@transaction.atomic
def consider_order(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    decision: str,
    rationale: str,
) -> Saved:
    """Whether to seek an order against an offender; a reasoned no is a decision."""
    subject = lock_for_writing(by, subject_id, SubjectKind.OFFENDER)
    problems = _past(at, now, "the decision")
    problems.choice("decision", decision, choices_of("order_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.refuse_if_any()
    return keep_first(
        OrderDecision,
        subject,
        by=by,
        now=now,
        at=at,
        decision=decision,
        rationale=rationale.strip(),
    )


@transaction.atomic
def open_order(
    *,
    by: Viewer,
    now: datetime,
    offender_id: int,
    kind: str,
    court: str,
    made_on: date,
    last_day: date | None,
    conditions: str,
) -> Saved:
    """Record an order that a court made: in force from `made_on` to the end of `last_day`, or until
    further order. Whoever answers for the offender answers for it; gives it as `subject_id`.
    """
    offender = lock_for_writing(by, offender_id, SubjectKind.OFFENDER)
    problems = _made_problems(made_on, last_day, court, conditions, now)
    problems.choice("kind", kind, choices_of("order_made", "kind"))
    problems.refuse_if_any()
    subject = ownership.open_subject(
        SubjectKind.ORDER,
        by=by,
        now=now,
        label=offender.label,
        team_id=offender.team_id,
        owner_id=offender.owner_id,
        beneath=offender,
        restricted=offender.restricted,
    )
    order = Order.objects.create(subject=subject, offender_id=offender.pk, kind=kind)
    _add_terms(order, by, now, made_on, court, conditions)
    fact = _add_made(subject, kind, by, now, made_on, last_day)
    add_first(
        OrderState,
        subject_id=subject.pk,
        at=day_begins(made_on),
        day_only=True,
        by=by,
        now=now,
        state="in_force",
    )
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def renew_order(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    made_on: date,
    last_day: date | None,
    court: str,
    conditions: str,
) -> Saved:
    """A court renewed the order: another last day, and perhaps other conditions."""
    subject, order = _running(by, subject_id)
    _made_problems(made_on, last_day, court, conditions, now).refuse_if_any()
    _add_terms(order, by, now, made_on, court, conditions)
    fact = _add_made(subject, order.kind, by, now, made_on, last_day)
    return finish(subject, fact, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def vary_order(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    from_day: date,
    court: str,
    conditions: str,
) -> Saved:
    """A court varied the conditions; when the order ends stays as it was."""
    subject, order = _running(by, subject_id)
    _made_problems(from_day, None, court, conditions, now, day="from_day").refuse_if_any()
    _add_terms(order, by, now, from_day, court, conditions)
    return finish(subject, None, by=by, operation=Operation.COLLECTION)


@transaction.atomic
def check_order(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    findings: str,
    method: str = "",
) -> Saved:
    """The police checked by their own doing whether the conditions are kept."""
    subject, _ = _running(by, subject_id)
    problems = _past(at, now, "the check")
    problems.length("method", method, 80)
    problems.filled("findings", findings, "Say what was found")
    problems.refuse_if_any()
    return keep_first(
        OrderCheck,
        subject,
        by=by,
        now=now,
        at=at,
        method=method.strip(),
        findings=findings.strip(),
        done_by_id=by.user_id,
    )


@transaction.atomic
def decide_order_end(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    at: datetime | date,
    decision: str,
    rationale: str,
) -> Saved:
    """Whether to ask for another order before this one runs out, with the reasons."""
    subject, _ = _running(by, subject_id)
    problems = _past(at, now, "the decision")
    problems.choice("decision", decision, choices_of("order_end_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.refuse_if_any()
    return keep_first(
        OrderEndDecision,
        subject,
        by=by,
        now=now,
        at=at,
        decision=decision,
        rationale=rationale.strip(),
    )


@transaction.atomic
def end_order(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, reason: str
) -> Saved:
    """The order is in force no more: it ran out, was discharged or replaced."""
    subject, _ = _running(by, subject_id)
    problems = _past(at, now, "the end of the order")
    problems.filled("reason", reason, "Say how the order ended")
    first = standing(OrderMade).filter(subject=subject).order_by("at").first()
    if first is not None and local_day(moment_of(at)[0]) < local_day(first.at):
        problems.add("at", "The order cannot end before it was made")
    problems.refuse_if_any()
    return keep_first(
        OrderState, subject, by=by, now=now, at=at, state="ended", reason=reason.strip()
    )


@transaction.atomic
def break_order(
    *, by: Viewer, now: datetime, subject_id: int, at: datetime | date, note: str
) -> Saved:
    """It is established that a condition was broken, perhaps of an order that has ended since."""
    subject = lock_for_writing(by, subject_id, SubjectKind.ORDER)
    problems = _past(at, now, "the day")
    problems.filled("note", note, "Say which condition was broken, and how that is known")
    problems.refuse_if_any()
    moment, day_only = moment_of(at)
    fact = add_first(
        OrderBreach,
        subject_id=subject.pk,
        at=moment,
        day_only=day_only,
        by=by,
        now=now,
        note=note.strip(),
    )
    offender = Subject.objects.get(pk=subject.beneath_id)
    ask_to_decide(offender, by=by, now=now, at=at, kind="breach", note=note.strip())
    derive_subjects([offender])
    return finish(subject, fact, by=by, operation=Operation.COLLECTION, also=[offender.pk])


@transaction.atomic
def decide_order_breach(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    fact_id: int,
    decision: str,
    rationale: str,
) -> Saved:
    """Arrest, charge, or no action with its reasons."""
    subject = lock_for_writing(by, subject_id, SubjectKind.ORDER)
    problems = Problems()
    problems.choice("decision", decision, choices_of("order_breach_decision", "decision"))
    problems.filled("rationale", rationale, "Give the reasons")
    problems.refuse_if_any()
    breach = standing_fact(OrderBreach, subject_id, fact_id)
    return keep_first(
        OrderBreachDecision,
        subject,
        by=by,
        now=now,
        at=now,
        of_fact=breach.fact_id,
        of_version=breach.version,
        decision=decision,
        rationale=rationale.strip(),
    )


@transaction.atomic
def withdraw_order_fact(
    *,
    by: Viewer,
    now: datetime,
    subject_id: int,
    table: str,
    fact_id: int,
    seen_version: int,
    reason: str,
) -> Saved:
    """Withdraw something keyed in error about an order. That a court made it is not withdrawn: an
    order recorded by mistake is ended, and its end says so. What an end taken back ended is in
    force again.
    """
    subject = lock_for_writing(by, subject_id, SubjectKind.ORDER)
    if table not in WITHDRAWABLE_OF_ORDER:
        raise InvalidInput({"table": f"Choose one of: {', '.join(sorted(WITHDRAWABLE_OF_ORDER))}"})
    if table == "order_state" and not _is_end(subject_id, fact_id):
        raise InvalidInput({"": "Only the end of an order is withdrawn, not that it is in force"})
    return keep_correction(
        source_of(table).model,
        subject,
        by=by,
        now=now,
        fact_id=fact_id,
        seen_version=seen_version,
        reason=reason,
        withdrawn=True,
    )


def _is_end(subject_id: int, fact_id: int) -> bool:
    states = OrderState.objects.filter(subject_id=subject_id, fact_id=fact_id)
    return states.order_by("-version").values_list("state", flat=True).first() in ("ended", None)


def _running(by: Viewer, subject_id: int) -> tuple[Subject, Order]:
    """The order, locked. Raises `InvalidInput` when it has ended."""
    subject = lock_for_writing(by, subject_id, SubjectKind.ORDER)
    last = standing(OrderState).filter(subject=subject).order_by("-at", "-fact_id").first()
    if last is not None and last.state == "ended":
        raise InvalidInput({"": ENDED})
    return subject, Order.objects.get(subject=subject)


def _past(at: datetime | date, now: datetime, what: str) -> Problems:
    problems = Problems()
    problems.moment("at", moment_of(at)[0], now, what=what)
    return problems


def _made_problems(
    made_on: date,
    last_day: date | None,
    court: str,
    conditions: str,
    now: datetime,
    *,
    day: str = "made_on",
) -> Problems:
    problems = Problems()
    if made_on > local_day(now):
        problems.add(day, "The day cannot be in the future")
    if last_day is not None and last_day < made_on:
        problems.add("last_day", "The last day cannot be before the order was made")
    problems.filled("court", court, "Name the court", longest=200)
    problems.filled("conditions", conditions, "Say what the order forbids or asks", longest=8000)
    return problems


def _add_terms(
    order: Order, by: Viewer, now: datetime, from_day: date, court: str, conditions: str
) -> None:
    OrderTerms.objects.create(
        order=order,
        from_day=from_day,
        court=court.strip(),
        conditions=conditions.strip(),
        recorded_by_id=by.user_id,
        recorded_at=now,
    )


def _add_made(
    subject: Subject, kind: str, by: Viewer, now: datetime, made_on: date, last_day: date | None
) -> OrderMade:
    return add_first(
        OrderMade,
        subject_id=subject.pk,
        at=day_begins(made_on),
        day_only=True,
        by=by,
        now=now,
        kind=kind,
        until=day_ends(last_day) if last_day else None,
    )
