"""The policy file: a force's settings, and the bank holidays, as JSON.

    {"format": "dutybook-policies-1",
     "force_id": 1,
     "policies": [{"policy_id": 1, "key": "visit.maximum", "level": "medium",
                   "value": 6, "unit": "months",
                   "from": "2024-04-01", "recorded_at": "2024-03-20T09:00",
                   "source": "Force procedure 12, v3", "set_by": "Head of public protection"}],
     "bank_holidays": [{"day": "2026-12-25", "recorded_at": "2024-01-01"}]}

A setting may also have `team_id`, `version` (a correction has the next number) and `withdrawn`.
`"value": null` unsets a policy from that moment. Times without an offset are local; a day alone
is its first instant. `bank_holidays` are those announced beyond the ones that ship with Dutybook;
`"withdrawn": true` says that a day is one no longer.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar

from dutybook.duties.calendar import DAY, day_number, instant_of_local
from dutybook.duties.catalogue.settings import misfits
from dutybook.duties.holidays import ENGLAND_AND_WALES, Holiday, Holidays
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.scale.errors import InputError, Problem

T = TypeVar("T")

FORMAT: Final = "dutybook-policies-1"
_REMEDY: Final = "See `dutybook ledger --help` for the policy file's form"
LARGEST_FILE: Final = 32 << 20
"""Bytes: thousands of settings fit; more is some other file."""
MICROSECOND: Final = timedelta(microseconds=1)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_NEEDED: Final = ("policy_id", "key", "value", "from", "recorded_at")
_ALLOWED: Final = (
    *_NEEDED, "unit", "level", "team_id", "version", "withdrawn", "source", "set_by"
)  # fmt: skip


@dataclass(frozen=True)
class PolicyFile:
    """What a policy file holds."""

    force_id: int
    policies: Policies
    holidays: Holidays


def read_policy_file(path: Path) -> PolicyFile:
    """The policies, bank holidays and force of a policy file.

    Raises InputError with every problem found.
    """
    held = _object(path, _load(path), "the file", ("format", "force_id", "policies"))
    if held["format"] != FORMAT:
        raise InputError(path, f"its format is {held['format']!r}, not {FORMAT!r}", _REMEDY)
    problems: list[Problem] = []
    with _collected(problems):
        _refuse_unknown(path, held, ("format", "force_id", "policies", "bank_holidays"), "the file")
    with _collected(problems):
        force = _whole(path, held, "force_id", "the file")
    settings = _each(path, held["policies"], "policies", _setting, problems)
    given = held.get("bank_holidays", [])
    holidays = _each(path, given, "bank_holidays", _holiday, problems)
    policies = Policies(settings)
    for told in policies.problems():
        problems.append(Problem(path, told, "Withdraw one of them, or give it another day"))
    problems += _repeated(path, policies)
    if problems:
        raise InputError.of(problems)
    return PolicyFile(force, policies, Holidays((*ENGLAND_AND_WALES.recorded, *holidays)))


@contextmanager
def _collected(problems: list[Problem]) -> Iterator[None]:
    try:
        yield
    except InputError as error:
        problems += error.problems


def instant_of(text: str) -> int:
    """An ISO 8601 day or time as an instant; without an offset it is local time.

    Raises ValueError when the text is neither.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        since_midnight = moment - datetime.combine(moment, time())
        return int(instant_of_local(day_number(moment) * DAY + since_midnight // MICROSECOND))
    return (moment - _EPOCH) // MICROSECOND


def _load(path: Path) -> Any:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            raise InputError(path, f"it is larger than {LARGEST_FILE >> 20} MB", _REMEDY)
        return json.loads(data.decode("utf-8"), object_pairs_hook=_no_key_twice)
    except InputError:
        raise
    except FileNotFoundError:
        raise InputError(path, "there is no such file", "Name the policy file") from None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(path, f"it cannot be read: {error}", _REMEDY) from None
    except ValueError as error:
        raise InputError(path, f"it is not JSON as expected: {error}", _REMEDY) from None


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"{twice!r} stands twice in one object")
    return held


def _each(
    path: Path,
    items: Any,
    name: str,
    read: Callable[[Path, Any, str], T],
    problems: list[Problem],
) -> list[T]:
    """The items of a list that can be read; what is wrong with the others joins `problems`."""
    found: list[T] = []
    if not isinstance(items, list):
        problems.append(Problem(path, f"{name} is not a list", _REMEDY))
        return found
    for place, item in enumerate(items, start=1):
        with _collected(problems):
            found.append(read(path, item, f"{name}, item {place}"))
    return found


def _object(path: Path, item: Any, place: str, needed: Iterable[str]) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise InputError(path, f"{place} is not an object", _REMEDY)
    missing = [name for name in needed if name not in item]
    if missing:
        raise InputError(path, f"{place} has no {' and no '.join(missing)}", _REMEDY)
    return item


def _refuse_unknown(
    path: Path, item: Mapping[str, Any], allowed: Iterable[str], place: str
) -> None:
    unknown = sorted(item.keys() - set(allowed))
    if unknown:
        raise InputError(
            path, f"{place} has {', '.join(unknown)}, which means nothing here", _REMEDY
        )


def _whole(path: Path, item: Mapping[str, Any], name: str, place: str) -> int:
    value = item[name]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise InputError(path, f"{place}: {name} is {value!r}, not a whole number", _REMEDY)
    return value


def _instant(path: Path, item: Mapping[str, Any], name: str, place: str) -> int:
    value = item[name]
    try:
        return instant_of(value)
    except (TypeError, ValueError):
        raise InputError(
            path,
            f"{place}: {name} is {value!r}, which is not a day or time",
            "Write 2026-03-02 or 2026-03-02T10:30",
        ) from None


def _setting(path: Path, item: Any, place: str) -> PolicySetting:
    held = _object(path, item, place, _NEEDED)
    _refuse_unknown(path, held, _ALLOWED, place)
    team = None if held.get("team_id") is None else _whole(path, held, "team_id", place)
    for name, kind in (("value", int | str | None), ("withdrawn", bool), ("version", int)):
        if name in held and not isinstance(held[name], kind):
            raise InputError(path, f"{place}: {name} cannot be {held[name]!r}", _REMEDY)
    try:
        setting = PolicySetting(
            policy_id=_whole(path, held, "policy_id", place),
            key=held["key"],
            value=held["value"],
            unit=held.get("unit"),
            level=held.get("level"),
            team_id=team,
            from_at=_instant(path, held, "from", place),
            recorded_at=_instant(path, held, "recorded_at", place),
            version=held.get("version", 1),
            withdrawn=held.get("withdrawn", False),
            source=held.get("source", ""),
            set_by=held.get("set_by", ""),
        )
    except InputError:
        raise
    except (TypeError, ValueError) as error:
        raise InputError(path, f"{place}: {error}", _REMEDY) from None
    wrong = [Problem(path, f"{place}: {problem}", _REMEDY) for problem in misfits(setting)]
    if wrong:
        raise InputError.of(wrong)
    return setting


def _repeated(path: Path, policies: Policies) -> Iterator[Problem]:
    seen: set[tuple[int, int]] = set()
    for one in policies.settings:
        if (one.policy_id, one.version) in seen:
            yield Problem(
                path,
                f"policy {one.policy_id} has version {one.version} twice",
                "Give each correction the next version number",
            )
        seen.add((one.policy_id, one.version))


def _holiday(path: Path, item: Any, place: str) -> Holiday:
    held = _object(path, item, place, ("day", "recorded_at"))
    _refuse_unknown(path, held, ("day", "recorded_at", "withdrawn"), place)
    try:
        day = date.fromisoformat(held["day"])
    except (TypeError, ValueError):
        raise InputError(
            path, f"{place}: day is {held['day']!r}, which is not a day", "Write 2026-12-25"
        ) from None
    withdrawn = held.get("withdrawn", False)
    if not isinstance(withdrawn, bool):
        raise InputError(path, f"{place}: withdrawn is {withdrawn!r}", "Write true or false")
    return Holiday(day, _instant(path, held, "recorded_at", place), withdrawn=withdrawn)
