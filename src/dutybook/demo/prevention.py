"""Orders, disclosure and further offences of the invented offenders, with dice of their own.

Rates are illustrative: most is decided in time, some late, some never.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from dutybook.demo.histories import DAY, LOCAL, DemoFact, DemoSubject, Setting, lateness

YEAR = 365 * DAY
COURTS = ("Wealdmoor Crown Court", "Harrow Beck Magistrates' Court")
CONDITIONS = (
    "Not to use a device that can reach the internet unless it keeps its history and is shown to "
    "the police on request.",
    "Not to be alone with a child under 16 without the leave of children's social care.",
    "Not to go within 100 metres of a school or a playground.",
)
CHECKED_EVERY = 91 * DAY
LASTS = {"shpo": (1826, 2557, 3652), "interim_shpo": (90, 120), "sro": (730, 1826)}
"""Days that an order of each kind lasts."""


def add_prevention(setting: Setting, subject: DemoSubject) -> Iterator[DemoSubject]:
    """Add to one offender what was decided to prevent harm; gives the orders against him."""
    registered = next((one.at for one in subject.facts if one.table == "registration"), None)
    if registered is None:  # not keyed yet
        return
    has_order = setting.happens(0.45)
    if setting.happens(0.9):
        _consider(setting, subject, registered, has_order)
    for plan in [one for one in subject.facts if one.table == "risk_plan"]:
        if setting.happens(0.88):
            _decide_disclosure(setting, subject, plan.recorded_at)
    if setting.happens(0.06):
        _ask_disclosure(setting, subject, registered)
    if setting.happens(0.015):
        _offend_again(setting, subject, registered)
    if has_order:
        yield _order(setting, subject, registered)


def _consider(
    setting: Setting, subject: DemoSubject, registered: datetime, has_order: bool
) -> None:
    at = registered + DAY * setting.chance.uniform(3, 75)
    decision = "already_in_force" if has_order else "do_not_apply"
    if not has_order and setting.happens(0.08):
        decision = "apply"
    setting.add(
        subject,
        "order_decision",
        at,
        recorded_at=at + timedelta(minutes=10),
        decision=decision,
        rationale="Read with the plan; the reasons stand there.",
    )


def _decide_disclosure(setting: Setting, subject: DemoSubject, since: datetime) -> None:
    at = since + DAY * setting.chance.uniform(0, 42)
    discloses = setting.happens(0.07)
    setting.add(
        subject,
        "disclosure_decision",
        at,
        recorded_at=at + timedelta(minutes=10),
        decision="disclose" if discloses else "do_not_disclose",
        told="The new partner" if discloses else "",
        rationale="Weighed against what the plan says of contact with children.",
    )


def _ask_disclosure(setting: Setting, subject: DemoSubject, registered: datetime) -> None:
    asked = setting.between(registered, setting.now)
    setting.add(
        subject,
        "disclosure_request",
        asked,
        route=setting.chance.choice(("sarahs_law", "agency")),
        reference=f"DR-{setting.chance.randrange(1000, 9999)}",
        note="Whether he has a record that bears on children.",
    )
    if setting.happens(0.85):
        _decide_disclosure(setting, subject, asked)


def _offend_again(setting: Setting, subject: DemoSubject, registered: datetime) -> None:
    charged = setting.between(registered, setting.now)
    made = setting.add(subject, "further_offence", charged, note="Charged; the case is at court.")
    if made and setting.happens(0.7):
        at = made.recorded_at + DAY * setting.chance.uniform(1, 25)
        setting.add(
            subject,
            "further_offence_review",
            at,
            recorded_at=at + timedelta(minutes=5),
            of_fact=made.number,
            note="An inspector of another unit reads the management.",
        )


def _order(setting: Setting, subject: DemoSubject, registered: datetime) -> DemoSubject:
    """One order from about the registration on, checked, now and then broken, some run out."""
    kind = setting.chance.choices(tuple(LASTS), (80, 12, 8))[0]
    made_day = registered.astimezone(LOCAL).date()
    until = None
    if kind == "interim_shpo" or not setting.happens(0.15):
        last_day = made_day + DAY * setting.chance.choice(LASTS[kind])
        until = datetime.combine(last_day, time(23, 59, 59, 999_999), LOCAL).astimezone(UTC)
    record = {
        "kind": kind,
        "court": setting.chance.choice(COURTS),
        "from_day": made_day,
        "conditions": setting.chance.choice(CONDITIONS),
    }
    order = DemoSubject("order", record, subject.team, subject.owner, subject.restricted)
    begins = datetime.combine(made_day, time(), LOCAL).astimezone(UTC)
    keyed = setting.keyed(begins + DAY)
    setting.add(order, "allocation", begins, recorded_at=keyed)
    for table, values in (
        ("order_made", {"kind": kind, "until": until}),
        ("order_state", {"state": "in_force"}),
    ):
        setting.add(order, table, begins, recorded_at=keyed, day_only=True, **values)
    ends = min(until or setting.now, setting.now)
    at = begins + CHECKED_EVERY * lateness(setting.chance)
    while at < ends:
        setting.add(
            order,
            "order_check",
            setting.moment(at.date()),
            method=setting.chance.choice(("Devices looked at", "A visit", "Inquiries")),
            findings="Nothing that breaks a condition.",
        )
        at += CHECKED_EVERY * lateness(setting.chance)
    if until is not None and until < setting.now + 200 * DAY and setting.happens(0.7):
        decided = until - DAY * setting.chance.uniform(-10, 90)
        setting.add(
            order,
            "order_end_decision",
            decided,
            recorded_at=decided + timedelta(minutes=5),
            decision="renew" if setting.happens(0.2) else "let_it_end",
            rationale="Weighed with the plan.",
        )
    if until is not None and until < setting.now:
        after = until + timedelta(microseconds=1)
        setting.add(order, "order_state", after, state="ended", reason="It ran out.")
    if setting.happens(0.08):
        _break(setting, order, begins, ends)
    return order


def _break(setting: Setting, order: DemoSubject, begins: datetime, ends: datetime) -> None:
    made: DemoFact | None = setting.add(
        order, "order_breach", setting.between(begins, ends), note="A second telephone was found."
    )
    if made and setting.happens(0.85):
        at = made.recorded_at + DAY * setting.chance.uniform(0.1, 6)
        setting.add(
            order,
            "order_breach_decision",
            at,
            recorded_at=at + timedelta(minutes=5),
            of_fact=made.number,
            decision=setting.chance.choice(("arrest", "charge", "no_action")),
            rationale="Decided with the sergeant.",
        )
