"""Forces made to cause trouble: few instants, so that much happens at once, and those awkward.

Everything comes from one seed. Instants come from a small pool of awkward days; allowances are
added to them, so that facts also fall exactly on a due date, just before and just after it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.oracle.awkward import (
    ABSENT,
    ALLOWANCES,
    AWKWARD,
    BEGINNING,
    BY_LAW,
    DAY,
    FAR_AHEAD,
    FLOORS,
    HOLIDAYS,
    HOUR,
    LEVELS,
    LONG_BEFORE,
    OWNERS,
    TEAMS,
    Dice,
)
from tests.oracle.clock import Instant, Unit, day_of, due_after
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    Condition,
    EventFact,
    EvidenceEndFact,
    EvidenceFact,
    Fact,
    Form,
    History,
    Holiday,
    LawFigure,
    Level,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    Setting,
    StateFact,
    StoppedFact,
    Stopper,
    SuspensionEndFact,
    SuspensionFact,
    Track,
    TriggerFact,
)


class Generator:
    """One force: the switches of a duty, its policies, and as many subjects as are asked for.

    A force that is well kept has set its policies and knows its levels, so that there are due
    dates to move; in the others much is unknown or unset.
    """

    def __init__(self, seed: int, form: Form) -> None:
        self.dice = dice = Dice(seed)
        paced = form in (Form.ONCE, Form.RECURRING)
        clocked = paced or form is Form.WHILE
        self.frame = History(
            form=form,
            facts=(),
            known_at=FAR_AHEAD,
            has_levels=dice.chance(0.6),
            has_first=form is Form.RECURRING and dice.chance(0.4),
            has_plan=paced and dice.chance(0.3),
            has_ceiling=paced and dice.chance(0.3),
            always=form not in (Form.RECURRING, Form.WHILE) and dice.chance(0.1),
            needs_release=dice.chance(0.5),
            released_before=dice.chance(0.3),
            answers_all=dice.chance(0.2),
            triggers_meet=form is Form.ONCE and dice.chance(0.15),
            one_period=form is Form.EACH_PERIOD and dice.chance(0.5),
            stops=self.stops() if clocked and dice.chance(0.5) else (),
            has_named=paced and dice.chance(0.2),
            conditions=self.conditions() if form is Form.WHILE else (),
            has_allowance=form is not Form.WHILE or dice.chance(0.5),
            looks_back=form is Form.EACH_EVENT and dice.chance(0.5),
        )
        stops = self.frame.stops
        if stops and all(floor for _, floor in stops) and dice.chance(0.6):
            self.frame = replace(self.frame, defers=True)
        self.well_kept = dice.chance(0.6)
        self.pool = sorted(self.dice.random.sample(AWKWARD, 2 + dice.up_to(4)))
        self.next_id = 1
        if dice.chance(0.25):
            self.frame = replace(self.frame, known_at=self.instant())
        if clocked and self.frame.has_allowance and dice.chance(0.3):
            self.frame = replace(self.frame, law=self.law())
        self.holidays = tuple(word for day in HOLIDAYS for word in self.holiday(day))

    def stops(self) -> tuple[tuple[Stopper, tuple[int, Unit] | None], ...]:
        """One kind of stop or both, with a floor or without."""
        kinds = [kind for kind in Stopper if self.dice.chance(0.7)] or [Stopper.STATE]
        return tuple((kind, self.dice.maybe(0.5, self.dice.one_of(FLOORS))) for kind in kinds)

    def conditions(self) -> tuple[Condition, ...]:
        return tuple(c for c in Condition if self.dice.chance(0.6)) or (Condition.DATED,)

    def law(self) -> tuple[LawFigure, ...]:
        """A figure for the allowance or for its ceiling, and perhaps the one that follows it."""
        settings = [Setting.NEXT, *([Setting.CEILING] if self.frame.has_ceiling else [])]
        settings += [Setting.FIRST] if self.frame.has_first else []
        figures = []
        for setting in settings:
            since = day_of(LONG_BEFORE if self.dice.chance(0.7) else self.instant())
            for _ in range(self.dice.up_to(2)):
                amount, unit = self.dice.one_of(BY_LAW)
                figures.append(LawFigure(setting=setting, since=since, amount=amount, unit=unit))
                since = max(day_of(self.instant()), since + timedelta(days=1))
        return tuple(figures)

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
            return at + self.dice.one_of((-1, 1, 2, -DAY, DAY, HOUR, 40 * DAY))
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
            if isinstance(changed, EvidenceFact) and changed.of is not None:
                changed = replace(changed, of=new[changed.of])
            result.append(changed)
        return result

    # The force's policies

    def policies(self) -> list[Fact]:
        if self.frame.form is Form.EACH_PERIOD:
            return []
        if self.frame.form is Form.EACH_EVENT:
            ranks = [self.rank_needed() for _ in range(1 + self.dice.up_to(2))]
            return self.renumbered([*ranks, *self.windows()])
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

    def windows(self) -> list[Fact]:
        """How old what came before may be, by level and team or for all; now and then unset."""
        found: list[Fact] = []
        for _ in range(1 + self.dice.up_to(3) if self.frame.looks_back else 0):
            amount, unit = self.dice.one_of(ALLOWANCES)
            level = self.dice.maybe(0.3, self.level()) if self.frame.has_levels else None
            team = self.dice.maybe(0.2, self.dice.one_of(TEAMS))
            at = LONG_BEFORE if self.dice.chance(0.7) else self.instant()
            cells: dict[str, Any] = {"amount": self.dice.maybe(0.9, amount), "unit": unit}
            cells |= {"level": level, "team": team, "setting": Setting.WINDOW}
            found.append(self.make(PolicyFact, at, **cells))
        return found

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
            Form.WHILE: [EvidenceFact, EvidenceFact, EvidenceFact, EvidenceEndFact],
        }
        kinds = [StateFact, AllocationFact, *by_form[self.frame.form]]
        kinds += [MeetingFact, MeetingFact] if self.frame.looks_back else []
        kinds += [LevelFact] * (4 if self.well_kept else 2) if self.frame.has_levels else []
        kinds += [PlanFact] if self.frame.has_plan else []
        stoppers = [stopper for stopper, _ in self.frame.stops]
        kinds += [StoppedFact] * 3 if Stopper.STATE in stoppers else []
        if Stopper.PERIOD in stoppers:
            kinds += [SuspensionFact, SuspensionFact, SuspensionEndFact]
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
            cells = {"qualifies": dice.chance(0.85), "other_kind": dice.chance(0.2)}
            cells["due"] = self.named_due()
            if named and dice.chance(0.4 if once else 0.1):
                cells["answers"] = dice.one_of([*named, *named, ABSENT])
        elif kind is TriggerFact:
            cells = {"due": self.named_due()}
        elif kind is StoppedFact:
            cells = {"holds": dice.chance(0.6)}
        elif kind is SuspensionFact:
            cells = {"until": dice.maybe(0.8, self.instant())}
            cells["counts"] = dice.one_of((True, True, True, False, None))
        elif kind is EvidenceFact:
            named = [one.fact_id for one in facts if isinstance(one, StateFact)]
            condition = dice.one_of(self.frame.conditions)
            expires = self.instant() if dice.chance(0.5) else self.instant() + 40 * DAY
            cells = {"condition": condition, "expires": dice.maybe(0.85, expires)}
            cells["of"] = dice.maybe(0.15, dice.one_of([*named, *named, ABSENT]))
            cells["other_kind"] = dice.chance(0.2)
        elif kind is EvidenceEndFact:
            cells = {"condition": dice.one_of(self.frame.conditions)}
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

    def named_due(self) -> Instant | None:
        """A date that a fact may name, which now and then is the end of a day."""
        return self.dice.maybe(0.6, self.instant()) if self.frame.has_named else None

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
            case StateFact() | StoppedFact():
                return replace(fact, holds=not fact.holds)
            case SuspensionFact():
                return replace(fact, counts=dice.one_of((True, False, None)))
            case EvidenceFact():
                return replace(fact, expires=dice.maybe(0.8, self.instant()))
            case PeriodFact():
                until = max(fact.at, self.instant())
                return replace(fact, until=dice.maybe(0.8, until))
            case AuthorisationFact():
                return replace(fact, rank=dice.one_of((1, 2, 3, None)))
        return replace(fact, day_only=not fact.day_only and not isinstance(fact, PolicyFact))


def a_force(seed: int, form: Form, subjects: int) -> list[History]:
    return Generator(seed, form).force(subjects)
