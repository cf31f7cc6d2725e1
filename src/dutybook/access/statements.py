"""Statements of our own text, kept by the server on each connection with their plan."""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date, datetime
from itertools import count
from typing import Any, Final
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import Connection

PLANS_KEPT: Final = 500
"""On each connection: more than there are texts, which people with like roles share."""

_NAMES: Final[WeakKeyDictionary[Connection[Any], OrderedDict[tuple[str, tuple[str, ...]], str]]] = (
    WeakKeyDictionary()
)
"""By connection, what each of its prepared statements is called, the one used last at the end."""
_NUMBERS: Final = count(1)
_TYPES: Final = (
    (bool, "boolean"),
    (int, "bigint"),
    (datetime, "timestamptz"),
    (date, "date"),
    (str, "text"),
)


def asked(text: str, values: Sequence[Any]) -> list[Any]:
    """The rows of a statement of our own text, with `$1`, `$2` … for `values`."""
    connection = connections[DEFAULT_DB_ALIAS]
    places = f"({', '.join(['%s'] * len(values))})" if values else ""
    with connection.cursor() as cursor, connection.wrap_database_errors:
        name = _plan(connection.connection, text, tuple(_type(value) for value in values))
        cursor.execute(f"EXECUTE {name} {places}", values)
        return cursor.fetchall()


def _plan(raw: Connection[Any], text: str, types: tuple[str, ...]) -> str:
    """The name under which the server keeps a statement on this connection.

    Named by us and not by the driver, which forgets all of them at each rollback. The server keeps
    a prepared statement whatever becomes of the transaction that made it.
    """
    names = _NAMES.setdefault(raw, OrderedDict())
    name = names.get((text, types))
    if name is None:
        if len(names) >= PLANS_KEPT:
            raw.execute(f"DEALLOCATE {names.popitem(last=False)[1]}".encode())
        name = f"dutybook_{next(_NUMBERS)}"
        declared = f" ({', '.join(types)})" if types else ""
        raw.execute(f"PREPARE {name}{declared} AS {text}".encode())
        names[text, types] = name
    else:
        names.move_to_end((text, types))
    return name


def _type(value: Any) -> str:
    """The type of a value as the server is told; whole numbers are of 64 bits whatever their size,
    so that one plan serves them all."""
    if isinstance(value, list):
        return f"{_type(value[0])}[]" if value else "unknown"
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "unknown")
