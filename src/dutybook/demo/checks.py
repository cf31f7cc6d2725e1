"""Searches of databases, decisions to authorise assessed, reactive management, and those not found.

Added to each offender's history with dice of its own, so that the rest of the demonstration stays
what it was. Rates are illustrative: most work is done in time, some late, some never.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from dutybook.demo.histories import DAY, DemoFact, DemoSubject, Setting, lateness

YEAR = 365 * DAY
CONDITIONS = ("assessed_low", "no_offending", "no_notice", "monitored")
PLACE = "The address last notified"


def add_checks(setting: Setting, subject: DemoSubject) -> None:
    """Add to one offender what the other parts of his history call for."""
    registered = next((fact.at for fact in _of(subject, "registration")), None)
    if registered is None:  # not keyed yet
        return
    for system in ("pnd", "pnc"):
        _search_yearly(setting, subject, system, registered)
    for leave in list(_of(subject, "visit_authorisation")):
        _assess_leave(setting, subject, leave)
    for change in list(_of(subject, "management")):
        if change.values["state"] == "reactive":
            _evidence(setting, subject, change.at)
    for change in list(_of(subject, "arms_applicability")):
        if change.values["state"] == "other_tool":
            _assess_otherwise(setting, subject, change.at)
    if setting.happens(0.012):
        _cannot_be_found(setting, subject)


def _of(subject: DemoSubject, table: str) -> Iterator[DemoFact]:
    return (fact for fact in subject.facts if fact.table == table)


def _search_yearly(
    setting: Setting, subject: DemoSubject, system: str, registered: datetime
) -> None:
    at = registered + DAY * setting.chance.uniform(2, 40)
    while at < setting.now:
        made = setting.add(
            subject,
            "database_check",
            setting.moment(at.date()),
            system=system,
            result=setting.chance.choice(("Nothing new", "One entry, known here", "Two entries")),
        )
        if made and setting.happens(0.93):
            read = made.recorded_at + DAY * setting.chance.uniform(0.05, 18)
            effect = setting.chance.choices(
                ("none", "plan_changed", "risk_raised", "risk_lowered"), (88, 8, 3, 1)
            )[0]
            setting.add(
                subject,
                "database_assessment",
                read,
                recorded_at=read + timedelta(minutes=10),
                of_fact=made.number,
                system=system,
                effect=effect,
                assessment="Read against the plan; the manager was told.",
            )
        at += YEAR * lateness(setting.chance)


def _assess_leave(setting: Setting, subject: DemoSubject, leave: DemoFact) -> None:
    if setting.happens(0.15):
        return
    at = leave.recorded_at + DAY * setting.chance.uniform(1, 38)
    setting.add(
        subject,
        "authorisation_assessment",
        at,
        recorded_at=at + timedelta(minutes=5),
        of_fact=leave.number,
        outcome="sound" if setting.happens(0.9) else "not_sound",
        comment="Read beside the visit that followed.",
    )


def _assess_otherwise(setting: Setting, subject: DemoSubject, since: datetime) -> None:
    at = since + DAY * setting.chance.uniform(5, 60)
    while at < setting.now:
        setting.add(
            subject,
            "other_assessment",
            setting.moment(at.date()),
            tool="Another structured tool",
            band=setting.chance.choice(("low", "medium", "high")),
            reason="ARMS is not meant for this person." if setting.happens(0.93) else "",
        )
        at += YEAR * lateness(setting.chance)


def _evidence(setting: Setting, subject: DemoSubject, since: datetime) -> None:
    """Each condition looked at when he became reactive and each year after; some are missed."""
    for condition in CONDITIONS:
        at = since + DAY * setting.chance.uniform(0, 20)
        while at < setting.now and setting.happens(0.92):
            setting.add(
                subject,
                "reactive_evidence",
                at,
                condition=condition,
                holds=setting.happens(0.98),
                until=at + YEAR,
                evidence="Read in the record that day.",
            )
            at += YEAR * setting.chance.uniform(0.8, 1.06)
    if setting.happens(0.25):
        at = setting.between(since, setting.now)
        made = setting.add(
            subject,
            "reactive_trigger",
            at,
            kind=setting.chance.choice(("intelligence", "arrest", "change_of_circumstances")),
            note="Reported by a neighbouring force.",
        )
        if made and setting.happens(0.8):
            decided = made.recorded_at + DAY * setting.chance.uniform(0.2, 9)
            setting.add(
                subject,
                "risk_review",
                decided,
                recorded_at=decided + timedelta(minutes=5),
                of_fact=made.number,
                decision="stays_reactive",
                rationale="Looked into; nothing that changes the risk.",
            )


def _cannot_be_found(setting: Setting, subject: DemoSubject) -> None:
    """Two attempts fail, a warrant is considered, and a plan with an owner is reviewed daily."""
    at = setting.now - DAY * setting.chance.uniform(6, 40)
    for failure in ("first", "second"):
        setting.add(
            subject,
            "entry_attempt",
            at,
            recorded_at=at + timedelta(hours=2),
            outcome="not_entered",
            failure=failure,
            place=PLACE,
            grounds="Not seen since the last visit; the risk could not be assessed.",
        )
        at += DAY * setting.chance.uniform(0.8, 2.5)
    if setting.happens(0.7):
        setting.add(
            subject,
            "warrant_decision",
            at,
            recorded_at=at + timedelta(hours=1),
            decision="apply" if setting.happens(0.6) else "do_not_apply",
            rationale="Considered with the inspector after the second attempt.",
        )
    gone = setting.add(
        subject, "whereabouts", at, recorded_at=at, state="not_found", note="Moved out"
    )
    if gone is None or setting.happens(0.15):
        return
    at += DAY * 0.5
    owned = subject.owner is not None
    setting.add(
        subject,
        "missing_plan",
        at,
        recorded_at=at,
        owned=owned,
        steps="Family, employer, custody and hospitals to be asked.",
    )
    while at < setting.now - 2 * DAY:
        at += DAY * setting.chance.uniform(0.7, 1.3)
        setting.add(subject, "missing_review", at, recorded_at=at, done_since="Two places asked.")
