"""Policies as the kernel reads them: a staircase with one step for every change of a setting.

Which setting counts where several are in force: the latest for this team and this level, else
for the team, else for the level, else for all. One that says *unset* counts as unset.
"""

from typing import TypeAlias

import numpy as np

from dutybook.duties.columns import IntArray
from dutybook.duties.facts import RANKS
from dutybook.duties.kernel.shapes import Policy
from dutybook.duties.language import Duty, Reading
from dutybook.duties.policy import UNITS, Policies, PolicySetting

NO_PART = -1


def staircase(
    policies: Policies,
    keys: tuple[str | None, ...],
    levels: tuple[str, ...],
    reading: Reading | None = None,
) -> Policy:
    """The settings of `keys` (each a slot, in this order) and of the choice of reading.

    `policies` are those known. Level 0 is *unknown*, or every level when there are none; the
    others are numbered from 1 in the order of `levels`.
    """
    wanted = [key for key in (*keys, reading.policy if reading else None) if key]
    changes = [setting for setting in policies.settings if setting.key in wanted]
    changes.sort(key=lambda one: (one.from_at, one.policy_id))
    teams = sorted({one.team_id for one in changes if one.team_id is not None})
    shape = (len(changes) + 1, len(keys), len(teams) + 1, len(levels) + 1)
    part = np.full(shape, NO_PART, dtype=np.int64)
    has_standard = np.full(len(changes) + 1, reading is None, dtype=np.int64)
    parts: list[tuple[int, int, int]] = []
    latest: dict[tuple[int, str | None, int | None], int] = {}
    for step, setting in enumerate(changes, start=1):
        part[step] = part[step - 1]
        has_standard[step] = has_standard[step - 1]
        if reading is not None and setting.key == reading.policy:
            has_standard[step] = setting.value is not None
            continue
        parts.append(_part(setting))
        row = len(parts) - 1 if setting.value is not None else NO_PART
        for slot, key in enumerate(keys):
            if key == setting.key:
                latest[slot, setting.level, setting.team_id] = row
                _fill(part[step, slot], slot, latest, levels, teams)
    return Policy(
        np.array([one.from_at for one in changes], dtype=np.int64),
        np.array([one.policy_id for one in changes], dtype=np.int64),
        part,
        has_standard,
        np.array(parts, dtype=np.int64).reshape(-1, 3),
        np.array(teams, dtype=np.int64),
    )


def _part(setting: PolicySetting) -> tuple[int, int, int]:
    """Amount, unit and identity; for a rank, its place in the order of ranks."""
    value = setting.value
    if isinstance(value, str):
        value = RANKS.index(value)
    unit = UNITS.index(setting.unit) if setting.unit else 0
    return value or 0, unit, setting.policy_id


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
