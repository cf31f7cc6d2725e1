"""History of every change to a mutable record, kept by triggers in PostgreSQL.

The triggers see every write, `queryset.update()` and hand-typed SQL included. *Who* made a change
is told by the access-log row of the same transaction (both carry `transaction`), so that nothing
has to be set before each statement. The history is the audit of a record; what was known when is
told by the versions of facts, never by these tables.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
import pghistory.models
from django.db import models

_Model = TypeVar("_Model", bound=type[models.Model])


class TransactionId(models.Func):
    """The running transaction's number, the same for every row that it writes."""

    template = "pg_current_xact_id()::text::bigint"
    output_field = models.BigIntegerField()


class Change(pghistory.models.Event):
    """One change: the row as it stood afterwards (or, for a deletion, before)."""

    append_only = True

    pgh_id = models.BigAutoField(primary_key=True)
    transaction = models.BigIntegerField(db_default=TransactionId(), editable=False)

    class Meta:
        abstract = True


def tracked(*, exclude: tuple[str, ...] = ()) -> Callable[[_Model], _Model]:
    """Class decorator: keep every insert, update and delete of this model as a `Change`.

    `exclude` names columns that must never be copied (a password hash).
    """

    no_context: Any = None  # pghistory accepts None here, though its annotation does not say so
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(exclude),
        context_field=no_context,
        base_model=Change,
    )
