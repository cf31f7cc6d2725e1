"""Suspects, bails and facts about them in batches, for an intake or the demonstration force."""

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
from dutybook.records.investigations.actions.receiving import UNNAMED
from dutybook.records.investigations.models import Bail, Suspect
from dutybook.records.people import actions as people

SUSPECT, BAIL = "suspect", "bail"
_OF_SUBJECT = ("team_id", "owner_id", "restricted")


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; one log row for all of it.

    `kind` is `suspect` (rows: `reference`, `name`, `date_of_birth`, `team_id`, `owner_id`,
    `restricted`; gives subject ids), `bail` (rows: `suspect_id`, `arrested_on`; gives subject
    ids), or a fact table of suspects or bails or `allocation` (rows: the model's fields,
    `subject_id` and `at` at least; gives fact ids). A fact's `recorded_at` may lie in the past.
    The ledger is not derived: `ledger.actions.rebuild` follows the last batch. Raises
    `NotAllowed` for anybody but a loading command.
    """
    loading.check_may_load(by)
    of_suspects = {source.table for source in sources(SubjectKind.SUSPECT)}
    of_bails = {source.table for source in sources(SubjectKind.BAIL)}
    if kind == SUSPECT:
        ids = subjects = _load_suspects(rows, by, now)
    elif kind == BAIL:
        ids = subjects = _load_bails(rows, by)
    elif kind in of_suspects | of_bails:
        ids = loading.load_facts(source_of(kind).model, rows, by=by, now=now)
        subjects = [row["subject_id"] for row in rows]
    else:
        raise InvalidInput({"kind": f"there are no records called {kind}"})
    about_bail = kind == BAIL or kind in of_bails - of_suspects
    loading.log_batch(by, RecordKind.BAIL if about_bail else RecordKind.SUSPECT, subjects, kind)
    return ids


def _load_suspects(rows: Sequence[Mapping[str, Any]], by: Viewer, now: datetime) -> list[int]:
    subjects = [
        {name: row[name] for name in _OF_SUBJECT if name in row}
        | {"label": f"{row.get('name') or UNNAMED} ({row['reference']})"}
        for row in rows
    ]
    ids = loading.load_subjects(SubjectKind.SUSPECT, subjects, by=by)
    suspects = [
        {name: value for name, value in row.items() if name not in _OF_SUBJECT}
        | {"subject_id": one, "force_id": by.force_id}
        for one, row in zip(ids, rows, strict=True)
    ]
    loading.copy_rows(Suspect, suspects)
    people.load_own_in(suspects, by=by, now=now, category="suspect", scheme="case")
    return ids


def _load_bails(rows: Sequence[Mapping[str, Any]], by: Viewer) -> list[int]:
    above = Subject.objects.filter(kind=SubjectKind.SUSPECT, force_id=by.force_id).in_bulk(
        {row["suspect_id"] for row in rows}
    )
    missing = {row["suspect_id"] for row in rows} - above.keys()
    if missing:
        raise InvalidInput({"suspect_id": f"{len(missing)} bails name a suspect who is not there"})
    subjects = [
        {
            "label": above[row["suspect_id"]].label,
            "team_id": above[row["suspect_id"]].team_id,
            "owner_id": above[row["suspect_id"]].owner_id,
            "restricted": above[row["suspect_id"]].restricted,
            "beneath_id": row["suspect_id"],
        }
        for row in rows
    ]
    ids = loading.load_subjects(SubjectKind.BAIL, subjects, by=by)
    bails = [dict(row) | {"subject_id": one} for one, row in zip(ids, rows, strict=True)]
    loading.copy_rows(Bail, bails)
    return ids
