"""Children in batches, for an intake or the demonstration force."""

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
from dutybook.records.people import actions as people
from dutybook.records.safeguarding.actions.knowing import AT_RISK
from dutybook.records.safeguarding.models import Child


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; one log row for all of it.

    `kind` is `child` (rows: `root_id`, `known_as`, and `date_of_birth` and `relation` where known;
    gives subject ids) or a fact table of children (rows: the model's fields, `subject_id` and `at`
    at least; gives fact ids). The ledger is not derived. Raises `NotAllowed` for anybody but a
    loading command.
    """
    loading.check_may_load(by)
    if kind == SubjectKind.CHILD:
        ids = subjects = _load_children(rows, by, now)
    elif kind in {source.table for source in sources(SubjectKind.CHILD)}:
        ids = loading.load_facts(source_of(kind).model, rows, by=by, now=now)
        subjects = [row["subject_id"] for row in rows]
    else:
        raise InvalidInput({"kind": f"there are no records called {kind}"})
    loading.log_batch(by, RecordKind.CHILD, subjects, kind)
    return ids


def _load_children(rows: Sequence[Mapping[str, Any]], by: Viewer, now: datetime) -> list[int]:
    """Each beneath its root, whose owner and team it has."""
    kinds = (SubjectKind.OFFENDER, SubjectKind.SUSPECT)
    named = {row["root_id"] for row in rows}
    roots = Subject.objects.filter(kind__in=kinds, force_id=by.force_id).in_bulk(named)
    if named - roots.keys():
        raise InvalidInput({"root_id": f"{len(named - roots.keys())} records are not there"})
    subjects = [
        {
            "label": row["known_as"],
            "team_id": roots[row["root_id"]].team_id,
            "owner_id": roots[row["root_id"]].owner_id,
            "restricted": roots[row["root_id"]].restricted,
            "beneath_id": row["root_id"],
        }
        for row in rows
    ]
    ids = loading.load_subjects(SubjectKind.CHILD, subjects, by=by)
    children = [
        {name: value for name, value in row.items() if name != "root_id"} | {"subject_id": one}
        for one, row in zip(ids, rows, strict=True)
    ]
    loading.copy_rows(Child, children)
    known = [{**one, "name": one["known_as"]} for one in children]
    people.load_own_in(known, by=by, now=now, category=AT_RISK, protected=True)
    return ids
