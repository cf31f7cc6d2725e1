"""Which allowance the force's settings and the subject's plan give (R2, readings g, h, i)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tests.oracle.clock import Instant, Unit, due_after
from tests.oracle.history import History, Level, PlanFact, PolicyFact, Setting


@dataclass(frozen=True)
class Part:
    """So much of a unit, as set by one policy or by the subject's plan."""

    amount: int
    unit: Unit
    policy: int | None = None
    plan: int | None = None


@dataclass(frozen=True)
class Allowance:
    """The plan's or the force's interval, and the ceiling; the shorter counts."""

    parts: tuple[Part, ...]

    def due(self, counted_from: Instant, holidays: Collection[date]) -> tuple[Instant, Part]:
        """When it ends, and the part that says so: which is shorter is decided by date."""
        ends = [(due_after(counted_from, p.amount, p.unit, holidays), p) for p in self.parts]
        return min(ends, key=lambda one: one[0])


class Settings:
    """The policies and the plan taken so far, in the order they came into force."""

    def __init__(self, history: History, holidays: Collection[date]) -> None:
        self.history = history
        self.holidays = holidays
        self.policies: list[PolicyFact] = []
        self.plan: PlanFact | None = None

    def take(self, fact: PolicyFact | PlanFact) -> None:
        if isinstance(fact, PlanFact):
            self.plan = fact
        else:
            self.policies.append(fact)

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

    def allowance(self, first: bool, level: Level | None, team: int | None) -> Allowance | None:
        """The first allowance, or the subject's plan, or else the next; and the ceiling."""
        if first and self.history.has_first:
            usual = part_of(self.in_force(Setting.FIRST, level, team))
        elif self.plan is not None and self.plan.amount is not None:
            usual = part_of(self.plan)
        else:
            usual = part_of(self.in_force(Setting.NEXT, level, team))
        ceiling = None
        if self.history.has_ceiling:
            ceiling = part_of(self.in_force(Setting.CEILING, level, team))
        parts = tuple(part for part in (usual, ceiling) if part is not None)
        return Allowance(parts) if parts else None


def part_of(setting: PolicyFact | PlanFact | None) -> Part | None:
    if setting is None or setting.amount is None:
        return None
    if isinstance(setting, PlanFact):
        return Part(setting.amount, setting.unit, plan=setting.fact_id)
    return Part(setting.amount, setting.unit, policy=setting.fact_id)
