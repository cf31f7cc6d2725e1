"""Today's caseload comes in at once: all of it, or nothing."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.documents.spreadsheets import SheetRow
from dutybook.ledger import loading
from dutybook.ledger.derive import derive_subjects
from dutybook.ledger.fact_models import FactVersion
from dutybook.ledger.instants import day_begins
from dutybook.ledger.locks import lock_shared
from dutybook.ledger.models import Allocation, Subject, SubjectKind
from dutybook.records.offenders import models
from dutybook.records.offenders.queries.caseload import Placed, check_caseload
from dutybook.records.people import actions as people

DERIVED_AT_ONCE = 200


@transaction.atomic
def load_caseload(*, by: Viewer, now: datetime, sheet: Sequence[SheetRow]) -> int:
    """Open a record for every row, with what the row says of it; gives how many were opened.

    What lies in the past is kept as keyed now: it was not known here before. Raises `NotAllowed`,
    or `InvalidInput` when a single row may not be loaded (`check_caseload` says which and why).
    """
    lock_shared(by.force_id)
    checked = check_caseload(by, sheet, now=now)
    if checked.rejected:
        rows = len({one.row for one in checked.rejected})
        raise InvalidInput({"file": f"Nothing was loaded: {rows} rows need to be put right"})
    subjects = _open(checked.placed, by, now)
    loading.log_batch(by, RecordKind.OFFENDER, [one.pk for one in subjects], "caseload")
    for start in range(0, len(subjects), DERIVED_AT_ONCE):
        derive_subjects(subjects[start : start + DERIVED_AT_ONCE])
    return len(subjects)


def _open(placed: Sequence[Placed], by: Viewer, now: datetime) -> list[Subject]:
    """The records, their people and their facts."""
    places = [
        {"label": one.row.name, "team_id": one.team_id, "owner_id": one.owner_id} for one in placed
    ]
    ids = loading.load_subjects(SubjectKind.OFFENDER, places, by=by)
    own = [
        {
            "subject_id": subject,
            "force_id": by.force_id,
            "national_register_ref": one.row.reference,
            "name": one.row.name,
            "date_of_birth": one.row.born,
            "sex": one.row.sex,
        }
        for subject, one in zip(ids, placed, strict=True)
    ]
    loading.copy_rows(models.Offender, own)
    referenced = [{**row, "reference": row["national_register_ref"]} for row in own]
    people.load_own_in(referenced, by=by, now=now, category="convicted", scheme="national_register")
    facts: dict[type[FactVersion], list[dict[str, Any]]] = {}
    for subject, one in zip(ids, placed, strict=True):
        for model, values in _facts(one, now):
            facts.setdefault(model, []).append({"subject_id": subject, **values})
    for model, rows in facts.items():
        loading.load_facts(model, rows, by=by, now=now)
    return list(Subject.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk"))


def _facts(placed: Placed, now: datetime) -> Iterator[tuple[type[FactVersion], dict[str, Any]]]:
    """What a row says, as facts; what it leaves empty is no fact."""
    row = placed.row
    since = _on(row.registered)
    yield models.Registration, {**since, "state": "registered"}
    owner = {"team_id": placed.team_id, "owner_id": placed.owner_id}
    yield Allocation, {"at": now, "day_only": False, **owner}
    if row.level:
        yield models.RiskLevel, {**since, "level": row.level}
    if row.status != "community":
        yield models.CommunityStatus, {"at": now, "day_only": False, "state": row.status}
    if row.managed == "reactive":
        reason = "As the caseload said when it was loaded"
        yield models.Management, {"at": now, "day_only": False, "state": "reactive",
                                  "reason": reason}  # fmt: skip
    if row.visited:
        seen = {"outcome": "seen", "announced": row.announced, "crew": row.crew}
        yield models.Visit, {**_on(row.visited), **seen}
    if row.assessed:
        yield models.ArmsAssessment, {**_on(row.assessed), "priority": row.priority or ""}
    if row.planned:
        yield models.RiskPlan, _on(row.planned)
    if row.interval:
        day = _on(row.planned or row.registered)
        yield models.VisitPlan, {**day, "amount": row.interval, "unit": "months"}


def _on(day: date) -> dict[str, Any]:
    return {"at": day_begins(day), "day_only": True}
