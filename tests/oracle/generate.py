"""Forces made to cause trouble: few instants, so that much happens at once, and those awkward.

Everything comes from one seed. Instants come from a small pool of awkward days; allowances are
added to them, so that facts also fall exactly on a due date, just before and just after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any, TypeVar

from tests.oracle.clock import Instant, Unit, due_after, last_instant, local
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    EventFact,
    Fact,
    Form,
    History,
    Holiday,
    Level,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    Setting,
    StateFact,
    Track,
    TriggerFact,
)

T = TypeVar("T")

HOUR = 3_600_000_000
DAY = 24 * HOUR
BEGINNING = local(2027, 9, 1)
LONG_BEFORE = local(2027, 6, 1)
FAR_AHEAD = local(2040, 1, 1)
ABSENT = 99_999_999
"""The identity of a fact that is nowhere."""

AWKWARD: Sequence[Instant] = (
    BEGINNING,
    local(2027, 10, 31, 1, 30),  # the hour that comes twice
    local(2027, 11, 30, 12),
    last_instant(date(2027, 11, 30)),
    local(2027, 12, 1),
    local(2027, 12, 24, 17),  # before a weekend and holidays
    local(2028, 1, 31, 9),
    local(2028, 2, 29),
    local(2028, 2, 29, 12),
    last_instant(date(2028, 2, 29)),
    local(2028, 3, 26, 1, 30),  # the hour that is not there
    local(2028, 3, 31, 12),
    last_instant(date(2028, 3, 31)),
    local(2028, 4, 1),
    local(2028, 5, 31, 23, 59),
    local(2028, 8, 31, 10),
    local(2028, 10, 29, 0, 30),  # the long day
    local(2029, 2, 28, 12),
)
HOLIDAYS = (
    date(2027, 12, 27),
    date(2027, 12, 28),
    date(2028, 1, 3),
    date(2028, 4, 14),
    date(2028, 6, 1),
    date(2028, 8, 28),
)
ALLOWANCES: Sequence[tuple[int, Unit]] = (
    (0, Unit.HOURS),
    (1, Unit.HOURS),
    (24, Unit.HOURS),
    (72, Unit.HOURS),
    (0, Unit.DAYS),
    (1, Unit.DAYS),
    (28, Unit.DAYS),
    (91, Unit.DAYS),
    (1, Unit.WORKING_DAYS),
    (3, Unit.WORKING_DAYS),
    (10, Unit.WORKING_DAYS),
    (1, Unit.MONTHS),
    (3, Unit.MONTHS),
    (6, Unit.MONTHS),
    (12, Unit.MONTHS),
    (1, Unit.DAYS_BEGINNING_WITH),
    (3, Unit.DAYS_BEGINNING_WITH),
    (28, Unit.DAYS_BEGINNING_WITH),
)
TEAMS = (11, 12)
OWNERS = (21, 22)
LEVELS = (*Level, None)


class Dice:
    """One seed's choices."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def one_of(self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)

    def up_to(self, most: int) -> int:
        return self.random.randint(0, most)

    def maybe(self, share: float, value: T) -> T | None:
        return value if self.chance(share) else None


class Generator:
    """One force: the switches of a duty, its policies, and as many subjects as are asked for.

    A force that is well kept has set its policies and knows its levels, so that there are due
    dates to move; in the others much is unknown or unset.
    """

    def __init__(self, seed: int, form: Form) -> None:
        self.dice = dice = Dice(seed)
        paced = form in (Form.ONCE, Form.RECURRING)
        self.frame = History(
            form=form,
            facts=(),
            known_at=FAR_AHEAD,
            has_levels=dice.chance(0.6),
            has_first=form is Form.RECURRING and dice.chance(0.4),
            has_plan=paced and dice.chance(0.3),
            has_ceiling=paced and dice.chance(0.3),
            always=form is not Form.RECURRING and dice.chance(0.1),
            needs_release=dice.chance(0.5),
            released_before=dice.chance(0.3),
            answers_all=dice.chance(0.2),
            triggers_meet=form is Form.ONCE and dice.chance(0.15),
            one_period=form is Form.EACH_PERIOD and dice.chance(0.5),
        )
        self.well_kept = dice.chance(0.6)
        self.pool = sorted(self.dice.random.sample(AWKWARD, 2 + dice.up_to(4)))
        self.next_id = 1
        if dice.chance(0.25):
            self.frame = replace(self.frame, known_at=self.instant())
        self.holidays = tuple(word for day in HOLIDAYS for word in self.holiday(day))

    def holiday(self, day: date) -> list[Holiday]:
        """Known from the beginning, or announced later; now and then taken back."""
        told = self.instant() if self.dice.chance(0.2) else BEGINNING
        words = [Holiday(day=day, recorded_at=told)]
        if self.dice.chance(0.1):
            words.append(Holiday(day=day, recorded_at=told + 30 * DAY, withdrawn=True))
        return words

    def force(self, subjects: int) -> list[History]:
        """Histories of that many subjects, all under the same policies."""
        policies = [version for fact in self.policies() for version in self.keyed(fact)]
        made = []
        for _ in range(subjects):
            facts = [version for fact in self.subject() for version in self.keyed(fact)]
            made.append(replace(self.frame, holidays=self.holidays, facts=(*policies, *facts)))
        return made

    # Instants and identities

    def instant(self) -> Instant:
        at = self.dice.one_of(self.pool)
        kind = self.dice.random.random()
        if kind < 0.5:
            return at
        if kind < 0.75:
            return at + self.dice.one_of((-1, 1, -DAY, DAY, HOUR, 40 * DAY))
        return due_after(at, *self.dice.one_of(ALLOWANCES), HOLIDAYS) + self.dice.one_of((0, 0, 1))

    def make(self, kind: type[Fact], at: Instant, **cells: Any) -> Fact:
        day_only = kind is not PolicyFact and self.dice.chance(0.15)
        self.next_id += 1
        return kind(fact_id=self.next_id, at=at, recorded_at=at, day_only=day_only, **cells)

    def renumbered(self, facts: list[Fact]) -> list[Fact]:
        """The same identities dealt out anew, so that they do not follow what was made first."""
        ids = [fact.fact_id for fact in facts]
        dealt = ids[:]
        self.dice.random.shuffle(dealt)
        new = dict(zip(ids, dealt, strict=True)) | {ABSENT: ABSENT}
        result = []
        for fact in facts:
            changed = replace(fact, fact_id=new[fact.fact_id])
            if isinstance(changed, AuthorisationFact):
                changed = replace(changed, of=new[changed.of])
            if isinstance(changed, MeetingFact) and changed.answers is not None:
                changed = replace(changed, answers=new[changed.answers])
            result.append(changed)
        return result

    # The force's policies

    def policies(self) -> list[Fact]:
        if self.frame.form is Form.EACH_PERIOD:
            return []
        if self.frame.form is Form.EACH_EVENT:
            return self.renumbered([self.rank_needed() for _ in range(1 + self.dice.up_to(2))])
        found = [self.policy() for _ in range(self.dice.up_to(9))]
        return self.renumbered([*found, *self.standing_policies()])

    def standing_policies(self) -> list[Fact]:
        """A long-standing interval for each level, and another to come."""
        if not self.well_kept:
            return []
        found = []
        for level in Level if self.frame.has_levels else (None,):
            for at in (LONG_BEFORE, self.instant()):
                amount, unit = self.dice.one_of(ALLOWANCES)
                cells = {"amount": amount, "unit": unit, "level": level, "team": None}
                found.append(self.make(PolicyFact, at, setting=Setting.NEXT, **cells))
        return found

    def policy(self) -> Fact:
        settings = [Setting.NEXT] * 3
        settings += [Setting.FIRST] * 2 if self.frame.has_first else []
        settings += [Setting.CEILING] if self.frame.has_ceiling else []
        amount, unit = self.dice.one_of(ALLOWANCES)
        return self.make(
            PolicyFact,
            LONG_BEFORE if self.dice.chance(0.5) else self.instant(),
            setting=self.dice.one_of(settings),
            amount=self.dice.maybe(0.85, amount),
            unit=unit,
            level=self.dice.one_of(LEVELS) if self.frame.has_levels else None,
            team=self.dice.maybe(0.25, self.dice.one_of(TEAMS)),
        )

    def rank_needed(self) -> Fact:
        return self.make(
            PolicyFact,
            LONG_BEFORE if self.dice.chance(0.7) else self.instant(),
            setting=Setting.RANK,
            amount=self.dice.maybe(0.8, self.dice.one_of((1, 2))),
            team=self.dice.maybe(0.2, self.dice.one_of(TEAMS)),
        )

    # One subject's facts

    def subject(self) -> list[Fact]:
        facts = self.beginning()
        kinds = self.kinds()
        for _ in range(self.dice.up_to(120 if self.dice.chance(0.02) else 18)):
            facts.append(self.fact(self.dice.one_of(kinds), facts))
        return self.renumbered(facts)

    def beginning(self) -> list[Fact]:
        """What most subjects begin with: a duty that applies, and a level."""
        facts = []
        for track in list(Track) if self.frame.needs_release else [Track.REGISTERED]:
            if self.dice.chance(0.9):
                at = self.pool[0] if self.dice.chance(0.7) else self.instant()
                facts.append(self.make(StateFact, at, track=track, holds=True))
        if self.frame.has_levels and self.dice.chance(0.6):
            facts.append(self.make(LevelFact, self.pool[0], level=self.level()))
        return facts

    def level(self) -> Level | None:
        if self.well_kept and not self.dice.chance(0.1):
            return self.dice.one_of(list(Level))
        return self.dice.one_of(LEVELS)

    def kinds(self) -> list[type[Fact]]:
        by_form: dict[Form, list[type[Fact]]] = {
            Form.ONCE: [TriggerFact, TriggerFact, MeetingFact, MeetingFact],
            Form.RECURRING: [MeetingFact, MeetingFact],
            Form.EACH_PERIOD: [PeriodFact, PeriodFact, PeriodEndFact, MeetingFact],
            Form.EACH_EVENT: [EventFact, EventFact, AuthorisationFact, AuthorisationFact],
        }
        kinds = [StateFact, AllocationFact, *by_form[self.frame.form]]
        kinds += [LevelFact] * (4 if self.well_kept else 2) if self.frame.has_levels else []
        kinds += [PlanFact] if self.frame.has_plan else []
        return kinds

    def fact(self, kind: type[Fact], facts: list[Fact]) -> Fact:
        dice, at = self.dice, self.instant()
        cells: dict[str, Any] = {}
        if kind is StateFact:
            tracks = list(Track) if self.frame.needs_release else [Track.REGISTERED]
            cells = {"track": dice.one_of(tracks), "holds": dice.chance(0.5)}
        elif kind is AllocationFact:
            cells = {
                "team": dice.maybe(0.8, dice.one_of(TEAMS)),
                "owner": dice.maybe(0.8, dice.one_of(OWNERS)),
            }
        elif kind is LevelFact:
            cells = {"level": self.level()}
        elif kind is PlanFact:
            amount, unit = dice.one_of(ALLOWANCES)
            cells = {"amount": dice.maybe(0.8, amount), "unit": unit}
        elif kind is MeetingFact:
            kinds = (TriggerFact, MeetingFact) if self.frame.triggers_meet else TriggerFact
            once = self.frame.form is Form.ONCE
            named = [one.fact_id for one in facts if not once or isinstance(one, kinds)]
            cells = {"qualifies": dice.chance(0.85)}
            if named and dice.chance(0.4 if once else 0.1):
                cells["answers"] = dice.one_of([*named, *named, ABSENT])
        elif kind is PeriodFact:
            at, until = sorted((at, self.instant()))
            cells = {"until": dice.maybe(0.8, until)}
        elif kind is EventFact:
            cells = {"answer": dice.one_of((True, False, False, None))}
        elif kind is AuthorisationFact:
            named = [fact.fact_id for fact in facts if isinstance(fact, EventFact)]
            cells = {
                "of": dice.one_of([*named, *named, *named, ABSENT]),
                "rank": dice.one_of((1, 2, 2, 3, None)),
                "rationale": dice.one_of((True, True, True, False, None)),
            }
        return self.make(kind, at, **cells)

    # How it was keyed

    def keyed(self, fact: Fact) -> list[Fact]:
        """All versions of a fact: keyed in time or late, perhaps corrected, withdrawn, restored."""
        dice = self.dice
        delay = dice.one_of((DAY, 45 * DAY, 400 * DAY)) if dice.chance(0.3) else 0
        versions = [replace(fact, recorded_at=fact.at + delay)]
        for number in range(2, 2 + (1 + dice.up_to(2) if dice.chance(0.2) else 0)):
            before = versions[-1]
            changed = replace(
                before,
                version=number,
                recorded_at=before.recorded_at + dice.one_of((0, DAY, 60 * DAY)),
                withdrawn=dice.chance(0.3),
            )
            if dice.chance(0.4) and not isinstance(fact, PeriodFact):
                changed = replace(changed, at=self.instant())
            versions.append(self.corrected(changed) if dice.chance(0.4) else changed)
        return versions

    def corrected(self, fact: Fact) -> Fact:
        """A correction may also change what was recorded, not only when."""
        dice = self.dice
        match fact:
            case MeetingFact():
                return replace(fact, qualifies=not fact.qualifies)
            case EventFact():
                return replace(fact, answer=dice.one_of((True, False, None)))
            case LevelFact():
                return replace(fact, level=dice.one_of(LEVELS))
            case StateFact():
                return replace(fact, holds=not fact.holds)
            case PeriodFact():
                until = max(fact.at, self.instant())
                return replace(fact, until=dice.maybe(0.8, until))
            case AuthorisationFact():
                return replace(fact, rank=dice.one_of((1, 2, 3, None)))
        return replace(fact, day_only=not fact.day_only and not isinstance(fact, PolicyFact))


def a_force(seed: int, form: Form, subjects: int) -> list[History]:
    return Generator(seed, form).force(subjects)
