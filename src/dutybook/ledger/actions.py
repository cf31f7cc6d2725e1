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
from dutybook.ledger.acknowledging import acknowledge
from dutybook.ledger.derive import Progress, derive_force
from dutybook.ledger.locks import wait_for_writes
from dutybook.ledger.models import BankHoliday, PolicySetting
from dutybook.ledger.policy_checks import check_not_set_twice, check_setting, withdrawal_of
from dutybook.ledger.policy_keys import policy_keys
from dutybook.ledger.recorded import recorded_duties
from dutybook.ledger.recounting import close_recounts, open_recount, open_recounts
from dutybook.ledger.tasks import defer_recount
from dutybook.ledger.writing import Written

__all__ = ["acknowledge", "rebuild", "record_bank_holiday", "set_policy", "withdraw_policy"]

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
    waiting = open_recounts(by.force_id)
    written = derive_force(by.force_id, progress=progress)
    close_recounts(waiting)
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
) -> PolicySetting:
    """Make a setting of the viewer's force from `from_at` on; the worker counts again what
    depends on it, and until it has, figures say so.

    `value` None unsets it from then on. A later setting of the same key, level and team follows
    an earlier one; none is ever edited. `recorded_at` in the past is for loading commands only.
    Raises `NotAllowed`, or `InvalidInput` by field.
    """
    _check_may_set(by)
    recorded_at = _recorded_at(by, now, recorded_at)
    check_setting(key=key, value=value, unit=unit, level=level, source=source)
    wait_for_writes(by.force_id)
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
    _count_again(by, by.force_id, key, policy_keys()[key].duties, now)
    return setting


@transaction.atomic
def withdraw_policy(
    *,
    by: Viewer,
    now: datetime,
    policy_id: int,
    seen_version: int,
    source: str,
) -> PolicySetting:
    """Withdraw a setting made in error: from now on it never was; what was known when stays.

    Raises `NotAllowed`, `NotFound`, `InvalidInput`, or `EditCollision` when it changed meanwhile.
    """
    _check_may_set(by)
    wait_for_writes(by.force_id)
    later = withdrawal_of(by, policy_id, seen_version, source)
    later.recorded_at, later.set_by_id = now, by.user_id
    later.save(force_insert=True)
    _log(by, RecordKind.POLICY, f"withdrew {later.key} {later.level}")
    _count_again(by, by.force_id, later.key, policy_keys()[later.key].duties, now)
    return later


@transaction.atomic
def record_bank_holiday(
    *,
    by: Viewer,
    now: datetime,
    day: date,
    name: str,
    withdrawn: bool = False,
) -> BankHoliday:
    """Record that a day was proclaimed a bank holiday (or withdrawn), for every force here.

    The worker counts every duty of each force that holds records again.
    Raises `NotAllowed` or `InvalidInput`.
    """
    _check_system_care(by)
    if not 0 < len(name.strip()) <= LONGEST_NAME:
        raise InvalidInput({"name": f"Enter what it is called, in {LONGEST_NAME} characters"})
    holiday = BankHoliday.objects.create(
        day=day, name=name.strip(), withdrawn=withdrawn, recorded_at=now
    )
    _log(by, RecordKind.POLICY, f"bank holiday {day}{' withdrawn' if withdrawn else ''}")
    every = tuple(duty.key for duty in recorded_duties())
    for force_id in (
        Force.objects.filter(holds_records=True).order_by("id").values_list("id", flat=True)
    ):
        _count_again(by, force_id, day.isoformat(), every, now)
    return holiday


def _count_again(
    by: Viewer, force_id: int, what: str, dependents: tuple[str, ...], now: datetime
) -> None:
    if dependents:
        defer_recount(open_recount(by, force_id, what, dependents, now))


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
