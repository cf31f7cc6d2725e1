"""Columns of invented facts, seeded: enough of every table that every shipped duty has work.

Nobody here is a person. The proportions (half low, 30% medium, 18% high, 2% very high; a fifth
to custody and back; a tenth of visits failing) only give the engine ordinary work.
"""

from dataclasses import dataclass, field

import numpy as np

from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.facts import TABLES, code

DAY = 86_400_000_000
MINUTE = 60_000_000
BEGINS = 17_532 * DAY
"""1 January 2018; the histories run six years from there."""
YEARS = 6
FACTS_PER_OFFENDER = 36.5
OFFENDERS_OF_ALL = 0.85
LEVEL_SHARES = (0.5, 0.3, 0.18, 0.02)


@dataclass
class Force:
    """Facts as they are made; every fact gets the next number."""

    random: np.random.Generator
    tables: dict[str, list[Columns]] = field(default_factory=dict)
    next_fact: int = 1

    def add(self, table: str, subject: IntArray, at: IntArray, **cells: IntArray | int) -> IntArray:
        """Rows of one table, keyed up to three days late; returns their numbers."""
        count = len(subject)
        numbers = np.arange(self.next_fact, self.next_fact + count, dtype=np.int64)
        self.next_fact += count
        columns = {name: np.full(count, NULL, dtype=np.int64) for name in TABLES[table].columns}
        common = {"fact_id": numbers, "version": 1, "subject_id": subject, "at": at}
        late = self.random.integers(0, 3 * DAY, count)
        keyed = {"day_only": 0, "withdrawn": 0, "recorded_at": at + late}
        for name, values in (common | keyed | cells).items():
            columns[name][:] = values
        self.tables.setdefault(table, []).append(columns)
        return numbers

    def facts(self) -> dict[str, Columns]:
        """Every table made, whole."""
        return {
            table: {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}
            for table, parts in self.tables.items()
        }


def make_facts(facts: int, seed: int) -> dict[str, Columns]:
    """About `facts` facts; the same number and seed give the same facts."""
    force = Force(np.random.default_rng(seed))
    offenders = max(1, int(facts * OFFENDERS_OF_ALL / FACTS_PER_OFFENDER))
    _offenders(force, offenders)
    rest = max(1, facts - (force.next_fact - 1))
    _suspects(force, 1_000_000_000, rest // 8)
    _bails(force, 2_000_000_000, rest // 12)
    _staff(force, 3_000_000_000, max(1, (facts - force.next_fact + 1) // 8))
    return force.facts()


def _moments(force: Force, first: IntArray, each: int, apart: int) -> tuple[IntArray, IntArray]:
    """For every row `each` moments after `first`, about `apart` days from one to the next, whole
    minutes and never two at once; with the place of the row each belongs to.
    """
    gaps = force.random.gamma(4.0, apart / 4.0, (len(first), each)) * DAY
    minutes = (gaps / MINUTE).astype(np.int64) + 1
    moments = first[:, None] + np.cumsum(minutes, axis=1) * MINUTE
    rows = np.repeat(np.arange(len(first)), each)
    inside = moments.ravel() < BEGINS + YEARS * 365 * DAY
    return rows[inside], moments.ravel()[inside]


def _offenders(force: Force, count: int) -> None:
    random = force.random
    subject = np.arange(1, count + 1, dtype=np.int64)
    registered = BEGINS + random.integers(0, 3 * 365 * 1_440, count) * MINUTE
    force.add(
        "registration", subject, registered, state=code("registration", "state", "registered")
    )
    force.add("allocation", subject, registered, team_id=random.integers(1, 12, count))
    levels = random.choice(4, count, p=LEVEL_SHARES)
    force.add("risk_level", subject, registered, level=levels)
    changed = random.random(count) < 0.4
    later = registered[changed] + random.integers(100, 900, changed.sum()) * DAY + MINUTE
    force.add("risk_level", subject[changed], later, level=random.choice(4, changed.sum()))
    planned = random.random(count) < 0.7
    months = random.choice([1, 3, 6, 12], planned.sum())
    unit = code("visit_plan", "unit", "months")
    force.add("visit_plan", subject[planned], registered[planned], amount=months, unit=unit)
    away = np.flatnonzero(random.random(count) < 0.2)
    gone = registered[away] + random.integers(50, 800, len(away)) * DAY
    force.add(
        "community_status", subject[away], gone, state=code("community_status", "state", "custody")
    )
    back = gone + random.integers(30, 400, len(away)) * DAY
    state = code("community_status", "state", "community")
    force.add("community_status", subject[away], back, state=state)
    _work_with_offenders(force, subject, registered)


def _work_with_offenders(force: Force, subject: IntArray, registered: IntArray) -> None:
    random = force.random
    rows, at = _moments(force, registered, 16, 110)
    outcome = np.where(random.random(len(at)) < 0.9, 0, random.integers(1, 5, len(at)))
    crew = random.choice([1, 2, 2, 2, 2], len(at))
    visits = force.add(
        "visit", subject[rows], at, outcome=outcome, crew=crew, second_confirmed=crew - 1,
        announced=(random.random(len(at)) < 0.05).astype(np.int64),
    )  # fmt: skip
    lone = np.flatnonzero((crew == 1) & (random.random(len(at)) < 0.6))
    given = at[lone] + random.integers(-2, 2, len(lone)) * DAY
    rank = random.integers(0, 4, len(lone))
    force.add(
        "visit_authorisation", subject[rows[lone]], given, of=visits[lone], rank=rank, rationale=1
    )
    _reviews(force, subject[rows], at, visits, "visit")
    rows, at = _moments(force, registered, 4, 360)
    assessments = force.add("arms_assessment", subject[rows], at)
    _reviews(force, subject[rows], at, assessments, "arms")
    plans = force.add("risk_plan", subject[rows], at + DAY)
    _reviews(force, subject[rows], at + DAY, plans, "plan")


def _reviews(force: Force, subject: IntArray, at: IntArray, of: IntArray, what: str) -> None:
    done = np.flatnonzero(force.random.random(len(of)) < 0.45)
    when = at[done] + force.random.integers(1, 45 * 1_440, len(done)) * MINUTE
    kind = code("supervisor_review", "what", what)
    force.add("supervisor_review", subject[done], when, of=of[done], what=kind)


def _suspects(force: Force, first: int, count: int) -> None:
    random = force.random
    subject = np.arange(first, first + count, dtype=np.int64)
    received = BEGINS + random.integers(0, YEARS * 365 * 1_440, count) * MINUTE
    force.add("referral", subject, received)
    graded = received + random.integers(1, 4_000, count) * MINUTE
    force.add("grade", subject, graded, level=random.choice(4, count, p=LEVEL_SHARES))
    acted = random.random(count) < 0.9
    when = received[acted] + random.integers(60, 60 * 1_440, acted.sum()) * MINUTE
    force.add("enforcement", subject[acted], when, kind=random.integers(0, 4, acted.sum()))


def _bails(force: Force, first: int, count: int) -> None:
    random = force.random
    subject = np.arange(first, first + count, dtype=np.int64)
    begins = BEGINS + random.integers(0, YEARS * 350, count) * DAY
    conditional = (random.random(count) < 0.8).astype(np.int64)
    for segment in range(2):
        at = begins + segment * 91 * DAY
        force.add("bail_segment", subject, at, until=at + 91 * DAY - 1, conditional=conditional)
        checked = random.random(count) < 0.7
        when = at[checked] + random.integers(1, 90 * 1_440, checked.sum()) * MINUTE
        force.add("bail_check", subject[checked], when, proactive=1)


def _staff(force: Force, first: int, count: int) -> None:
    subject = np.arange(first, first + count, dtype=np.int64)
    joined = BEGINS + force.random.integers(0, 2 * 365, count) * DAY
    force.add("role", subject, joined, state=code("role", "state", "in_scope"))
    rows, at = _moments(force, joined, 7, 300)
    state = force.random.choice(3, len(at), p=(0.1, 0.8, 0.1))
    force.add("screening", subject[rows], at, state=state)
