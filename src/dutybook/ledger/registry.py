"""How each record type becomes a fact table of the engine: declared once, read in two ways.

A records room registers a `FactSource` for each of its fact models. `reading` builds from it both
the one statement for a few subjects and the bulk read of a whole force.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db.models import Field

from dutybook.duties.facts import NULL, TABLES, Code, Column, Flag, Instant
from dutybook.ledger.fact_models import FactVersion


@dataclass(frozen=True)
class Filled:
    """A yes/no column of the engine: is there any text in this field of the model?"""

    field: str


@dataclass(frozen=True)
class FactSource:
    """The model that keeps the facts of one engine table.

    `columns` names the model field behind an engine column where the two names differ. Raises
    ValueError when the model lacks one, or keeps another table's facts.
    """

    table: str
    model: type[FactVersion]
    columns: Mapping[str, str | Filled] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.model.fact_table != self.table:
            raise ValueError(
                f"{self.model.__name__} keeps {self.model.fact_table}, not {self.table}"
            )
        list(self.expressions())

    @property
    def db_table(self) -> str:
        """The table in the database."""
        return str(self.model._meta.db_table)

    @property
    def subject_kind(self) -> str:
        """The kind of subject the facts are about; `any` for every kind."""
        return TABLES[self.table].subject

    def expressions(self) -> Iterator[tuple[str, str]]:
        """Each engine column with its SQL: a bigint that is never null, over the row `f`."""
        for name, column in TABLES[self.table].columns.items():
            yield name, _never_null(self._expression(name, column))

    def _expression(self, name: str, column: Column) -> str:
        source = self.columns.get(name, name)
        if isinstance(source, Filled):
            return f"(f.{self._field(source.field).column} <> '')::int"
        where = f"f.{self._field(source).column}"
        if isinstance(column, Instant):
            return instant_sql(where)
        if isinstance(column, Flag):
            return f"{where}::int"
        if isinstance(column, Code):
            choices = ",".join(f"'{choice}'" for choice in column.choices)
            return f"array_position(ARRAY[{choices}]::text[], {where}::text) - 1"
        return where

    def _field(self, name: str) -> "Field[object, object]":
        for candidate in self.model._meta.concrete_fields:
            if name in (candidate.name, candidate.attname):
                return candidate
        raise ValueError(f"{self.model.__name__} has no field {name!r}")


def instant_sql(where: str) -> str:
    """SQL for a timestamp as whole microseconds since the Unix epoch, exact."""
    return f"(extract(epoch FROM {where}) * 1000000)::bigint"


def _never_null(expression: str) -> str:
    return f"COALESCE(({expression})::bigint, ({NULL})::bigint)"


_SOURCES: dict[str, FactSource] = {}


def register(source: FactSource) -> None:
    """Declare where the facts of one engine table are kept; each table has one source."""
    held = _SOURCES.get(source.table)
    if held is not None and held != source:
        raise ValueError(f"two record types claim the facts of {source.table}")
    _SOURCES[source.table] = source


def source_of(table: str) -> FactSource:
    """The source of one engine table. Raises KeyError when no room registered it."""
    return _SOURCES[table]


def sources(subject_kind: str | None = None) -> tuple[FactSource, ...]:
    """Every source, or those about one kind of subject and those about any."""
    return tuple(
        source
        for _, source in sorted(_SOURCES.items())
        if subject_kind is None or source.subject_kind in (subject_kind, "any")
    )
