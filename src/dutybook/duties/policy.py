"""The force's own dated settings: intervals, targets, thresholds, and which reading it takes.

A setting that nobody has made is unset, and nothing here supplies a default. An instant is int64
microseconds since the Unix epoch, UTC.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

Unit: TypeAlias = Literal["hours", "days", "working_days", "months", "days_beginning_with"]
UNITS: tuple[str, ...] = get_args(Unit)
"""The units of an allowance (R9); the kernel knows each by its place in this order."""

POLICY_KEY = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+")

Value: TypeAlias = int | str | None


@dataclass(frozen=True)
class PolicySetting:
    """One version of one setting: `key` has `value` from `from_at` on, until a later setting of
    the same key, level and team.

    `value` None says that the setting is unset from then on. An allowance has a number and a
    `unit`; a threshold a number alone; a reading the name of the option taken. `level` and
    `team_id` narrow it. Raises ValueError when the parts contradict each other.
    """

    policy_id: int
    key: str
    value: Value
    from_at: int
    recorded_at: int
    unit: Unit | None = None
    level: str | None = None
    team_id: int | None = None
    version: int = 1
    withdrawn: bool = False
    source: str = ""
    set_by: str = ""

    def __post_init__(self) -> None:
        for problem in self._problems():
            raise ValueError(f"policy {self.policy_id} ({self.key}): {problem}")

    def _problems(self) -> Iterator[str]:
        if not POLICY_KEY.fullmatch(self.key):
            yield "a key is lower-case words joined by dots, such as visit.interval"
        if self.unit is not None and self.unit not in UNITS:
            yield f"unit {self.unit!r} is not one of {', '.join(UNITS)}"
        if self.unit is not None and isinstance(self.value, str):
            yield f"{self.value!r} {self.unit} is not an allowance: a whole number is needed"
        if isinstance(self.value, bool) or (isinstance(self.value, int) and self.value < 0):
            yield f"{self.value!r} cannot be counted: zero or more is needed"
        if self.unit == "days_beginning_with" and self.value == 0:
            yield "a count of days beginning with a day includes that day, so it is at least 1"
        if self.version < 1:
            yield "versions are numbered from 1"


class Policies:
    """The settings of one force: every version of each, in any order."""

    def __init__(self, settings: Iterable[PolicySetting] = ()) -> None:
        self.settings = tuple(settings)
        self._known: tuple[int, Policies] | None = None

    def as_known(self, known_at: int) -> "Policies":
        """R8: of each setting the newest version recorded by `known_at`, unless withdrawn."""
        if self._known is not None and self._known[0] == known_at:
            return self._known[1]
        latest: dict[int, PolicySetting] = {}
        for setting in self.settings:
            held = latest.get(setting.policy_id)
            if setting.recorded_at <= known_at and (held is None or setting.version > held.version):
                latest[setting.policy_id] = setting
        in_order = sorted(latest.values(), key=lambda one: (one.from_at, one.policy_id))
        known = Policies(one for one in in_order if not one.withdrawn)
        self._known = (known_at, known)
        return known

    def of(self, key: str | None) -> tuple[PolicySetting, ...]:
        """The settings of one key, earliest `from_at` first; none when `key` is None."""
        found = [setting for setting in self.settings if setting.key == key]
        return tuple(sorted(found, key=lambda one: (one.from_at, one.policy_id)))

    def problems(self) -> Iterator[str]:
        """Live settings of one key, level and team that begin at one instant, in words."""
        seen: dict[tuple[str, str | None, int | None, int], int] = {}
        for setting in self.as_known(2**62).settings:
            place = (setting.key, setting.level, setting.team_id, setting.from_at)
            if place in seen:
                yield (
                    f"policies {seen[place]} and {setting.policy_id} both set {setting.key} for "
                    f"level {setting.level}, team {setting.team_id} from the same moment"
                )
            seen[place] = setting.policy_id
