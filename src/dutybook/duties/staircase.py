"""Policies as the kernel reads them: a staircase with one step for every change of a setting.

Which setting counts where several are in force: the latest for this team and this level, else
for the team, else for the level, else for all. One that says *unset* counts as unset.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from dutybook.duties.calendar import start_of_day
from dutybook.duties.columns import NULL, Columns, IntArray
from dutybook.duties.facts import RANKS
from dutybook.duties.kernel.shapes import Policy
from dutybook.duties.language import Duty, Reading, Statute
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.statute import STATUTE_UNITS

NO_PART = -1
BEFORE_ANY_POLICY = -1
"""Of what changes at one instant, figures set by law come first, in the order of the slots."""


@dataclass(frozen=True)
class _Change:
    """A setting, or a figure set by law, that counts from an instant; `part` None is unset."""

    figure: str | Statute
    from_at: int
    order: int
    part: tuple[int, int, int] | None
    level: str | None = None
    team_id: int | None = None


def staircase(
    policies: Policies,
    figures: tuple[str | Statute | None, ...],
    levels: tuple[str, ...],
    reading: Reading | None = None,
) -> Policy:
    """The settings of `figures` (each a slot, in this order) and of the choice of reading.

    `policies` are those known. Level 0 is *unknown*, or every level when there are none; the
    others are numbered from 1 in the order of `levels`.
    """
    changes = _changes(policies, figures, reading)
    teams = sorted({one.team_id for one in changes if one.team_id is not None})
    shape = (len(changes) + 1, len(figures), len(teams) + 1, len(levels) + 1)
    part = np.full(shape, NO_PART, dtype=np.int64)
    has_standard = np.full(len(changes) + 1, reading is None, dtype=np.int64)
    parts: list[tuple[int, int, int]] = []
    latest: dict[tuple[int, str | None, int | None], int] = {}
    for step, change in enumerate(changes, start=1):
        part[step] = part[step - 1]
        has_standard[step] = has_standard[step - 1]
        if reading is not None and change.figure == reading.policy:
            has_standard[step] = change.part is not None
            continue
        row = NO_PART
        if change.part is not None:
            row = len(parts)
            parts.append(change.part)
        for slot, figure in enumerate(figures):
            if figure == change.figure:
                latest[slot, change.level, change.team_id] = row
                _fill(part[step, slot], slot, latest, levels, teams)
    return Policy(
        np.array([one.from_at for one in changes], dtype=np.int64),
        np.array([one.order for one in changes], dtype=np.int64),
        part,
        has_standard,
        np.array(parts, dtype=np.int64).reshape(-1, 3),
        np.array(teams, dtype=np.int64),
    )


def _changes(
    policies: Policies, figures: Sequence[str | Statute | None], reading: Reading | None
) -> list[_Change]:
    """Every change of what is wanted, in the order in which they count."""
    keys = {one for one in figures if isinstance(one, str)}
    keys |= {reading.policy} if reading else set()
    changes = [_change(one, reading) for one in policies.settings if one.key in keys]
    for statute in dict.fromkeys(one for one in figures if isinstance(one, Statute)):
        changes += _changes_of_law(statute)
    return sorted(changes, key=lambda one: (one.from_at, one.order))


def _change(setting: PolicySetting, reading: Reading | None) -> _Change:
    """A setting; for a rank its amount is the rank's place, and of a reading only whether it is
    chosen counts here."""
    value, part = setting.value, None
    if value is not None:
        if reading is not None and setting.key == reading.policy:
            value = 0
        elif isinstance(value, str):
            value = RANKS.index(value)
        unit = STATUTE_UNITS.index(setting.unit) if setting.unit else 0
        part = (int(value), unit, setting.policy_id)
    return _Change(
        setting.key, setting.from_at, setting.policy_id, part, setting.level, setting.team_id
    )


def _changes_of_law(statute: Statute) -> list[_Change]:
    """No policy stands behind a figure set by law."""
    return [
        _Change(
            statute,
            start_of_day(one.since),
            BEFORE_ANY_POLICY,
            (one.amount, STATUTE_UNITS.index(one.unit), NULL),
        )
        for one in statute.figures
    ]


def _fill(
    cells: IntArray,
    slot: int,
    latest: dict[tuple[int, str | None, int | None], int],
    levels: tuple[str, ...],
    teams: list[int],
) -> None:
    for team_slot, team in enumerate((None, *teams)):
        for level_slot, level in enumerate((None, *levels)):
            places = ((level, team), (None, team), (level, None), (None, None))
            found = (latest[slot, *place] for place in places if (slot, *place) in latest)
            cells[team_slot, level_slot] = next(found, NO_PART)


def allowance_steps(duty: Duty, policies: Policies) -> Policy:
    """The staircase of a duty's allowances; `policies` are those known."""
    allowance = duty.allowance
    levels = duty.levels.order if duty.levels else ()
    reading = duty.opens if isinstance(duty.opens, Reading) else None
    return staircase(
        policies, (allowance.next, allowance.first, allowance.ceiling), levels, reading
    )


def part_at_events(
    duty: Duty, figure: str, entries: Columns, spans: Columns, policies: Policies
) -> tuple[IntArray, Policy]:
    """For each event the row of `Policy.parts` that says `figure` as it stood then, for its level
    and team; `NO_PART` where it is unset. `spans` has one row for each entry.
    """
    steps = staircase(policies, (figure,), duty.levels.order if duty.levels else ())
    step = np.searchsorted(steps.change_at, entries["opened_at"], side="right")
    team, level = spans["team_id"], spans["level"]
    team_slot = np.where(np.isin(team, steps.teams), np.searchsorted(steps.teams, team) + 1, 0)
    level_slot = np.where(level == NULL, 0, level + 1)
    return steps.part[step, 0, team_slot, level_slot], steps


def option_in_force(reading: Reading, policies: Policies, at: IntArray) -> IntArray:
    """For each instant the option in force, by its place; the first one while it is unset."""
    names = [option.name for option in reading.options]
    settings = policies.of(reading.policy)
    # A name that is not an option of this duty is as good as no choice.
    chosen = [names.index(str(one.value)) if one.value in names else 0 for one in settings]
    options = np.array([0, *chosen], dtype=np.int64)
    since = np.array([one.from_at for one in settings], dtype=np.int64)
    return options[np.searchsorted(since, at, side="right")]


Choice: TypeAlias = tuple[Reading, Policies, int]
"""A choice of reading, the policies known, and the place of one of its options."""


def chosen(choice: Choice | None, at: IntArray) -> IntArray:
    """The rows whose reading, as it stood at `at`, is the one chosen."""
    if choice is None:
        return np.arange(len(at))
    reading, policies, place = choice
    return np.flatnonzero(option_in_force(reading, policies, at) == place)
