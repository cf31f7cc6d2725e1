"""What the demonstration's offenders notified, and what they did not. Rates are illustrative."""

from datetime import datetime, timedelta

from dutybook.demo.histories import DAY, DemoSubject, Setting

YEAR = 365 * DAY
CHANGES = ("home_address", "name", "bank_or_cards", "identity_document", "other_premises")


def add_notifications(setting: Setting, subject: DemoSubject) -> None:
    """Add the relevant date, yearly notifications, changes, travel and a few breaches."""
    begun = next((fact.at for fact in subject.facts if fact.table == "registration"), None)
    if begun is None:  # not keyed yet
        return
    _matter(setting, subject, begun)
    _notified(setting, subject, begun + DAY * setting.chance.uniform(0.1, 2.4), "initial")
    at = begun + YEAR * setting.chance.uniform(0.8, 0.99)
    while at < setting.now:
        _notified(setting, subject, at, "periodic")
        late = setting.happens(0.05)
        at += YEAR * (setting.chance.uniform(1.01, 1.3) if late else setting.chance.uniform(0.8, 1))
        if late:
            _broken(setting, subject, at)
    for _ in range(setting.chance.choice((0, 0, 1, 1, 2))):
        _changed(setting, subject, begun)
    if setting.happens(0.03):
        setting.add(subject, "residence", setting.between(begun, setting.now), state="none")
    if setting.happens(0.15):
        _travelled(setting, subject, begun)


def _matter(setting: Setting, subject: DemoSubject, at: datetime) -> None:
    """How the matter was dealt with; of one in twenty that was not recorded."""
    drawn = setting.chance.random()
    months = None
    if drawn < 0.05:
        disposal = ""
    elif drawn < 0.12:
        disposal = setting.chance.choice(("life", "indeterminate", "hospital_restricted"))
    elif drawn < 0.72:
        disposal = "imprisonment"
        months = setting.chance.choice((4, 6, 9, 16, 24, 30, 36, 60))
    elif drawn < 0.82:
        disposal = "caution"
    else:
        disposal = "other"
    said = "An invented offence, sentenced in court."
    if disposal == "caution":
        said = "An invented offence, cautioned."
    setting.add(subject, "relevant_date", at, matter=said, disposal=disposal, term_months=months)


def _notified(setting: Setting, subject: DemoSubject, at: datetime, kind: str) -> None:
    setting.add(subject, "notification", at, recorded_at=at + timedelta(hours=1), kind=kind)


def _changed(setting: Setting, subject: DemoSubject, begun: datetime) -> None:
    at = setting.between(begun, setting.now)
    kind = setting.chance.choice(CHANGES)
    setting.add(subject, "notifiable_change", at, kind=kind)
    told = at + DAY * setting.chance.uniform(0.1, 3.4)
    details = kind in ("bank_or_cards", "identity_document")
    _notified(setting, subject, told, "details" if details else "change")


def _travelled(setting: Setting, subject: DemoSubject, begun: datetime) -> None:
    at = setting.between(begun, setting.now)
    days = setting.chance.choice((0, 4, 8, 12, 21, None))
    setting.add(subject, "foreign_travel", at, days_notice=days, destination="A holiday abroad")
    back = at + DAY * setting.chance.uniform(4, 15)
    setting.add(subject, "travel_return", back)
    if setting.happens(0.85):
        _notified(setting, subject, back + DAY * setting.chance.uniform(0.2, 3), "travel_return")


def _broken(setting: Setting, subject: DemoSubject, at: datetime) -> None:
    """A yearly notification came late: established, put on the systems, mostly decided."""
    made = setting.add(
        subject, "notification_breach", at, recorded_at=at, note="The yearly notification was late."
    )
    if made is None:
        return
    put = at + timedelta(hours=setting.chance.uniform(1, 40))
    setting.add(
        subject,
        "breach_recorded",
        put,
        recorded_at=put,
        of_fact=made.number,
        systems="Local systems, the national register and the Police National Computer.",
    )
    if setting.happens(0.8):
        decided = at + DAY * setting.chance.uniform(0.5, 20)
        setting.add(
            subject,
            "breach_decision",
            decided,
            recorded_at=decided,
            of_fact=made.number,
            decision=setting.chance.choice(("charge", "arrest", "no_action")),
            rationale="Considered with the sergeant.",
        )
