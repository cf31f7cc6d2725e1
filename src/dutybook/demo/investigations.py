"""Histories of suspects and their bails: referrals that grow, graded late now and then, acted on
mostly within the grade's illustrative target, bail with segments that nobody checked."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from dutybook.demo import names
from dutybook.demo.histories import DAY, LOCAL, DemoSubject, Setting, lateness

GRADES = ("low", "medium", "high", "very_high")
GRADE_MIX = (34, 38, 21, 7)
TARGET_DAYS = {"low": 30, "medium": 14, "high": 7, "very_high": 1}  # illustrative


def investigations(
    setting: Setting, *, how_many: int, teams: dict[int, list[int]]
) -> Iterator[tuple[DemoSubject, DemoSubject | None]]:
    """Yield each suspect with the bail, if there was one. Referrals grow through the period."""
    span = setting.now - setting.begins
    for number in range(1, how_many + 1):
        received = setting.begins + span * setting.chance.random() ** 0.7
        suspect = _suspect(setting, number, teams)
        yield suspect, _investigate(setting, suspect, received)


def _suspect(setting: Setting, number: int, teams: dict[int, list[int]]) -> DemoSubject:
    chance = setting.chance
    team = chance.choice(list(teams))
    return DemoSubject(
        kind="suspect",
        record={
            "reference": f"DEMO-S{number:06d}",
            "name": names.person(chance) if setting.happens(0.9) else "",
            "date_of_birth": date(chance.randrange(1950, 2010), chance.randrange(1, 13), 15)
            if setting.happens(0.85)
            else None,
        },
        team=team,
        owner=None if setting.happens(0.01) else chance.choice(teams[team]),
        restricted=setting.happens(0.01),
    )


def _investigate(setting: Setting, suspect: DemoSubject, received: datetime) -> DemoSubject | None:
    chance = setting.chance
    first = setting.add(suspect, "referral", received, recorded_at=received + DAY * chance.random())
    if first is None:
        return None
    setting.add(suspect, "allocation", received, recorded_at=first.recorded_at)
    grade = chance.choices(GRADES, GRADE_MIX)[0]
    if setting.happens(0.97):
        graded = received + DAY * chance.expovariate(1 / 1.5)
        setting.add(suspect, "grade", graded, recorded_at=graded + DAY * 0.1, level=grade)
    if setting.happens(0.06):  # research found nothing to act on
        ended = received + DAY * chance.uniform(3, 40)
        setting.add(suspect, "investigation_end", ended, state="ended")
        return None
    acted = received + timedelta(days=TARGET_DAYS[grade] * lateness(chance) * 0.95)
    kind = chance.choices(("arrest", "voluntary_attendance", "safeguarding_visit"), (62, 33, 5))[0]
    done = setting.add(suspect, "enforcement", acted, kind=kind)
    bail = None
    if done and kind == "arrest" and setting.happens(0.72):
        bail = _bail(setting, suspect, acted)
    ended = acted + DAY * chance.uniform(120, 700)
    setting.add(suspect, "investigation_end", ended, state="ended")
    return bail


def _bail(setting: Setting, suspect: DemoSubject, arrested: datetime) -> DemoSubject:
    """Three months from the day after arrest, then extensions of three, until charge or release."""
    bail = DemoSubject(
        kind="bail",
        record={"arrested_on": arrested.astimezone(LOCAL).date()},
        team=suspect.team,
        owner=suspect.owner,
        restricted=suspect.restricted,
    )
    setting.add(bail, "allocation", arrested, recorded_at=arrested + DAY)
    starts = arrested.astimezone(LOCAL).date() + DAY
    conditional = setting.happens(0.9)
    segments = setting.chance.choices((1, 2, 3, 4), (35, 35, 20, 10))[0]
    for number in range(segments):
        ends = _last_day_of_three_months(starts)
        granted = arrested if number == 0 else _at(starts) - DAY
        made = setting.add(
            bail,
            "bail_segment",
            _at(starts),
            recorded_at=max(_at(starts), granted + DAY * setting.chance.random()),
            until=_at(ends + DAY) - timedelta(microseconds=1),
            conditional=conditional,
            conditions="No unsupervised contact with anyone under 18." if conditional else "",
        )
        if made is None:
            return bail
        cut_short = number == segments - 1 and setting.happens(0.4)
        stops = setting.between(_at(starts) + 10 * DAY, _at(ends)) if cut_short else _at(ends)
        _check(setting, bail, _at(starts), stops)
        if cut_short:
            setting.add(
                bail,
                "bail_end",
                stops,
                recorded_at=stops + DAY * setting.chance.random(),
                reason=setting.chance.choice(("charged", "no_further_action")),
            )
        starts = ends + DAY
    return bail


def _check(setting: Setting, bail: DemoSubject, starts: datetime, stops: datetime) -> None:
    """One segment in four is not checked at all."""
    if setting.happens(0.25):
        return
    for _ in range(setting.chance.choices((1, 2, 3), (60, 30, 10))[0]):
        setting.add(
            bail,
            "bail_check",
            setting.between(starts, stops),
            proactive=not setting.happens(0.06),
            method=setting.chance.choice(("visit", "telephone", "with the victim's family")),
        )


def _at(day: date) -> datetime:
    """The first instant of a local day."""
    return datetime.combine(day, time(), LOCAL).astimezone(UTC)


def _last_day_of_three_months(starts: date) -> date:
    """A period of months beginning with a day ends on the day before its number comes again, or
    with the month's last day where that month has no such number."""
    month = starts.month + 3
    year, month = starts.year + (month - 1) // 12, (month - 1) % 12 + 1
    try:
        return date(year, month, starts.day) - DAY
    except ValueError:
        following = date(year + month // 12, month % 12 + 1, 1)
        return following - DAY
