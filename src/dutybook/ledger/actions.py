"""The only writes of the ledger room.

The tables of the ledger itself are written by derivation alone. Every action is atomic, writes its
access-log row in the same transaction, and takes the time from its caller.
"""

from datetime import date, datetime

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import Force, Operation
from dutybook.access.roles import RecordKind, Role
from dutybook.access.viewer import Viewer
from dutybook.ledger import loading
from dutybook.ledger.derive import Progress, derive_force
from dutybook.ledger.locks import lock_whole
from dutybook.ledger.models import BankHoliday, PolicySetting
from dutybook.ledger.policy_checks import check_not_set_twice, check_setting, withdrawal_of
from dutybook.ledger.policy_keys import policy_keys
from dutybook.ledger.writing import Written

LONGEST_NAME = 80
"""Of a bank holiday."""


def no_progress(_doing: str, _done: int, _of: int) -> None:
    """For callers that show no progress."""


@transaction.atomic
def rebuild(*, by: Viewer, progress: Progress = no_progress) -> Written:
    """Derive the whole ledger of the viewer's force from its facts; entries keep their keys.

    For commands and administrators. Gives how many rows differed from what refreshes had left,
    which is none when all is well.
    """
    _check_system_care(by)
    written = derive_force(by.force_id, progress=progress)
    _log(
        by,
        RecordKind.LEDGER_AGGREGATE,
        f"rebuild: entries {written.entries}, spans {written.spans}",
    )
    return written


@transaction.atomic
def set_policy(
    *,
    by: Viewer,
    now: datetime,
    key: str,
    value: int | str | None,
    from_at: datetime,
    source: str,
    unit: str = "",
    level: str = "",
    team_id: int | None = None,
    recorded_at: datetime | None = None,
    progress: Progress = no_progress,
) -> PolicySetting:
    """Make a setting of the viewer's force from `from_at` on, and derive what depends on it.

    `value` None unsets it from then on. A later setting of the same key, level and team follows
    an earlier one; none is ever edited. `recorded_at` in the past is for loading commands only.
    Raises `NotAllowed`, or `InvalidInput` by field.
    """
    _check_may_set(by)
    recorded_at = _recorded_at(by, now, recorded_at)
    check_setting(key=key, value=value, unit=unit, level=level, source=source)
    lock_whole(by.force_id)
    check_not_set_twice(by, key=key, level=level, team_id=team_id, from_at=from_at)
    setting = PolicySetting.objects.create(
        force_id=by.force_id,
        key=key,
        level=level,
        team_id=team_id,
        value=value if isinstance(value, int) else None,
        choice=value if isinstance(value, str) else "",
        unit="" if value is None else unit,
        from_at=from_at,
        recorded_at=recorded_at,
        source=source.strip(),
        set_by_id=by.user_id,
    )
    _log(by, RecordKind.POLICY, f"set {key} {level}")
    _derive_dependents(by, key, progress)
    return setting


@transaction.atomic
def withdraw_policy(
    *,
    by: Viewer,
    now: datetime,
    policy_id: int,
    seen_version: int,
    source: str,
    progress: Progress = no_progress,
) -> PolicySetting:
    """Withdraw a setting made in error: from now on it never was; what was known when stays.

    Raises `NotAllowed`, `NotFound`, `InvalidInput`, or `EditCollision` when it changed meanwhile.
    """
    _check_may_set(by)
    lock_whole(by.force_id)
    later = withdrawal_of(by, policy_id, seen_version, source)
    later.recorded_at, later.set_by_id = now, by.user_id
    later.save(force_insert=True)
    _log(by, RecordKind.POLICY, f"withdrew {later.key} {later.level}")
    _derive_dependents(by, later.key, progress)
    return later


@transaction.atomic
def record_bank_holiday(
    *,
    by: Viewer,
    now: datetime,
    day: date,
    name: str,
    withdrawn: bool = False,
    progress: Progress = no_progress,
) -> BankHoliday:
    """Record that a day was proclaimed a bank holiday (or withdrawn), for every force here.

    The whole ledger of each force that holds records is derived again, and the change is logged.
    Raises `NotAllowed` or `InvalidInput`.
    """
    _check_system_care(by)
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise InvalidInput({"name": f"Enter what it is called, in {LONGEST_NAME} characters"})
    holiday = BankHoliday.objects.create(
        day=day, name=name.strip(), withdrawn=withdrawn, recorded_at=now
    )
    _log(by, RecordKind.POLICY, f"bank holiday {day}{' withdrawn' if withdrawn else ''}")
    for force_id in (
        Force.objects.filter(holds_records=True).order_by("id").values_list("id", flat=True)
    ):
        derive_force(force_id, progress=progress)
    return holiday


def _derive_dependents(by: Viewer, key: str, progress: Progress) -> None:
    dependents = policy_keys()[key].duties
    if dependents:
        derive_force(by.force_id, keys=dependents, progress=progress)


def _log(by: Viewer, kind: RecordKind, detail: str) -> None:
    log.record(
        by, operation=Operation.ALTERATION, kind=kind, subjects=[], detail=detail.lower().strip()
    )


def _recorded_at(by: Viewer, now: datetime, recorded_at: datetime | None) -> datetime:
    if recorded_at is None:
        return now
    loading.check_may_load(by)
    if recorded_at > now:
        raise InvalidInput({"recorded_at": "A setting cannot be recorded in the future"})
    return recorded_at


def _check_may_set(by: Viewer) -> None:
    if not by.may_write(RecordKind.POLICY):
        loading.check_may_load(by)


def _check_system_care(by: Viewer) -> None:
    if not (by.is_operator or by.has_role(Role.ADMINISTRATOR)):
        raise NotAllowed("only a command or an administrator may do this")
