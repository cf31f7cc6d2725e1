"""Histories of offenders: half low, 30% medium, 18% high, 2% very high; about 22% not in the
community; some solo or announced visits, some without leave; reviews mostly within a month."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dutybook.demo import names
from dutybook.demo.histories import DAY, DemoFact, DemoSubject, Setting, lateness

LEVELS = ("low", "medium", "high", "very_high")
LEVEL_MIX = (50, 30, 18, 2)  # the national mix reported in 2016
VISIT_MONTHS = {"low": 12, "medium": 6, "high": 3, "very_high": 1}  # illustrative
MONTH = timedelta(days=30.4)


def offenders(
    setting: Setting, *, how_many: int, teams: dict[int, list[int]]
) -> Iterator[DemoSubject]:
    """Yield each offender whole. `teams` maps a team's place to the places of its managers."""
    chance = setting.chance
    for number in range(1, how_many + 1):
        team = chance.choice(list(teams))
        owner = None if setting.happens(0.008) else chance.choice(teams[team])
        female = setting.happens(0.03)
        subject = DemoSubject(
            kind="offender",
            record={
                "national_register_ref": f"DEMO-R{number:06d}",
                "name": names.person(chance),
                "date_of_birth": date(chance.randrange(1945, 2004), chance.randrange(1, 13), 15),
                "sex": "female" if female else "male",
            },
            team=team,
            owner=owner,
            restricted=setting.happens(0.01),
        )
        _live(setting, subject, female=female)
        yield subject


def _live(setting: Setting, subject: DemoSubject, *, female: bool) -> None:
    """One life under notification: registered, here or in custody, assessed, visited, reviewed."""
    registered = _registration_day(setting)
    level = setting.chance.choices(LEVELS, LEVEL_MIX)[0]
    soon = registered + DAY
    setting.add(subject, "registration", registered, recorded_at=soon, state="registered")
    setting.add(subject, "allocation", registered, recorded_at=soon)
    if not setting.happens(0.01):  # one in a hundred has no level recorded: a finding of its own
        setting.add(subject, "risk_level", registered, recorded_at=soon, level=level, tool="osp")
    state = "other_tool" if female else "applies"
    setting.add(subject, "arms_applicability", registered, recorded_at=soon, state=state)
    setting.add(subject, "management", registered, recorded_at=soon, state="active")
    for begins, ends in _in_community(setting, subject, registered):
        level = _manage(setting, subject, begins, ends, level, assessed=not female)


def _registration_day(setting: Setting) -> datetime:
    """Six in ten were registered before the period; the rest through it, more each year."""
    if setting.happens(0.6):
        return setting.between(setting.begins, setting.begins + 30 * DAY)
    luck = setting.chance.random() ** 0.8
    return setting.begins + (setting.now - setting.begins) * luck


def _in_community(
    setting: Setting, subject: DemoSubject, registered: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Record where he is over time; yield the spells in the community."""
    at, here = registered, not setting.happens(0.25)
    setting.add(
        subject,
        "community_status",
        at,
        recorded_at=at + DAY,
        state="community" if here else "custody",
    )
    while at < setting.now:
        years = setting.chance.expovariate(1 / 5.5 if here else 1 / 1.6)
        until = at + timedelta(days=max(20.0, years * 365))
        if here:
            yield at, min(until, setting.now)
        here = not here
        at = until
        away = setting.chance.choices(("custody", "hospital", "abroad"), (88, 5, 7))[0]
        keyed = at + DAY * setting.chance.uniform(0.1, 3)
        state = "community" if here else away
        setting.add(subject, "community_status", at, recorded_at=keyed, state=state)


def _manage(
    setting: Setting,
    subject: DemoSubject,
    begins: datetime,
    ends: datetime,
    level: str,
    *,
    assessed: bool,
) -> str:
    """One spell in the community; returns the level at its end."""
    if assessed:
        _assess(setting, subject, begins, ends)
    months = VISIT_MONTHS[level]
    if setting.happens(0.2):  # his own plan asks for visits more often than the force's maximum
        months = max(1, months // 2)
    _plan(setting, subject, begins, ends, months)
    if level == "low" and setting.happens(0.18):
        settled = begins + 900 * DAY
        if settled < ends:
            setting.add(subject, "management", settled, state="reactive")
            ends = settled
    _visit(setting, subject, begins, ends, months)
    if setting.happens(0.3):
        level = _neighbour(setting, level)
        changed = setting.between(begins, ends)
        setting.add(subject, "risk_level", changed, level=level, tool="arms")
    return level


def _neighbour(setting: Setting, level: str) -> str:
    """One level up or, more often, down."""
    step = -1 if setting.happens(0.6) else 1
    return LEVELS[min(3, max(0, LEVELS.index(level) + step))]


def _assess(setting: Setting, subject: DemoSubject, begins: datetime, ends: datetime) -> None:
    at = begins + DAY * setting.chance.uniform(5, 60)
    while at < ends:
        day = setting.moment(at.date())
        made = setting.add(
            subject, "arms_assessment", day, priority=setting.chance.choice(LEVELS[:3])
        )
        _review(setting, subject, made, "arms")
        at += 12 * MONTH * lateness(setting.chance)


def _plan(
    setting: Setting, subject: DemoSubject, begins: datetime, ends: datetime, months: int
) -> None:
    """A plan each year, with the visit interval that it sets."""
    at = begins + DAY * setting.chance.uniform(3, 30)
    while at < ends:
        day = setting.moment(at.date())
        made = setting.add(subject, "risk_plan", day)
        if made:
            keyed = made.recorded_at
            setting.add(subject, "visit_plan", day, recorded_at=keyed, amount=months, unit="months")
        _review(setting, subject, made, "plan")
        at += 12 * MONTH * lateness(setting.chance)


def _visit(
    setting: Setting, subject: DemoSubject, begins: datetime, ends: datetime, months: int
) -> None:
    at = begins + DAY * setting.chance.uniform(2, 25)
    while at < ends:
        while setting.happens(0.22) and at < ends:  # nobody in: tried again some days later
            outcome = setting.chance.choices(("no_reply", "not_at_home", "refused"), (70, 25, 5))[0]
            _review(setting, subject, _call(setting, subject, at, outcome), "visit")
            at += DAY * setting.chance.uniform(2, 16)
        if at >= ends:
            break
        _review(setting, subject, _call(setting, subject, at, "seen"), "visit")
        at += months * MONTH * lateness(setting.chance)


def _call(setting: Setting, subject: DemoSubject, at: datetime, outcome: str) -> DemoFact | None:
    """One call at the door: mostly unannounced and in pairs; now and then nobody wrote it down."""
    chance = setting.chance
    announced = None if setting.happens(0.02) else setting.happens(0.06)
    crew = None if setting.happens(0.02) else (1 if setting.happens(0.11) else 2)
    made = setting.add(
        subject,
        "visit",
        setting.moment(at.date(), 7, 21),
        outcome=outcome,
        announced=announced,
        crew=crew,
        second_confirmed=(crew == 2 and setting.happens(0.95)) if crew else None,
    )
    if made and (announced or crew == 1) and setting.happens(0.65):
        hours = -chance.uniform(1, 72) if setting.happens(0.85) else chance.uniform(2, 120)
        setting.add(
            subject,
            "visit_authorisation",
            made.at + timedelta(hours=hours),
            recorded_at=max(made.recorded_at, made.at + timedelta(hours=max(hours, 0))),
            of_fact=made.number,
            rank=chance.choices(("sergeant", "inspector", "constable"), (75, 15, 10))[0],
            rationale="Welfare visit agreed with the sergeant." if setting.happens(0.9) else "",
        )
    return made


def _review(setting: Setting, subject: DemoSubject, of: DemoFact | None, what: str) -> None:
    """A supervisor's review: mostly within a month, one in eight late, one in seventy never."""
    if of is None or setting.happens(0.014):
        return
    days = (
        setting.chance.uniform(31, 120) if setting.happens(0.12) else setting.chance.uniform(1, 27)
    )
    at = max(of.recorded_at, of.at + DAY * days)
    setting.add(
        subject,
        "supervisor_review",
        at,
        recorded_at=at + timedelta(minutes=5),
        of_fact=of.number,
        what=what,
        outcome="sent_back" if setting.happens(0.06) else "agreed",
    )
