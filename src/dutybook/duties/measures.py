"""Measures: how many entries of a duty stand as they should, and what that figure rests on.

*Stock* (recurring, while): of the entries open at the end of day D, those not overdue. *Flow*
(once, each event, each period): of the entries due in the window that ends with D, those met on
time.
Entries that are unknown or have no standard count in the denominator and never in the numerator.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

import numpy as np

from dutybook.duties.calendar import local_days, start_of_day
from dutybook.duties.columns import NULL, BoolArray, IntArray
from dutybook.duties.figures import (
    COUNTS,
    LATENESS_BANDS,
    NOT_CHOSEN,
    SINCE_THE_DUTY_BEGAN,
    BacklogRow,
    Beside,
    Cell,
    Dimension,
    Kind,
    LongestWithoutStandard,
    Measure,
    Oldest,
    Window,
)
from dutybook.duties.language import Duty, Reading
from dutybook.duties.ledger import BASIS_HOW, CLOSED_WHY, Ledger, digest
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


DIMENSIONS: Final[dict[Dimension, str]] = {
    "level": "level",
    "team": "team_id",
    "owner": "owner_id",
}
"""What a measure can be by, and the column of a span that holds it."""


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
    when the ledger is of another duty or definition, or `by` names
    anything but level, team or owner.
    """
    _same_duty(duty, ledger)
    dimensions = tuple(by)
    for name in dimensions:
        if name not in DIMENSIONS:
            raise ValueError(f"a measure is by {', '.join(DIMENSIONS)}, not by {name!r}")
    kind: Kind = "stock" if duty.form in ("recurring", "while") else "flow"
    standing = status_on(ledger, day)
    counted, left_out = _counted(kind, ledger, standing, window)
    groups = {name: _in_span(ledger, standing, column) for name, column in DIMENSIONS.items()}
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
        total=tally.cell(np.ones(len(overdue), dtype=np.bool_), {}),
        cells=tally.cells(groups, dimensions),
        beside=_beside(ledger, standing, window),
        backlog=_backlog(ledger, standing, overdue, groups["level"]),
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
    begins = _window_begins(standing, window)
    placed_at = np.where(standing.due_at == NULL, opened_at, standing.due_at)
    inside = (placed_at >= begins) & (placed_at <= standing.at) & (status != NOT_YET_OPEN)
    left_out = inside & (np.isin(status, (NO_LONGER_OWED, STOPPED)) | _no_end_yet(standing))
    not_yet_due = (status != NOT_YET_OPEN) & (placed_at > standing.at)
    return inside & ~left_out, left_out | not_yet_due


def _no_end_yet(standing: Standing) -> BoolArray:
    """A period that still runs with no known end is not due yet, met or not (reading t)."""
    return (standing.due_at == NULL) & np.isin(standing.status, (DUE, MET_ON_TIME))


def _window_begins(standing: Standing, window: Window | None) -> int:
    if window is None:
        return NULL
    return start_of_day(standing.day - timedelta(days=window.days - 1))


def _beside(ledger: Ledger, standing: Standing, window: Window | None) -> Beside:
    """What could have made the figure better than the work is; stock too looks at the window."""
    begins, ends = _window_begins(standing, window), standing.at
    entries, spans = ledger.entries, ledger.spans

    def within(at: IntArray) -> BoolArray:
        return (at != NULL) & (at >= begins) & (at <= ends)

    ended = within(entries["closed_at"])
    ended &= entries["closed_why"] == CLOSED_WHY.index("no_longer_owed")
    fallen = within(spans["basis_from"]) & (spans["from_at"] <= ends)
    fallen &= spans["basis_how"] == BASIS_HOW.index("level_fall")
    met = np.flatnonzero(within(entries["met_at"]))
    done = local_days(np.ascontiguousarray(entries["met_at"][met]))
    keyed = local_days(np.ascontiguousarray(entries["met_recorded_at"][met]))
    return Beside(
        ended=int(ended.sum()),
        put_back=len(np.unique(spans["entry"][fallen])),
        met=len(met),
        keyed_later=int((keyed > done).sum()),
    )


def _in_span(ledger: Ledger, standing: Standing, column: str) -> IntArray:
    """Of each entry what the span read says; NULL where nothing is recorded."""
    seen = standing.span >= 0
    found = np.full(len(seen), NULL, dtype=np.int64)
    found[seen] = ledger.spans[column][standing.span[seen]]
    return found


@dataclass(frozen=True)
class _Tally:
    """Counts the statuses of whatever group of entries it is asked for."""

    kind: Kind
    levels: tuple[str, ...]
    standing: Standing
    counted: BoolArray
    left_out: BoolArray

    def cells(
        self, groups: Mapping[Dimension, IntArray], dimensions: tuple[Dimension, ...]
    ) -> tuple[Cell, ...]:
        """One cell for each group that holds anything: by team, then owner, then level with the
        highest first; what is not recorded comes first of each."""
        wanted = tuple(name for name in ("team", "owner", "level") if name in dimensions)
        if not wanted:
            return ()
        held = self.counted | self.left_out
        found = np.unique(np.stack([groups[name][held] for name in wanted], axis=1), axis=0)
        named = [dict(zip(wanted, row, strict=True)) for row in found.tolist()]
        named.sort(key=lambda group: [_place(name, group[name]) for name in wanted])
        return tuple(
            self.cell(np.all([groups[name] == group[name] for name in wanted], axis=0), group)
            for group in named
        )

    def cell(self, rows: BoolArray, group: Mapping[Dimension, int]) -> Cell:
        level, team, owner = (group.get(name, NULL) for name in ("level", "team", "owner"))
        counts = np.bincount(
            self.standing.status[rows & self.counted], minlength=len(STATUSES)
        ).tolist()
        stock = self.kind == "stock"
        # What is met and open is evidenced (reading e), late or not: it stands as it should.
        evidenced = counts[MET_ON_TIME] + counts[MET_LATE]
        return Cell(
            level=None if level == NULL else self.levels[level],
            team_id=None if team == NULL else team,
            owner_id=None if owner == NULL else owner,
            numerator=(counts[DUE] + counts[STOPPED] + evidenced if stock else counts[MET_ON_TIME]),
            denominator=sum(counts),
            late=0 if stock else counts[MET_LATE],
            authorised=counts[AUTHORISED],
            authorised_late=counts[AUTHORISED_LATE],
            in_breach=counts[IN_BREACH],
            unmet=counts[OVERDUE] + counts[CLOSED_UNMET],
            unknown=counts[UNKNOWN],
            no_standard=counts[NO_STANDARD_SET],
            left_out=int((rows & self.left_out).sum()),
            stopped=counts[STOPPED],
        )


def _place(name: Dimension, value: int) -> tuple[bool, int]:
    """Where a group stands: nothing recorded first, then the highest level, the lowest number."""
    return value != NULL, -value if name == "level" and value != NULL else value


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
