"""Measures: how many entries of a duty stand as they should, and what that figure rests on.

*Stock* (recurring, while): of the entries open at the end of day D, those not overdue. *Flow*
(once, each event, each period): of the entries due in the window that ends with D, those met on
time.
Entries that are unknown or have no standard count in the denominator and never in the numerator.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from dutybook.duties.calendar import start_of_day
from dutybook.duties.columns import NULL, BoolArray, IntArray
from dutybook.duties.figures import (
    COUNTS,
    LATENESS_BANDS,
    NOT_CHOSEN,
    SINCE_THE_DUTY_BEGAN,
    BacklogRow,
    Cell,
    Dimension,
    Kind,
    LongestWithoutStandard,
    Measure,
    Oldest,
    Window,
)
from dutybook.duties.language import Duty, Reading
from dutybook.duties.ledger import Ledger, digest
from dutybook.duties.policy import Policies
from dutybook.duties.status import (
    AUTHORISED,
    AUTHORISED_LATE,
    CLOSED_UNMET,
    DUE,
    IN_BREACH,
    MET_LATE,
    MET_ON_TIME,
    NO_LONGER_OWED,
    NO_STANDARD_SET,
    NOT_YET_OPEN,
    OVERDUE,
    STATUSES,
    STOPPED,
    UNKNOWN,
    Standing,
    days_from,
    status_on,
)

WINDOW_POLICY: Final = "measure.window_days"
"""The policy that says over how many days, ending with the day of the measure, flow counts."""


def measure(
    duty: Duty,
    ledger: Ledger,
    day: date,
    *,
    policies: Policies,
    by: Iterable[Dimension] = (),
    window: Window | None = None,
    ledger_digest: str | None = None,
) -> Measure:
    """The measure of `duty` from its `ledger` at the end of the local day `day`.

    `policies` are those the ledger was made with. `window` None means since the duty began; stock
    has no window. `ledger_digest` saves hashing again when the caller has it. Raises ValueError
    when the ledger is of another duty or definition, or `by` names neither level nor team.
    """
    _same_duty(duty, ledger)
    dimensions = tuple(by)
    for name in dimensions:
        if name not in ("level", "team"):
            raise ValueError(f"a measure is by level or by team, not by {name!r}")
    kind: Kind = "stock" if duty.form in ("recurring", "while") else "flow"
    standing = status_on(ledger, day)
    counted, left_out = _counted(kind, ledger, standing, window)
    level, team = _level_and_team(ledger, standing)
    tally = _Tally(kind, ledger.levels, standing, counted, left_out)
    overdue = standing.is_open & (standing.status == OVERDUE)
    reading, unset = force_choices(duty, policies.as_known(ledger.known_at), standing.at)
    return Measure(
        duty=duty.key,
        title=duty.title,
        kind=kind,
        counts=COUNTS[kind],
        day=day,
        window=_window_in_words(kind, window),
        reading=reading,
        unset_policies=unset,
        known_at=ledger.known_at,
        digest=ledger_digest or digest(ledger),
        definition_version=ledger.definition_version,
        total=tally.cell(np.ones(len(level), dtype=np.bool_), NULL, NULL),
        cells=tally.cells(level, team, dimensions),
        backlog=_backlog(ledger, standing, overdue, level),
        oldest=_oldest(ledger, standing, overdue),
        longest_without_standard=_longest_without_standard(ledger, standing),
    )


def force_choices(duty: Duty, known: Policies, at: int) -> tuple[str | None, tuple[str, ...]]:
    """Which reading the force had chosen at `at` (None where the duty leaves no choice), and
    which policies of the duty had no value then. `known` are the policies as known.
    """
    unset = tuple(key for key in duty.policies if not _is_set(known, key, at))
    return _reading_on(duty, known, at), unset


def window_set(known: Policies, at: int) -> Window | None:
    """The window of flow measures the force had set at `at`; None means since the duty began."""
    made = [one.value for one in known.of(WINDOW_POLICY) if one.from_at <= at]
    return Window(made[-1]) if made and isinstance(made[-1], int) else None


def _is_set(known: Policies, key: str, at: int) -> bool:
    """Whether any setting of `key` has a value at `at`, for whatever level or team."""
    latest = {(one.level, one.team_id): one.value for one in known.of(key) if one.from_at <= at}
    return any(value is not None for value in latest.values())


def _reading_on(duty: Duty, known: Policies, at: int) -> str | None:
    if not isinstance(duty.opens, Reading):
        return None
    made = [one.value for one in known.of(duty.opens.policy) if one.from_at <= at]
    return NOT_CHOSEN if not made or made[-1] is None else str(made[-1])


def _same_duty(duty: Duty, ledger: Ledger) -> None:
    if (duty.key, duty.definition_version) != (ledger.duty, ledger.definition_version):
        raise ValueError(
            f"the ledger is of duty {ledger.duty} version {ledger.definition_version}, not of "
            f"{duty.key} version {duty.definition_version}: make the ledger again"
        )


def _window_in_words(kind: Kind, window: Window | None) -> str:
    if kind == "stock":
        return "at the end of the day"
    if window is None:
        return SINCE_THE_DUTY_BEGAN
    return "that day" if window.days == 1 else f"the {window.days} days that end with it"


def _counted(
    kind: Kind, ledger: Ledger, standing: Standing, window: Window | None
) -> tuple[BoolArray, BoolArray]:
    """The entries in the denominator, and those the window holds but the figure leaves out."""
    status = standing.status
    if kind == "stock":
        return standing.is_open, np.zeros(len(status), dtype=np.bool_)
    opened_at = ledger.entries["opened_at"]
    begins = (
        NULL if window is None else start_of_day(standing.day - timedelta(days=window.days - 1))
    )
    placed_at = np.where(standing.due_at == NULL, opened_at, standing.due_at)
    inside = (placed_at >= begins) & (placed_at <= standing.at) & (status != NOT_YET_OPEN)
    left_out = inside & (np.isin(status, (NO_LONGER_OWED, STOPPED)) | _no_end_yet(standing))
    not_yet_due = (status != NOT_YET_OPEN) & (placed_at > standing.at)
    return inside & ~left_out, left_out | not_yet_due


def _no_end_yet(standing: Standing) -> BoolArray:
    """A period that still runs with no known end is not due yet, met or not (reading t)."""
    return (standing.due_at == NULL) & np.isin(standing.status, (DUE, MET_ON_TIME))


def _level_and_team(ledger: Ledger, standing: Standing) -> tuple[IntArray, IntArray]:
    """Of each entry the level and the team in the span read; NULL where not recorded."""
    seen = standing.span >= 0
    level = np.full(len(seen), NULL, dtype=np.int64)
    team = level.copy()
    level[seen] = ledger.spans["level"][standing.span[seen]]
    team[seen] = ledger.spans["team_id"][standing.span[seen]]
    return level, team


@dataclass(frozen=True)
class _Tally:
    """Counts the statuses of whatever group of entries it is asked for."""

    kind: Kind
    levels: tuple[str, ...]
    standing: Standing
    counted: BoolArray
    left_out: BoolArray

    def cells(
        self, level: IntArray, team: IntArray, dimensions: tuple[Dimension, ...]
    ) -> tuple[Cell, ...]:
        """One cell for each group that holds anything: highest level first, unrecorded before."""
        if not dimensions:
            return ()
        nothing = np.full(len(level), NULL, dtype=np.int64)
        by_level = level if "level" in dimensions else nothing
        by_team = team if "team" in dimensions else nothing
        held = self.counted | self.left_out
        groups = np.unique(np.stack([by_team[held], by_level[held]], axis=1), axis=0)
        ordered = sorted(groups.tolist(), key=lambda g: (g[0], g[1] != NULL, -g[1]))
        return tuple(
            self.cell((by_team == one_team) & (by_level == one_level), one_level, one_team)
            for one_team, one_level in ordered
        )

    def cell(self, group: BoolArray, level: int, team: int) -> Cell:
        counts = np.bincount(
            self.standing.status[group & self.counted], minlength=len(STATUSES)
        ).tolist()
        stock = self.kind == "stock"
        # What is met and open is evidenced (reading e), late or not: it stands as it should.
        evidenced = counts[MET_ON_TIME] + counts[MET_LATE]
        return Cell(
            level=None if level == NULL else self.levels[level],
            team_id=None if team == NULL else team,
            numerator=(counts[DUE] + counts[STOPPED] + evidenced if stock else counts[MET_ON_TIME]),
            denominator=sum(counts),
            late=0 if stock else counts[MET_LATE],
            authorised=counts[AUTHORISED],
            authorised_late=counts[AUTHORISED_LATE],
            in_breach=counts[IN_BREACH],
            unmet=counts[OVERDUE] + counts[CLOSED_UNMET],
            unknown=counts[UNKNOWN],
            no_standard=counts[NO_STANDARD_SET],
            left_out=int((group & self.left_out).sum()),
            stopped=counts[STOPPED],
        )


def _backlog(
    ledger: Ledger, standing: Standing, overdue: BoolArray, level: IntArray
) -> tuple[BacklogRow, ...]:
    """Every level of the duty, highest first, then overdue entries with no level recorded."""
    rows = []
    for place in [*reversed(range(len(ledger.levels))), NULL]:
        here = overdue & (level == place)
        if place == NULL and ledger.levels and not here.any():
            continue
        days = standing.overdue_days[here]
        rows.append(
            BacklogRow(
                level=None if place == NULL else ledger.levels[place],
                by_lateness=tuple(
                    int(((days >= first) & (days <= last)).sum())
                    for _, first, last in LATENESS_BANDS
                ),
                oldest=_oldest(ledger, standing, here),
            )
        )
    return tuple(rows)


def _oldest(ledger: Ledger, standing: Standing, among: BoolArray) -> Oldest | None:
    rows = np.flatnonzero(among)
    if not len(rows):
        return None
    row = rows[np.argmin(standing.due_at[rows])]
    return Oldest(
        subject_id=int(ledger.entries["subject_id"][row]),
        opened_by=int(ledger.entries["opened_by"][row]),
        due_at=int(standing.due_at[row]),
        overdue_days=int(standing.overdue_days[row]),
    )


def _longest_without_standard(ledger: Ledger, standing: Standing) -> LongestWithoutStandard | None:
    """Of the open entries nobody can call overdue: never met first, then met longest ago."""
    waiting = standing.is_open & np.isin(standing.status, (UNKNOWN, NO_STANDARD_SET))
    rows = np.flatnonzero(waiting)
    if not len(rows):
        return None
    since = standing.days_since_met[rows]
    never = since == NULL
    opened_at = ledger.entries["opened_at"][rows]
    row = rows[np.lexsort((opened_at, -since, ~never))[0]]
    days = standing.days_since_met[row]
    return LongestWithoutStandard(
        subject_id=int(ledger.entries["subject_id"][row]),
        opened_by=int(ledger.entries["opened_by"][row]),
        days_since_met=None if days == NULL else int(days),
        days_open=days_from(int(ledger.entries["opened_at"][row]), standing.at),
    )
