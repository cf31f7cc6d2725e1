"""Which due date an open entry has, as policies and levels change around it (R2, R3)."""

from __future__ import annotations

from collections.abc import Callable

from tests.oracle.allowance import Allowance, Settings
from tests.oracle.clock import Instant
from tests.oracle.entry import Due, Entry, How, Standing, WhyEmpty
from tests.oracle.history import (
    AllocationFact,
    History,
    Level,
    LevelFact,
    PlanFact,
    PolicyFact,
)
from tests.oracle.known import facts_known, holidays_known


class Judge:
    """What is known, who has the subject, at which level, and the entries judged by that."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.facts = facts_known(history)
        self.holidays = holidays_known(history)
        self.settings = Settings(history, self.holidays)
        self.level: Level | None = None
        self.team: int | None = None
        self.owner: int | None = None
        self.entries: list[Entry] = []

    def allocate(self, fact: AllocationFact) -> None:
        self.team, self.owner = fact.team, fact.owner

    def set_policy(self, at: Instant, fact: PolicyFact | PlanFact) -> None:
        """R2: what is set, tightened or loosened while entries are open."""
        judged = [entry for entry in self.entries if entry.is_open and entry.kept]
        before = [self.allowances(entry) for entry in judged]
        self.settings.take(fact)
        for entry, old in zip(judged, before, strict=True):
            for level, new in self.allowances(entry).items():
                if self.is_tighter(new, old[level], entry.anchor):
                    assert new is not None
                    self.judge_by_policy(entry, at, level, new)

    def is_tighter(self, new: Allowance | None, old: Allowance | None, anchor: Instant) -> bool:
        """Decided by the dates that they give from the anchor; unset is later than any (i)."""
        if new is None or old is None:
            return new is not None
        return self.due(new, anchor) < self.due(old, anchor)

    def judge_by_policy(
        self, entry: Entry, at: Instant, level: Level | None, new: Allowance
    ) -> None:
        """A first setting or a tightening, if it is one for this entry too (reading h)."""
        kept = entry.kept[level]
        if not self.is_tighter(new, kept, entry.anchor):
            return
        entry.kept[level] = new
        if level != self.level or self.level_unknown():
            return
        if kept is None:
            self.bring_forward(entry, new, entry.anchor, How.FIRST_SET, at)
        else:
            self.bring_forward(entry, new, at, How.TIGHTENED, at)

    def sets_level(self, at: Instant, fact: LevelFact) -> Callable[[], None]:
        def take() -> None:
            old, self.level = self.level, fact.level
            for entry in self.entries:
                if entry.is_open and entry.kept:
                    self.judge_by_level(entry, at, old, fact.level)

        return take

    def judge_by_level(
        self, entry: Entry, at: Instant, old: Level | None, new: Level | None
    ) -> None:
        """R3. A level lost is neither a rise nor a fall: a due date there was stays as it is."""
        if new == old:
            return
        if new is None:
            if entry.due.at is None:
                entry.due = Due(why_empty=WhyEmpty.LEVEL_UNKNOWN)
            return
        allowance = entry.kept[new]
        if old is None:
            self.bring_forward(entry, allowance, entry.anchor, How.LEVEL_KNOWN, at)
        elif new > old:
            self.bring_forward(entry, allowance, at, How.ROSE, at)
        elif entry.due.at is None:
            self.bring_forward(entry, allowance, entry.anchor, How.FELL, at)
        elif not entry.overdue_at(at):
            self.put_back(entry, allowance, at)

    def bring_forward(
        self, entry: Entry, allowance: Allowance | None, anchor: Instant, how: How, since: Instant
    ) -> None:
        """Due becomes the earlier of the present due and what the allowance gives."""
        if allowance is None:
            if entry.due.at is None:
                entry.due = Due(why_empty=WhyEmpty.NO_STANDARD)
            return
        at, part = allowance.due(anchor, self.holidays)
        if entry.due.at is None or at < entry.due.at:
            entry.due = Due(at, how, since, part.policy, part.plan)

    def put_back(self, entry: Entry, allowance: Allowance | None, since: Instant) -> None:
        """Due becomes the later of the present due and anchor + allowance; unset is latest."""
        present = entry.due.at
        assert present is not None
        if allowance is None:
            entry.due = Due(why_empty=WhyEmpty.NO_STANDARD)
            return
        at, part = allowance.due(entry.anchor, self.holidays)
        if at > present:
            entry.due = Due(at, How.FELL, since, part.policy, part.plan)

    def note(self, entry: Entry, at: Instant) -> None:
        entry.history.append((at, Standing(self.level, self.team, self.owner, entry.due)))

    def level_unknown(self) -> bool:
        return self.history.has_levels and self.level is None

    def allowances(self, entry: Entry) -> dict[Level | None, Allowance | None]:
        levels = list(Level) if self.history.has_levels else [None]
        return {level: self.settings.allowance(entry.first, level, self.team) for level in levels}

    def due(self, allowance: Allowance, anchor: Instant) -> Instant:
        return allowance.due(anchor, self.holidays)[0]
