"""The force's settings and the bank holidays, read as the engine takes them."""

from datetime import datetime
from typing import Any, Final

from django.db.models import QuerySet

from dutybook.access.prepared import prepared
from dutybook.duties.holidays import ENGLAND_AND_WALES, Holiday, Holidays
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.ledger import models
from dutybook.ledger.instants import microseconds

_COLUMNS: Final = (
    *("policy_id", "key", "choice", "value", "from_at", "recorded_at", "unit", "level", "team_id"),
    *("version", "withdrawn", "source", "set_by_id"),
)


def policies_of(force_id: int, *keys: str) -> Policies:
    """Every version of every setting of a force, or of those with some keys."""
    return Policies(_setting(row) for row in _settings(keys, force_id=force_id))


@prepared()
def _settings(
    keys: tuple[str, ...], *, force_id: int
) -> QuerySet[models.PolicySetting, dict[str, Any]]:
    found = models.PolicySetting.objects.filter(force_id=force_id)
    if keys:
        found = found.filter(key__in=sorted(keys))
    return found.order_by("policy_id", "version").values(*_COLUMNS)


def _setting(row: dict[str, Any]) -> PolicySetting:
    return PolicySetting(
        policy_id=row["policy_id"],
        key=row["key"],
        value=row["choice"] or row["value"],
        from_at=microseconds(row["from_at"]),
        recorded_at=microseconds(row["recorded_at"]),
        unit=row["unit"] or None,
        level=row["level"] or None,
        team_id=row["team_id"],
        version=row["version"],
        withdrawn=row["withdrawn"],
        source=row["source"],
        set_by=str(row["set_by_id"] or ""),
    )


def bank_holidays() -> Holidays:
    """The shipped calendar and every later word about a bank holiday."""
    rows = models.BankHoliday.objects.values_list("day", "recorded_at", "withdrawn")
    later = [Holiday(day, microseconds(at), withdrawn) for day, at, withdrawn in rows]
    return Holidays([*ENGLAND_AND_WALES.recorded, *later]) if later else ENGLAND_AND_WALES


def value_in_force(
    policies: Policies,
    key: str,
    at: datetime,
    *,
    known_at: datetime | None = None,
    level: str | None = None,
) -> int | str | None:
    """What a setting without a team says at an instant, as known then or at `known_at`; None while
    it is unset. With `level` what is set for that level or, where nothing is, for every level."""
    instant = microseconds(at)
    begun = [
        one
        for one in policies.as_known(microseconds(known_at or at)).of(key)
        if one.from_at <= instant and one.level in (None, level) and one.team_id is None
    ]
    own = [one for one in begun if one.level is not None] or begun
    return own[-1].value if own else None
