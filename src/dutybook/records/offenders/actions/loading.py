"""Offenders and facts about them in batches, for an intake or the demonstration force."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger import loading
from dutybook.ledger.models import Subject, SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.records.offenders.models import Offender, Order, OrderTerms
from dutybook.records.people import actions as people

OFFENDER, ORDER = "offender", "order"
_OF_SUBJECT = ("label", "team_id", "owner_id", "restricted")


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; one log row for all of it.

    `kind` is `offender` (rows: `national_register_ref`, `name`, `date_of_birth`, `sex`,
    `team_id`, `owner_id`, `restricted`; gives subject ids), `order` (rows: `offender_id`, `kind`,
    `court`, `conditions`, `from_day`; gives subject ids) or a fact table of offenders or orders or
    `allocation` (rows: the model's fields, `subject_id` and `at` at least; gives fact ids). A
    fact's `recorded_at` may lie in the past. The ledger is not derived: `ledger.actions.rebuild`
    follows the last batch. Raises `NotAllowed` for anybody but a loading command.
    """
    loading.check_may_load(by)
    kinds = (SubjectKind.OFFENDER, SubjectKind.ORDER)
    if kind == OFFENDER:
        ids = _load_offenders(rows, by, now)
        subjects = ids
    elif kind == ORDER:
        ids = _load_orders(rows, by, now)
        subjects = ids
    elif kind in {source.table for one in kinds for source in sources(one)}:
        ids = loading.load_facts(source_of(kind).model, rows, by=by, now=now)
        subjects = [row["subject_id"] for row in rows]
    else:
        raise InvalidInput({"kind": f"there are no records called {kind}"})
    loading.log_batch(by, RecordKind.OFFENDER, subjects, kind)
    return ids


def _load_offenders(rows: Sequence[Mapping[str, Any]], by: Viewer, now: datetime) -> list[int]:
    subjects = [
        {name: row[name] for name in _OF_SUBJECT if name in row} | {"label": row["name"]}
        for row in rows
    ]
    ids = loading.load_subjects(SubjectKind.OFFENDER, subjects, by=by)
    offenders = [
        {name: value for name, value in row.items() if name not in _OF_SUBJECT}
        | {"subject_id": one, "force_id": by.force_id}
        for one, row in zip(ids, rows, strict=True)
    ]
    loading.copy_rows(Offender, offenders)
    own = [{**row, "reference": row["national_register_ref"]} for row in offenders]
    people.load_own_in(own, by=by, now=now, category="convicted", scheme="national_register")
    return ids


def _load_orders(rows: Sequence[Mapping[str, Any]], by: Viewer, now: datetime) -> list[int]:
    """Each beneath its offender, whose owner, team and name it has, with its first terms."""
    above = Subject.objects.filter(kind=SubjectKind.OFFENDER, force_id=by.force_id).in_bulk(
        {row["offender_id"] for row in rows}
    )
    missing = {row["offender_id"] for row in rows} - above.keys()
    if missing:
        raise InvalidInput(
            {"offender_id": f"{len(missing)} orders name an offender who is not there"}
        )
    subjects = [
        {
            "label": above[row["offender_id"]].label,
            "team_id": above[row["offender_id"]].team_id,
            "owner_id": above[row["offender_id"]].owner_id,
            "restricted": above[row["offender_id"]].restricted,
            "beneath_id": row["offender_id"],
        }
        for row in rows
    ]
    ids = loading.load_subjects(SubjectKind.ORDER, subjects, by=by)
    orders = [
        {"subject_id": one, "offender_id": row["offender_id"], "kind": row["kind"]}
        for one, row in zip(ids, rows, strict=True)
    ]
    loading.copy_rows(Order, orders)
    terms = [
        {"order_id": one, "recorded_at": now}
        | {name: row[name] for name in ("from_day", "court", "conditions")}
        for one, row in zip(ids, rows, strict=True)
    ]
    loading.copy_rows(OrderTerms, terms)
    return ids
