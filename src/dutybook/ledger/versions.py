"""Keeping facts: a first version, then corrections and withdrawals as later versions.

A person who corrects says which version they saw. When a later one stands already, nothing is
written and both are handed back.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.db.models import DateTimeField, Exists, F, Func, OuterRef, QuerySet, Value

from dutybook.access.errors import EditCollision, InvalidInput, NotFound
from dutybook.access.viewer import Viewer
from dutybook.ledger.checks import Problems
from dutybook.ledger.fact_models import FactVersion

Fact = TypeVar("Fact", bound=FactVersion)

_OWN_TO_A_VERSION = frozenset(
    {"id", "version", "recorded_at", "loaded_at", "recorded_by", "withdrawn", "change_reason"}
)


def add_first(
    model: type[Fact], *, subject_id: int, at: datetime, by: Viewer, now: datetime, **values: Any
) -> Fact:
    """Keep a new fact as version 1; `values` are the model's own fields."""
    return model.objects.create(
        subject_id=subject_id, at=at, recorded_at=now, recorded_by_id=by.user_id, **values
    )


def newest_version(model: type[Fact], subject_id: int, fact_id: int) -> Fact:
    """The version that stands. Raises `NotFound` when the subject has no such fact."""
    fact = model.objects.filter(subject_id=subject_id, fact_id=fact_id).order_by("-version").first()
    if fact is None:
        raise NotFound(f"no {model._meta.verbose_name} with this number")
    return fact


def standing(model: type[Fact]) -> QuerySet[Fact]:
    """The newest version of every fact that is not withdrawn, as known now."""
    later = model.objects.filter(fact_id=OuterRef("fact_id"), version__gt=OuterRef("version"))
    return model.objects.filter(~Exists(later), withdrawn=False)


class Latest(Func):
    """What a subject's latest standing fact by an instant says in one column; see `latest`.

    Its text is written here once: a page reads a dozen of these, and as querysets they took longer
    to put together than to run.
    """

    def __init__(
        self,
        model: type[FactVersion],
        column: str,
        at: datetime,
        only: tuple[str, str] | None,
        subject: str,
    ) -> None:
        self.fields = model._meta
        self.column, self.only = column, only
        narrowed = [Value(only[1])] if only else []
        moment = Value(at, output_field=DateTimeField())
        super().__init__(F(subject), moment, *narrowed, output_field=model._meta.get_field(column))

    def as_sql(self, compiler: Any, connection: Any, **_context: Any) -> tuple[str, list[Any]]:
        subject, at, *narrowed = (compiler.compile(one) for one in self.source_expressions)
        quoted = connection.ops.quote_name
        table, column = quoted(self.fields.db_table), self.fields.get_field(self.column).column
        only = ""
        if self.only:
            name = self.fields.get_field(self.only[0]).column
            only = f" AND f.{quoted(name)} = {narrowed[0][0]}"
        text = (  # only the models' own names are put into it
            f"(SELECT f.{quoted(column)} FROM {table} f WHERE f.subject_id = {subject[0]}"  # noqa: S608
            f" AND f.at <= {at[0]}{only} AND NOT f.withdrawn AND f.version ="
            f" (SELECT max(l.version) FROM {table} l WHERE l.fact_id = f.fact_id)"
            " ORDER BY f.at DESC, f.fact_id DESC LIMIT 1)"
        )
        parameters = [one for _, given in (subject, at, *narrowed) for one in given]
        return text, parameters


def latest(
    model: type[FactVersion],
    column: str,
    at: datetime,
    *,
    only: tuple[str, str] | None = None,
    subject: str = "pk",
) -> Latest:
    """What a subject's latest standing fact by `at` says in one column, perhaps of those alone
    in which a column (`only`: its name and a value) says something; null when there is none. The
    outer row has the subject's number in the column `subject`."""
    return Latest(model, column, at, only, subject)


def add_version(
    model: type[Fact],
    *,
    subject_id: int,
    fact_id: int,
    seen_version: int,
    by: Viewer,
    now: datetime,
    reason: str,
    changes: Mapping[str, Any] | None = None,
    withdrawn: bool = False,
) -> Fact:
    """Keep a correction (`changes` to the version seen) or a withdrawal, with its reason.

    Raises `EditCollision` when a version later than `seen_version` stands, `NotFound` when the
    subject has no such fact, `InvalidInput` without a reason or when it is withdrawn already.
    """
    problems = Problems()
    problems.filled("change_reason", reason, "Say why this record is changed", longest=500)
    problems.refuse_if_any()
    stored = newest_version(model, subject_id, fact_id)
    wanted = carried(stored) | dict(changes or {}) | {"withdrawn": withdrawn}
    if stored.version != seen_version:
        raise _collision(stored, wanted)
    if stored.withdrawn:
        raise InvalidInput({"": "This record has been withdrawn; record it anew instead"})
    later = model(
        **wanted,
        version=stored.version + 1,
        recorded_at=now,
        recorded_by_id=by.user_id,
        change_reason=reason.strip(),
    )
    try:
        with transaction.atomic():
            later.save(force_insert=True)
    except IntegrityError as error:
        constraint = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "")
        if constraint != f"{model._meta.model_name}_version_once":
            raise
        raise _collision(newest_version(model, subject_id, fact_id), wanted) from error
    return later


def carried(fact: FactVersion) -> dict[str, Any]:
    """The fields that a later version carries over, by attribute name."""
    return {
        field.attname: getattr(fact, field.attname)
        for field in fact._meta.concrete_fields
        if field.name not in _OWN_TO_A_VERSION
    }


def _collision(stored: FactVersion, wanted: Mapping[str, Any]) -> EditCollision:
    return EditCollision(f"This {stored._meta.verbose_name}", seen=dict(wanted), stored=stored)
