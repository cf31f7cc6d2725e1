"""Statements that are put together once: by Django into SQL, and by PostgreSQL into a plan.

A queryset is built, copied and turned into SQL for each request, and the database plans it anew. On
a record's page the two took longer than everything else. A function that builds a queryset and is
marked `@prepared` is run once for each *shape*; later calls send the same text with other values.

    @prepared(day_ends)
    def _owed(viewer: Viewer, order: str, *, day: date, owner: int) -> QuerySet[Entry]: ...

    rows = _owed(viewer, "due", day=day, owner=viewer.user_id)

What is given by position shapes the statement: the viewer, whose need to know stands inside it, a
filter that is there or not, the size of a page. What is given by name is put into it for each call:
a whole number, an instant, a day, a text, or a tuple of whole numbers; None is as if it had not
been given. A value may reach the statement as it is, or through one of the functions named in the
mark.

That nothing else of a value went into the text is not trusted: every shape is built twice with
different stand-ins, and whatever differs must be a stand-in, else `NotPreparableError` is raised.
What this cannot see is a choice that both stand-ins make alike: such a function asks whether a
value is there, never what it is.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, update_wrapper
from typing import Any, Final

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import IntegerField, QuerySet
from django.db.models.sql.compiler import SQLCompiler
from psycopg import sql

from dutybook.access.statements import answered

SHAPES_KEPT: Final = 4_000
"""Of all statements together: some tens for everybody who is at work."""
_PLACEHOLDER: Final = re.compile(r"%(s|%)")
_Values = dict[str, Any]
_Converters = dict[int, tuple[list[Callable[..., Any]], Any]]


class NotPreparableError(TypeError):
    """A statement depends on a value in a way that putting in another would not follow."""


class Shaping(ABC):
    """Somebody on whose need to know a statement depends.

    `shaping` is the same without what differs from one request to the next; `numbers` are those by
    which people, teams and records are told apart: they are put in for each, so that all whose
    roles are alike share one text.
    """

    @property
    @abstractmethod
    def shaping(self) -> "Shaping":
        """Whoever stands for all that are to be shown the same."""

    @property
    @abstractmethod
    def numbers(self) -> frozenset[int]:
        """Those that are put in for each."""


class _Rows:
    """In place of Django's compiler once the answer is there: its iterables read from this."""

    def __init__(self, compiler: SQLCompiler, rows: list[Any], converters: _Converters) -> None:
        self._compiler, self._rows, self._converters = compiler, rows, converters

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiler, name)

    def execute_sql(self, *_: Any, **__: Any) -> list[list[Any]]:
        return [self._rows]

    def results_iter(
        self, _results: Any = None, tuple_expected: bool = False, **_: Any
    ) -> Iterator[Any]:
        if not self._converters:
            return iter(self._rows)
        converted = self._compiler.apply_converters(self._rows, self._converters)
        return map(tuple, converted) if tuple_expected else converted


@dataclass(frozen=True)
class _Statement:
    """The text with `$1`, `$2` …, and for each where its value comes from.

    `compiler` has no connection: whoever made the text was one thread, and any may use it.
    `converters` turn what stands at a place of a row into what the field gives; those in `into_int`
    make a whole number of it, which it is already unless it was summed or worked out.
    """

    queryset: QuerySet[Any]
    compiler: SQLCompiler
    text: str
    sources: tuple[Callable[[_Values], Any], ...]
    converters: _Converters
    into_int: frozenset[int]

    def given(self, values: _Values) -> list[Any]:
        """What stands for `$1`, `$2` …"""
        return [source(values) for source in self.sources]

    def rows(self, values: _Values) -> list[Any]:
        """The rows as the queryset gives them: models, dictionaries or tuples."""
        answer, whole = answered(self.text, self.given(values))
        idle = self.into_int & whole
        found = self.queryset.all()
        compiler = copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]
        needed = {place: one for place, one in self.converters.items() if place not in idle}
        rows = _Rows(compiler, answer, needed)
        found.query.get_compiler = lambda *_, **__: rows
        return list(found)


class Prepared:
    """A function that builds a queryset; called, it gives the rows.

    Raises `NotPreparableError` at the first call of a shape that depends on a value otherwise than
    as it is, or through one of the functions in `worked_out`.
    """

    def __init__(
        self,
        build: Callable[..., QuerySet[Any, Any]],
        worked_out: tuple[Callable[[Any], Any], ...],
    ) -> None:
        update_wrapper(self, build)
        self._build, self._worked_out = build, worked_out

    def __call__(self, *shape: Any, **values: Any) -> list[Any]:
        given = _given(values)
        statement = self._of(shape, given)
        return statement.rows(given) if statement else []

    def part(self, *shape: Any, **values: Any) -> tuple[str, list[Any]] | None:
        """The text to stand in a longer one that is `asked`, and its values, `$1` for the first;
        None where no row can meet it."""
        given = _given(values)
        statement = self._of(shape, given)
        return (statement.text, statement.given(given)) if statement else None

    def _of(self, shape: Sequence[Any], values: _Values) -> "_Statement | None":
        known = tuple(one.shaping if isinstance(one, Shaping) else one for one in shape)
        kinds = tuple((name, _kind(value)) for name, value in values.items())
        return _statement(self._build, self._worked_out, known, kinds)


def prepared(
    *worked_out: Callable[[Any], Any],
) -> Callable[[Callable[..., QuerySet[Any, Any]]], Prepared]:
    """Mark a function that builds a queryset; `worked_out` are the functions through which a value
    may reach its statement."""
    return lambda build: Prepared(build, worked_out)


def padded(numbers: Iterable[int]) -> tuple[int, ...]:
    """Some numbers for an `__in`, the last repeated until there are 1, 2, 4, 8 … of them, so that
    lists of nearly the same length are one shape. Raises `ValueError` for none."""
    given = sorted(set(numbers))
    if not given:
        raise ValueError("a list of numbers to look for is empty: ask nothing")
    length = 1 << (len(given) - 1).bit_length()
    return (*given, *[given[-1]] * (length - len(given)))


def _given(values: _Values) -> _Values:
    return {name: value for name, value in values.items() if value is not None}


def _kind(value: Any) -> tuple[type, int]:
    """What stands for a value while the text is made: its type, and how many there are."""
    if isinstance(value, tuple) and all(type(one) is int for one in value):
        return tuple, len(value)
    for kind in (datetime, date, int, str):
        if isinstance(value, kind) and not isinstance(value, bool):
            return kind, 1
    raise NotPreparableError(
        f"{value!r} is no value that is put into a statement: give it by position"
    )


@lru_cache(maxsize=SHAPES_KEPT)
def _statement(
    build: Callable[..., QuerySet[Any]],
    worked_out: tuple[Callable[[Any], Any], ...],
    shape: tuple[Any, ...],
    kinds: tuple[tuple[str, tuple[type, int]], ...],
) -> _Statement | None:
    """The statement of one shape; None for one that no row can meet."""
    made: list[tuple[str, tuple[Any, ...], dict[Any, _Source]]] = []
    for turn in (0, 1):
        stand_ins = _stand_ins(kinds, turn)
        queryset = build(*shape, **stand_ins)
        compiler = queryset.query.get_compiler(using=queryset.db)
        try:
            text, parameters = compiler.as_sql()
        except EmptyResultSet:
            made.append(("", (), {}))
            continue
        made.append((text, tuple(parameters), _origins(stand_ins, worked_out)))
    (text, first, origins), (other_text, second, other_origins) = made
    if text != other_text:
        raise NotPreparableError(f"{build.__qualname__}: its text depends on a value given by name")
    if not text:
        return None
    sources: list[_Source | _Constant] = []
    for one, other in zip(first, second, strict=True):
        if _same(one, other):
            sources.append(_Constant(one))
            continue
        source = origins.get(one) if isinstance(one, Hashable) else None
        if source is None or source != other_origins.get(other):
            raise NotPreparableError(
                f"{build.__qualname__} works out {one!r} of a value unannounced"
            )
        sources.append(source)
    own = frozenset[int]().union(*(one.numbers for one in shape if isinstance(one, Shaping)))
    numbered, taken = _numbered(text, sources, own)
    columns = [column for column, *_ in compiler.select[: compiler.col_count]]
    converters = compiler.get_converters(columns)
    del compiler.connection
    return _Statement(queryset, compiler, numbered, taken, converters, _into_int(converters))


def _into_int(converters: _Converters) -> frozenset[int]:
    """The places whose only converter is that of Django's whole numbers."""
    return frozenset(
        place
        for place, (functions, column) in converters.items()
        if functions == [column.convert_value] and isinstance(column.output_field, IntegerField)
    )


@dataclass(frozen=True)
class _Constant:
    """What is the same for every value."""

    value: Any

    def __call__(self, _values: _Values) -> Any:
        return self.value


@dataclass(frozen=True)
class _Source:
    """A value by its name, one of a tuple by its place, perhaps through a function."""

    name: str
    place: int | None
    through: Callable[[Any], Any] | None

    def __call__(self, values: _Values) -> Any:
        value = values[self.name]
        if self.place is not None:
            value = value[self.place]
        return value if self.through is None else self.through(value)


def _stand_ins(kinds: Sequence[tuple[str, tuple[type, int]]], turn: int) -> _Values:
    """Values that stand nowhere else in a statement: each on a day of its own, each a number that
    a column of 32 bits can hold."""
    days = (date(2061 + turn, 1, 1) + timedelta(days=number) for number in range(366))
    numbers = iter(range(2_000_000_000 + turn * 10_000, 2_000_010_000 + turn * 10_000))

    def of(kind: type, many: int) -> Any:
        if kind is tuple:
            return tuple(next(numbers) for _ in range(many))
        if kind in (int, str):
            return kind(next(numbers))
        day = next(days)
        return day if kind is date else datetime(day.year, day.month, day.day, 9, 30, tzinfo=UTC)

    return {name: of(*kind) for name, kind in kinds}


def _origins(stand_ins: _Values, worked_out: Sequence[Callable[[Any], Any]]) -> dict[Any, _Source]:
    """Where each stand-in, and what is worked out of it, comes from."""
    origins: dict[Any, _Source] = {}
    for name, value in stand_ins.items():
        if isinstance(value, tuple):
            origins |= {one: _Source(name, place, None) for place, one in enumerate(value)}
            continue
        for through in worked_out:
            try:
                origins[through(value)] = _Source(name, None, through)
            except (TypeError, AttributeError):
                continue  # a function of days is asked of instants too
        origins[value] = _Source(name, None, None)
    return origins


def _same(one: Any, other: Any) -> bool:
    return type(one) is type(other) and bool(one == other)


def _numbered(
    text: str, sources: Sequence[_Source | _Constant], own: frozenset[int]
) -> tuple[str, tuple[Callable[[_Values], Any], ...]]:
    """The text with a number for each different value; other constants are written into it."""
    given = iter(sources)
    places: dict[_Source | _Constant, int] = {}
    raw = connections[DEFAULT_DB_ALIAS].connection

    def put(found: re.Match[str]) -> str:
        if found[1] == "%":
            return "%"
        source = next(given)
        if isinstance(source, _Constant) and not _is_number_of(source.value, own):
            return sql.Literal(source.value).as_string(raw)
        return f"${places.setdefault(source, len(places) + 1)}"

    return _PLACEHOLDER.sub(put, text), tuple(places)


def _is_number_of(value: Any, own: frozenset[int]) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in own
