"""Which due date an open entry has, as policies, levels and stops change around it (R2, R3, R5)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.oracle.allowance import AT_ONCE, Allowance, Settings
from tests.oracle.clock import Instant
from tests.oracle.counting import Count, counted, floor_of
from tests.oracle.entry import Due, Entry, How, Standing, WhyEmpty
from tests.oracle.history import (
    AllocationFact,
    History,
    LawFigure,
    Level,
    LevelFact,
    PlanFact,
    PolicyFact,
)
from tests.oracle.known import facts_known, holidays_known
from tests.oracle.stopping import Floor, Stretch, stretches_of


class Judge:
    """What is known, who has the subject, at which level, and the entries judged by that.

    `stretches` are the stops begun so far; the last may still be `stopped`.
    """

    def __init__(self, history: History) -> None:
        self.history = history
        self.facts = facts_known(history)
        self.holidays = holidays_known(history)
        self.settings = Settings(history, self.holidays)
        self.level: Level | None = None
        self.team: int | None = None
        self.owner: int | None = None
        self.entries: list[Entry] = []
        self.stops = stretches_of(history, self.facts)
        for stretch in self.stops:
            # Of floors that end together the latest is asked first, so that no order decides.
            stretch.floors.sort(key=lambda one: (one[0], -floor_of(*one, self.holidays).at))
        self.stretches: list[Stretch] = []
        self.floors_passed: list[tuple[Instant, Floor]] = []
        self.stopped = False

    def allocate(self, fact: AllocationFact) -> None:
        self.team, self.owner = fact.team, fact.owner

    def judged(self) -> Iterator[Entry]:
        return (entry for entry in self.entries if entry.is_judged)

    # R2

    def set_policy(self, at: Instant, fact: PolicyFact | PlanFact | LawFigure) -> None:
        """What is set, tightened or loosened while entries are open."""
        judged = list(self.judged())
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
        return new.due(anchor, self.holidays) < old.due(anchor, self.holidays)

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

    # R3

    def sets_level(self, at: Instant, fact: LevelFact) -> Callable[[], None]:
        def take() -> None:
            old, self.level = self.level, fact.level
            for entry in self.judged():
                self.judge_by_level(entry, at, old, fact.level)

        return take

    def judge_by_level(
        self, entry: Entry, at: Instant, old: Level | None, new: Level | None
    ) -> None:
        """A level lost is neither a rise nor a fall: a due date there was stays as it is."""
        if new == old:
            return
        if new is None:
            if entry.count is None:
                entry.due = Due(why_empty=WhyEmpty.LEVEL_UNKNOWN)
            return
        allowance = entry.kept[new]
        if old is None:
            self.bring_forward(entry, allowance, entry.anchor, How.LEVEL_KNOWN, at)
        elif new > old:
            self.bring_forward(entry, allowance, at, How.ROSE, at)
        elif entry.count is None:
            self.bring_forward(entry, allowance, entry.anchor, How.FELL, at)
        elif not entry.overdue_at(at):
            self.put_back(entry, allowance, at)

    def bring_forward(
        self, entry: Entry, allowance: Allowance | None, anchor: Instant, how: How, now: Instant
    ) -> None:
        """Due becomes the earlier of the present due and what the allowance gives."""
        self.reckon_stop(entry, now)
        if allowance is None:
            if entry.count is None:
                entry.due = Due(why_empty=WhyEmpty.NO_STANDARD)
            return
        count, stopped = self.through_stops(counted(allowance, anchor, self.holidays), anchor, now)
        if entry.count is not None:
            count = count.above(entry.count.floor)
            if count.ends >= entry.count.ends:
                return
        self.count_by(entry, count, stopped, how, now)

    def put_back(self, entry: Entry, allowance: Allowance | None, now: Instant) -> None:
        """Due becomes the later of the present due and anchor + allowance; unset is latest."""
        self.reckon_stop(entry, now)
        assert entry.count is not None
        if allowance is None:
            entry.count, entry.stopped_from = None, None
            entry.due = Due(why_empty=WhyEmpty.NO_STANDARD)
            return
        fresh = counted(allowance, entry.anchor, self.holidays)
        count, stopped = self.through_stops(fresh, entry.anchor, now)
        count = count.above(entry.count.floor)
        if count.ends > entry.count.ends:
            self.count_by(entry, count, stopped, How.FELL, now)

    def count_by(self, entry: Entry, count: Count, stopped: bool, how: How, now: Instant) -> None:
        """Another due date counts from now on; while stopped, so much is left of it."""
        entry.count = count
        entry.stopped_from = now if stopped else None
        entry.left = max(count.ends - now, 0) if stopped else None
        self.show(entry, how, now)

    def show(self, entry: Entry, how: How, since: Instant) -> None:
        """What the span says. A floor is nobody's policy."""
        assert entry.count is not None
        if entry.stopped_from is not None:
            entry.due = Due(why_empty=WhyEmpty.STOPPED, left=entry.left)
            return
        decides = entry.count.decides
        if decides.part is None:
            entry.due = Due(decides.at, How.FLOOR, since)
        else:
            entry.due = Due(decides.at, how, since, decides.part.policy, decides.part.plan)

    # R5

    def through_stops(
        self, count: Count, counted_from: Instant, now: Instant
    ) -> tuple[Count, bool]:
        """A count moved by every stop there has been since, and whether one holds it now.

        A stop that begins after it was due changes nothing; none counts before `counted_from`.
        """
        for stretch in self.stretches:
            running = self.stopped and stretch is self.stretches[-1]
            until = now if running else stretch.until
            assert until is not None
            if until <= counted_from and not running:
                continue
            begin = max(stretch.begin, counted_from)
            if begin > count.ends:
                continue
            for at, floor in stretch.floors:
                if counted_from < at <= until and (at, floor) in self.floors_passed:
                    count = self.stopped_during(count, begin, at)
                    count = self.above_floor(count, at, floor)
                    begin = at
            count = self.stopped_during(count, begin, until)
            if running:
                return count, True
        return count, False

    def stopped_during(self, count: Count, begin: Instant, until: Instant) -> Count:
        """A count after a stretch of a stop; one that only defers moves nothing."""
        return count if self.history.defers else count.moved(begin, until, self.holidays)

    def above_floor(self, count: Count, at: Instant, floor: Floor) -> Count:
        """With the floor of a stop that ends at `at`; where stops only defer, it is for a due date
        that has passed by then."""
        if self.history.defers and count.ends >= at:
            return count
        return count.above(floor_of(at, floor, self.holidays))

    def reckon_stop(self, entry: Entry, now: Instant) -> None:
        """Of a stop that is running, what has passed so far."""
        if entry.stopped_from is not None:
            assert entry.count is not None
            entry.count = self.stopped_during(entry.count, entry.stopped_from, now)
            entry.stopped_from = now

    def stop_begins(self, stretch: Stretch) -> Callable[[], None]:
        def take() -> None:
            self.stretches.append(stretch)
            self.stopped = True
            for entry in self.judged():
                if entry.count is not None and entry.count.ends >= stretch.begin:
                    self.count_by(entry, entry.count, True, How.AFTER_STOP, stretch.begin)

        return take

    def floor_counts(self, at: Instant, floor: Floor) -> Callable[[], None]:
        def take() -> None:
            self.floors_passed.append((at, floor))
            for entry in self.judged():
                if entry.stopped_from is None:
                    continue
                self.reckon_stop(entry, at)
                assert entry.count is not None
                raised = self.above_floor(entry.count, at, floor)
                if raised.ends > entry.count.ends:
                    entry.left = raised.ends - at
                entry.count = raised
                self.show(entry, How.AFTER_STOP, at)

        return take

    def stop_ends(self, stretch: Stretch) -> Callable[[], None]:
        def take() -> None:
            assert stretch.until is not None
            self.stopped = False
            for entry in self.judged():
                if entry.stopped_from is not None:
                    self.reckon_stop(entry, stretch.until)
                    entry.stopped_from = None
                    self.show(entry, How.AFTER_STOP, stretch.until)

        return take

    # What an entry is judged by

    def begin_count(self, entry: Entry, allowance: Allowance | None, how: How) -> None:
        """The due date with which an entry opens; during a stop it is stopped at once."""
        if allowance is None:
            entry.due = Due(why_empty=WhyEmpty.NO_STANDARD)
            return
        count = counted(allowance, entry.anchor, self.holidays)
        self.count_by(entry, count, self.stopped, how, entry.anchor)

    def due_at_once(self, entry: Entry, how: How) -> None:
        self.begin_count(entry, Allowance((AT_ONCE,)), how)

    def note(self, entry: Entry, at: Instant) -> None:
        entry.history.append((at, Standing(self.level, self.team, self.owner, entry.due)))

    def level_unknown(self) -> bool:
        return self.history.has_levels and self.level is None

    def allowances(self, entry: Entry) -> dict[Level | None, Allowance | None]:
        levels = list(Level) if self.history.has_levels else [None]
        first, named = entry.first, entry.named
        return {level: self.settings.allowance(first, named, level, self.team) for level in levels}
