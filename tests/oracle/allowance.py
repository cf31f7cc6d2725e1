"""Which allowance the force's settings and the subject's plan give (R2, readings g, h, i)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from tests.oracle.clock import Instant, Unit, due_after
from tests.oracle.history import History, Level, PlanFact, PolicyFact, Setting


@dataclass(frozen=True)
class Allowance:
    """So much of a unit, as set by one policy or by the subject's plan."""

    amount: int
    unit: Unit
    policy: int | None = None
    plan: int | None = None

    def due(self, anchor: Instant, holidays: Collection[date]) -> Instant:
        return due_after(anchor, self.amount, self.unit, holidays)


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

    def allowance(
        self, first: bool, level: Level | None, team: int | None, anchor: Instant
    ) -> Allowance | None:
        """The subject's plan, or else the force's interval; never longer than the ceiling.

        Which of the two is shorter is decided by the dates they give from the anchor.
        """
        if first and self.history.has_first:
            usual = by_policy(self.in_force(Setting.FIRST, level, team))
        elif self.plan is not None and self.plan.amount is not None:
            usual = Allowance(self.plan.amount, self.plan.unit, plan=self.plan.fact_id)
        else:
            usual = by_policy(self.in_force(Setting.NEXT, level, team))
        ceiling = None
        if self.history.has_ceiling:
            ceiling = by_policy(self.in_force(Setting.CEILING, level, team))
        if usual is None or ceiling is None:
            return usual or ceiling
        shorter = ceiling.due(anchor, self.holidays) < usual.due(anchor, self.holidays)
        return ceiling if shorter else usual


def by_policy(setting: PolicyFact | None) -> Allowance | None:
    if setting is None or setting.amount is None:
        return None
    return Allowance(setting.amount, setting.unit, policy=setting.fact_id)
