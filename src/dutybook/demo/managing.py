"""What changes the risk of the invented offenders, what is to be done, with whom; children at risk.

With dice of their own, so that the rest of the demonstration stays what it was. Rates are
illustrative: most is done in time, some late, some never.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from dutybook.demo.histories import DAY, LOCAL, DemoFact, DemoSubject, Setting, lateness

SINCE_DAYS = 540
"""Work of this kind is kept from a year and a half ago on."""

CHANGES = (
    ("intelligence", "A neighbouring force reports him near a playground."),
    ("change_of_circumstances", "He lost his work."),
    ("child_contact", "A new partner has a child of six."),
    ("arrest", "Arrested for theft."),
)
TO_DO = (
    ("See the new partner", "police"),
    ("Look through the telephone", "police"),
    ("Offer a place on the programme", "probation"),
    ("Find a room away from the school", "housing"),
    ("See the psychologist", "health"),
)
ASKED = (
    "Is the address proposed for release safe?",
    "Can a visit be made together?",
    "What does the police hold about the partner?",
)
CHILDREN = (
    ("The younger child of the new partner", "Lives with the new partner"),
    ("A nephew of about nine", "The brother's household"),
    ("A child from the chat, first name Rowan", "Contact through a game"),
)
MONITORED_EVERY = 7 * DAY


def add_managing(setting: Setting, subject: DemoSubject) -> Iterator[DemoSubject]:
    """Add to one offender the work of managing the risk; gives the children at risk from him."""
    registered = next((one.at for one in subject.facts if one.table == "registration"), None)
    if registered is None:  # not keyed yet
        return
    since = max(registered, setting.now - SINCE_DAYS * DAY)
    high = any(one.values.get("level") in ("high", "very_high") for one in subject.facts)
    if setting.happens(0.3 if high else 0.12):
        _change(setting, subject, since)
    for plan in [one for one in subject.facts if one.table == "risk_plan" and one.at >= since]:
        if setting.happens(0.6):
            _action(setting, subject, plan.at)
    if high and setting.happens(0.2):
        _meet(setting, subject, since)
    if setting.happens(0.08):
        _ask(setting, subject, since)
    if setting.happens(0.03):
        _monitor(setting, subject)
    if setting.happens(0.03):
        yield _child(setting, subject, since)


def _change(setting: Setting, subject: DemoSubject, since: datetime) -> None:
    kind, note = setting.chance.choice(CHANGES)
    made = setting.add(
        subject, "risk_trigger", setting.between(since, setting.now), kind=kind, note=note
    )
    if made and setting.happens(0.85):
        decided = made.recorded_at + DAY * setting.chance.uniform(0.2, 12)
        setting.add(
            subject,
            "risk_trigger_decision",
            decided,
            recorded_at=decided + timedelta(minutes=5),
            of_fact=made.number,
            decision="level_stays",
            rationale="Read with the plan; what was known already covers it.",
        )


def _action(setting: Setting, subject: DemoSubject, agreed: datetime) -> None:
    what, whose = setting.chance.choice(TO_DO)
    last_day = (agreed + DAY * setting.chance.uniform(10, 90)).astimezone(LOCAL).date()
    due = datetime.combine(last_day, time(23, 59, 59, 999_999), LOCAL).astimezone(UTC)
    made = setting.add(
        subject,
        "plan_action",
        agreed,
        what=what,
        agreed_in="plan",
        done_by_whom=whose,
        due=due,
    )
    ended = agreed + (due - agreed) * lateness(setting.chance)
    if made and setting.happens(0.93):
        setting.add(
            subject,
            "plan_action_end",
            max(ended, made.recorded_at + DAY * 0.1),
            recorded_at=max(ended, made.recorded_at + DAY * 0.1),
            of_fact=made.number,
            outcome="done" if setting.happens(0.9) else "not_needed",
            rationale="As agreed; noted in the plan.",
        )


def _meet(setting: Setting, subject: DemoSubject, since: datetime) -> None:
    level = setting.chance.choices(("level_2", "level_3"), (90, 10))[0]
    begun = setting.between(since, setting.now)
    setting.add(
        subject, "mappa_level", begun, state=level, category=1, lead="The police, inspector"
    )
    at = begun + 20 * DAY * lateness(setting.chance)
    while at < setting.now:
        reference = f"MM-{setting.chance.randrange(1000, 9999)}"
        setting.add(subject, "mappa_meeting", setting.moment(at.date()), minutes_at=reference)
        at += 112 * DAY * lateness(setting.chance)


def _ask(setting: Setting, subject: DemoSubject, since: datetime) -> None:
    made: DemoFact | None = setting.add(
        subject,
        "joint_request",
        setting.between(since, setting.now),
        direction=setting.chance.choice(("to_us", "from_us")),
        partner="probation",
        who="Probation officer",
        note=setting.chance.choice(ASKED),
    )
    if made and setting.happens(0.8):
        at = made.recorded_at + DAY * setting.chance.uniform(0.5, 9)
        setting.add(
            subject,
            "joint_answer",
            at,
            recorded_at=at,
            of_fact=made.number,
            answer="Answered by telephone, and by letter the same day.",
        )


def _monitor(setting: Setting, subject: DemoSubject) -> None:
    at = setting.now - DAY * setting.chance.uniform(30, 200)
    setting.add(
        subject, "monitoring", at, state="monitored", note="Telephone and tablet, by the order."
    )
    at += MONITORED_EVERY * lateness(setting.chance)
    while at < setting.now:
        setting.add(
            subject,
            "monitoring_check",
            setting.moment(at.date()),
            concern=False,
            findings="Nothing that breaks a condition.",
        )
        at += MONITORED_EVERY * lateness(setting.chance)


def _child(setting: Setting, subject: DemoSubject, since: datetime) -> DemoSubject:
    """One child, known from some moment; mostly decided in hours, told and answered, not always."""
    known_as, relation = setting.chance.choice(CHILDREN)
    record = {"known_as": known_as, "relation": relation}
    child = DemoSubject("child", record, subject.team, subject.owner, subject.restricted)
    at = setting.between(since, setting.now)
    setting.add(child, "allocation", at, recorded_at=at)
    known = setting.add(
        child,
        "child_at_risk",
        at,
        recorded_at=at,
        learnt_from=setting.chance.choice(("A visit", "Intelligence", "The school")),
        note="He is alone with the child at times.",
    )
    if known is None or not setting.happens(0.93):
        return child
    tells = setting.happens(0.8)
    at += timedelta(hours=setting.chance.uniform(0.5, 9))
    decided = setting.add(
        child,
        "safeguarding_decision",
        at,
        recorded_at=at,
        of_fact=known.number,
        decision="tell_social_care" if tells else "no_further_action",
        rationale="Weighed with what is known of him and of the household.",
    )
    if decided is None or not tells or not setting.happens(0.95):
        return child
    at += timedelta(hours=setting.chance.uniform(0.2, 30))
    told = setting.add(
        child,
        "social_care_told",
        at,
        recorded_at=at,
        of_fact=decided.number,
        told="The duty team, by telephone",
    )
    if told is not None and setting.happens(0.8):
        at += DAY * setting.chance.uniform(0.3, 5)
        setting.add(
            child,
            "social_care_answer",
            at,
            recorded_at=at,
            of_fact=told.number,
            answer="They visit and will say what follows.",
        )
    return child
