"""Documents and agreements in batches, for an intake or the demonstration force."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dutybook.access.errors import InvalidInput
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.ledger import loading
from dutybook.ledger.models import SubjectKind
from dutybook.ledger.registry import source_of, sources
from dutybook.records.governance import models


@transaction.atomic
def load_batch(
    kind: str, rows: Sequence[Mapping[str, Any]], *, by: Viewer, now: datetime
) -> list[int]:
    """Load one batch and give the new ids in the order of its rows; one log row for all of it.

    `kind` is `document` (rows: `title`), `agreement` (rows: `title`, `partner`; both give subject
    ids) or a fact table of either (rows: the model's fields, `subject_id` and `at` at least; gives
    fact ids). The ledger is not derived. Raises `NotAllowed` for anybody but a loading command.
    """
    loading.check_may_load(by)
    named: dict[str, type[models.ForceDocument] | type[models.Agreement]] = {
        SubjectKind.DOCUMENT: models.ForceDocument,
        SubjectKind.AGREEMENT: models.Agreement,
    }
    tables = {source.table for one in named for source in sources(one)} - {"allocation"}
    if kind in named:
        labels = [{"label": row["title"]} for row in rows]
        ids = subjects = loading.load_subjects(SubjectKind(kind), labels, by=by)
        own = [
            dict(row) | {"subject_id": one, "force_id": by.force_id}
            for one, row in zip(ids, rows, strict=True)
        ]
        loading.copy_rows(named[kind], own)
    elif kind in tables:
        ids = loading.load_facts(source_of(kind).model, rows, by=by, now=now)
        subjects = [row["subject_id"] for row in rows]
    else:
        raise InvalidInput({"kind": f"there are no records called {kind}"})
    loading.log_batch(by, RecordKind.GOVERNANCE, subjects, kind)
    return ids
