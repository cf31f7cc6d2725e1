"""Statements of our own text, kept by the server on each connection with their plan."""

import re
from collections import OrderedDict
from collections.abc import Sequence
from datetime import date, datetime
from itertools import count
from typing import Any, Final
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from psycopg import Connection, Cursor
from psycopg.abc import Buffer
from psycopg.adapt import Loader
from psycopg.postgres import types as types_known
from psycopg.pq import Format
from psycopg.pq.abc import PGresult
from psycopg.sql import Literal

PLANS_KEPT: Final = 500
"""On each connection: more than there are texts, which people with like roles share."""

_NAMES: Final[WeakKeyDictionary[Connection[Any], OrderedDict[tuple[str, tuple[str, ...]], str]]] = (
    WeakKeyDictionary()
)
"""By connection, what each of its prepared statements is called, the one used last at the end."""
_NUMBERS: Final = count(1)
_PLAIN: Final = re.compile(r"[A-Za-z0-9 _.:,;=/+-]*")
"""A text in which nothing could end its quotes."""
_TYPES: Final = {
    bool: "boolean",
    int: "bigint",
    datetime: "timestamptz",
    date: "date",
    str: "text",
}
_WHOLE: Final = frozenset(types_known[name].oid for name in ("int2", "int4", "int8"))


class _JsonbAsText(Loader):
    """What Django's own fields expect of the column type: text, which they read themselves."""

    format = Format.BINARY

    def load(self, data: Buffer) -> str:
        version_and_text = bytes(data)
        return version_and_text[1:].decode()


def asked(text: str, values: Sequence[Any]) -> list[Any]:
    """The rows of a statement of our own text, with `$1`, `$2` … for `values`."""
    return answered(text, values)[0]


def answered(text: str, values: Sequence[Any]) -> tuple[list[Any], frozenset[int]]:
    """What `asked` gives, and which places of a row hold whole numbers, counted from 0.

    Rows come in the server's binary form: an instant is read by the driver's compiled code and not
    from its text, which for a page of fifty rows takes three times as long.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    connection.ensure_connection()
    raw = connection.connection
    places = f"({', '.join(_literal(raw, value) for value in values)})" if values else ""
    with Cursor(raw) as plain, connection.wrap_database_errors:
        plain.format = Format.BINARY
        name = _plan(raw, text, tuple(_type(value) for value in values))
        seen = connection.make_debug_cursor if connection.queries_logged else connection.make_cursor
        seen(plain).execute(f"EXECUTE {name} {places}")
        return plain.fetchall(), _whole_numbers(plain.pgresult)


def _whole_numbers(result: PGresult | None) -> frozenset[int]:
    if result is None:
        return frozenset()
    return frozenset([at for at in range(result.nfields) if result.ftype(at) in _WHOLE])


def _plan(raw: Connection[Any], text: str, types: tuple[str, ...]) -> str:
    """The name under which the server keeps a statement on this connection.

    Named by us and not by the driver, which forgets all of them at each rollback. The server keeps
    a prepared statement whatever becomes of the transaction that made it.
    """
    names = _NAMES.get(raw)
    if names is None:
        names = _NAMES[raw] = OrderedDict()
        raw.adapters.register_loader("jsonb", _JsonbAsText)
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
    exact = _TYPES.get(type(value))
    if exact is not None:
        return exact
    return next((name for kind, name in _TYPES.items() if isinstance(value, kind)), "unknown")


def _literal(raw: Connection[Any], value: Any) -> str:
    """A value as it stands in a statement; the frequent kinds need nobody to quote them."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    if isinstance(value, date):
        return f"'{value.isoformat()}'"
    if isinstance(value, str) and _PLAIN.fullmatch(value):
        return f"'{value}'"
    if isinstance(value, list) and all(type(one) is int for one in value):
        return f"'{{{','.join(map(str, value))}}}'"
    return Literal(value).as_string(raw)
