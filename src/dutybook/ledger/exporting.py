"""A list leaves the system as a file: who took it, what it holds and why is kept with it."""

from datetime import datetime

from django.db import transaction

from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.models import Export
from dutybook.ledger.models.export import FORMS


@transaction.atomic
def record_export(
    *,
    by: Viewer,
    now: datetime,
    list_name: str,
    narrowed: str,
    form: str,
    rows: int,
    reason: str,
) -> int:
    """Keep that `by` took a list out as a file, and answer the number of the export.

    The list was read in the same transaction, and reading it logged each record it shows: a file
    without its reason cannot be made. `narrowed` says in words how the list was narrowed. Raises
    `InvalidInput` for a form that is none of `FORMS`, and without a reason.
    """
    problems = Problems()
    if form not in FORMS:
        problems.add("form", "Choose CSV or XLSX")
    problems.filled("reason", reason, "Say what the file is for", longest=1000)
    problems.refuse_if_any()
    made = Export.objects.create(
        force_id=by.force_id,
        list_name=list_name,
        narrowed=narrowed[:400],
        form=form,
        rows=rows,
        reason=reason.strip(),
        made_by_id=by.user_id,
        made_at=now,
    )
    return made.pk
