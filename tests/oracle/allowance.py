"""Which allowance the force's settings and the subject's plan give (R2, readings g, h, i)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tests.oracle.clock import Instant, Unit, due_after
from tests.oracle.history import History, LawFigure, Level, PlanFact, PolicyFact, Setting


@dataclass(frozen=True)
class Part:
    """So much of a unit, as set by one policy, by the subject's plan or by law; or an instant
    that the fact `plan` has `named`.
    """

    amount: int
    unit: Unit
    policy: int | None = None
    plan: int | None = None
    named: Instant | None = None

    def ends(self, counted_from: Instant, holidays: Collection[date]) -> Instant:
        if self.named is not None:
            return self.named
        return due_after(counted_from, self.amount, self.unit, holidays)


AT_ONCE = Part(0, Unit.HOURS)


@dataclass(frozen=True)
class Allowance:
    """The plan's or the force's interval, and the ceiling; the shorter counts."""

    parts: tuple[Part, ...]

    def due(self, counted_from: Instant, holidays: Collection[date]) -> Instant:
        """When it ends: which part is shorter is decided by date."""
        return min(part.ends(counted_from, holidays) for part in self.parts)


class Settings:
    """The policies and the plan taken so far, in the order they came into force."""

    def __init__(self, history: History, holidays: Collection[date]) -> None:
        self.history = history
        self.holidays = holidays
        self.policies: list[PolicyFact] = []
        self.law: dict[Setting, LawFigure] = {}
        self.plan: PlanFact | None = None

    def take(self, fact: PolicyFact | PlanFact | LawFigure) -> None:
        if isinstance(fact, PlanFact):
            self.plan = fact
        elif isinstance(fact, LawFigure):
            self.law[fact.setting] = fact
        else:
            self.policies.append(fact)

    def part(self, setting: Setting, level: Level | None, team: int | None) -> Part | None:
        """What the law says where it says anything, at any time; else what the force has set."""
        if any(figure.setting is setting for figure in self.history.law):
            figure = self.law.get(setting)
            return None if figure is None else Part(figure.amount, figure.unit)
        return part_of(self.in_force(setting, level, team))

    def in_force(
        self, setting: Setting, level: Level | None, team: int | None
    ) -> PolicyFact | None:
        """The latest setting; one for this team and level goes before one for all."""
        for for_team in (team, None):
            for for_level in (level, None):
                wanted = (setting, for_level, for_team)
                fitting = [p for p in self.policies if (p.setting, p.level, p.team) == wanted]
                if fitting:
                    return fitting[-1]
        return None

    def allowance(
        self, first: bool, named: Part | None, level: Level | None, team: int | None
    ) -> Allowance | None:
        """A date that is named, the first allowance, the subject's plan, or else the next; and
        the ceiling."""
        if not self.history.has_allowance:
            return Allowance((AT_ONCE,))
        if named is not None:
            usual: Part | None = named
        elif first and self.history.has_first:
            usual = self.part(Setting.FIRST, level, team)
        elif self.plan is not None and self.plan.amount is not None:
            usual = part_of(self.plan)
        else:
            usual = self.part(Setting.NEXT, level, team)
        ceiling = self.part(Setting.CEILING, level, team) if self.history.has_ceiling else None
        parts = tuple(part for part in (usual, ceiling) if part is not None)
        return Allowance(parts) if parts else None


def part_of(setting: PolicyFact | PlanFact | None) -> Part | None:
    if setting is None or setting.amount is None:
        return None
    if isinstance(setting, PlanFact):
        return Part(setting.amount, setting.unit, plan=setting.fact_id)
    return Part(setting.amount, setting.unit, policy=setting.fact_id)
