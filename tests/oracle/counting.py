"""A due date as it is counted: its parts, the floor under it, and how a stop moves them (R5)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.oracle.allowance import Allowance, Part
from tests.oracle.clock import (
    Instant,
    Unit,
    add_working_days,
    day_of,
    due_after,
    last_instant,
    midnights,
)


@dataclass(frozen=True)
class Limb:
    """One part of a due date. `unit` says how a stop moves it; `part` what stands behind it."""

    at: Instant
    unit: Unit
    part: Part | None = None

    def moved(self, begin: Instant, until: Instant, holidays: Collection[date]) -> Limb:
        """After a stop, or a stretch of one: hours exactly, days by the midnights in it."""
        if self.unit is Unit.HOURS:
            return replace(self, at=self.at + (until - begin))
        nights = midnights(begin, until)
        if self.unit is Unit.WORKING_DAYS:
            working = [day for day in nights if day.weekday() < 5 and day not in holidays]
            day = add_working_days(day_of(self.at), len(working), holidays)
        else:
            day = day_of(self.at) + timedelta(days=len(nights))
        return replace(self, at=last_instant(day))


@dataclass(frozen=True)
class Count:
    """The shortest of the limbs decides, but never before the floor."""

    limbs: tuple[Limb, ...]
    floor: Limb | None = None

    @property
    def decides(self) -> Limb:
        shortest = min(self.limbs, key=lambda limb: limb.at)
        if self.floor is not None and self.floor.at > shortest.at:
            return self.floor
        return shortest

    @property
    def ends(self) -> Instant:
        return self.decides.at

    def moved(self, begin: Instant, until: Instant, holidays: Collection[date]) -> Count:
        floor = None if self.floor is None else self.floor.moved(begin, until, holidays)
        return Count(tuple(limb.moved(begin, until, holidays) for limb in self.limbs), floor)

    def above(self, floor: Limb | None) -> Count:
        """With another floor under it: the later of two counts."""
        if floor is None or (self.floor is not None and self.floor.at >= floor.at):
            return self
        return replace(self, floor=floor)


def counted(allowance: Allowance, counted_from: Instant, holidays: Collection[date]) -> Count:
    """What an allowance gives from an instant, before any stop."""
    return Count(tuple(limb_of(part, counted_from, holidays) for part in allowance.parts))


def limb_of(part: Part, counted_from: Instant, holidays: Collection[date]) -> Limb:
    at = part.ends(counted_from, holidays)
    if part.named is None:
        return Limb(at, part.unit, part)
    # A date named is moved in days where it is the end of a day.
    return Limb(at, Unit.DAYS if at == last_instant(day_of(at)) else Unit.HOURS, part)


def floor_of(ended_at: Instant, floor: tuple[int, Unit], holidays: Collection[date]) -> Limb:
    amount, unit = floor
    return Limb(due_after(ended_at, amount, unit, holidays), unit)
