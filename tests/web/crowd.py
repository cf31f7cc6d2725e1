"""Many invented records of every kind, by the loading actions: for pages that must not slow."""

from datetime import datetime, timedelta
from typing import Any

from dutybook.access.models import Team, User
from dutybook.access.viewer import operator
from dutybook.ledger.actions import rebuild
from dutybook.records.investigations import actions as investigations
from dutybook.records.offenders import actions as offenders
from dutybook.records.workforce import actions as workforce

DAY = timedelta(days=1)


def crowd(
    how_many: int,
    *,
    prefix: str,
    now: datetime,
    offender_team: Team,
    abuse_team: Team,
    owner: User | None,
) -> None:
    """So many offenders, suspects with bail, and members of staff, each with something overdue."""
    by = operator("crowd", force_id=offender_team.force_id, route="demonstration")
    given: dict[str, Any] = {"by": by, "now": now}
    begun = now - 500 * DAY
    own = {"team_id": offender_team.pk, "owner_id": owner.pk if owner else None}
    people = offenders.load_batch(
        "offender",
        [
            {"national_register_ref": f"{prefix}-{n}", "name": f"Crowd {n:04}", **own}
            for n in range(how_many)
        ],
        **given,
    )
    _facts(offenders, "allocation", people, begun, given, **own)
    _facts(offenders, "registration", people, begun, given, state="registered")
    _facts(offenders, "risk_level", people, begun, given, level="high")
    _facts(offenders, "visit", people, now - 200 * DAY, given, outcome="seen", announced=True)
    _facts(offenders, "risk_plan", people, now - 100 * DAY, given)
    theirs = {"team_id": abuse_team.pk, "owner_id": None}
    suspects = investigations.load_batch(
        "suspect", [{"reference": f"{prefix}-{n}", **theirs} for n in range(how_many)], **given
    )
    _facts(investigations, "allocation", suspects, begun, given, **theirs)
    _facts(investigations, "referral", suspects, now - 90 * DAY, given)
    _facts(investigations, "grade", suspects, now - 89 * DAY, given, level="high")
    bails = investigations.load_batch("bail", [{"suspect_id": one} for one in suspects], **given)
    _facts(investigations, "allocation", bails, begun, given, **theirs)
    _facts(
        *(investigations, "bail_segment", bails, now - 20 * DAY, given),
        until=now + 70 * DAY,
        conditional=True,
    )
    staff = workforce.load_batch(
        "staff",
        [{"payroll_ref": f"{prefix}-{n}", "name": f"Staff {n}"} for n in range(how_many)],
        **given,
    )
    _facts(workforce, "role", staff, begun, given, state="in_scope", title="Investigator")
    rebuild(by=by)


def _facts(
    room: Any, table: str, subjects: list[int], at: datetime, given: dict[str, Any], **values: Any
) -> None:
    rows = [{"subject_id": one, "at": at, "recorded_at": at, **values} for one in subjects]
    room.load_batch(table, rows, **given)
