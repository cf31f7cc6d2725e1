"""The SQL that makes the ledger's tables say what was derived; see `writing`.

Derived rows stand in two relations of bigints, `{entries}` and `{spans}`, with the engine's `NULL`
for null and instants as the engine keeps them. A `duty` column there is a place in the parameter
`duties`, a `row` numbers the entries, a span's `entry` is such a number, and `last` is 1 for the
last span of an entry.
"""

from collections.abc import Iterable

from psycopg import sql

from dutybook.duties.ledger import ENTRY_COLUMNS, NULL, SPAN_COLUMNS

KEY = ("subject_id", "opened_by", "opened_at", "condition")
STAGED_ENTRY = ("row", "duty", *ENTRY_COLUMNS)
STAGED_SPAN = (*SPAN_COLUMNS, "last")

_INSTANTS = frozenset(
    {"opened_at", "met_at", "met_recorded_at", "closed_at", "authorised_at"}
    | {"from_at", "until_at", "due_at", "basis_from"}
)
_SPAN = STAGED_SPAN[1:]
_ENTRY_REST = tuple(name for name in ENTRY_COLUMNS if name not in KEY)
_SPAN_REST = tuple(name for name in _SPAN if name != "from_at")


def names(columns: Iterable[str], row: str | None = None) -> sql.Composed:
    """Column names joined by commas, each as a column of `row` when one is given."""
    return sql.SQL(", ").join(
        sql.Identifier(row, name) if row else sql.Identifier(name) for name in columns
    )


def _value(name: str) -> sql.Composed:
    """One derived column of the row `d`: null instead of the engine's NULL, a timestamp."""
    column = sql.Identifier("d", name)
    if name == "last":
        return sql.SQL("{} <> 0").format(column)
    number = sql.SQL("NULLIF({}, ({})::bigint)").format(column, sql.Literal(NULL))
    if name not in _INSTANTS:
        return number
    return sql.SQL("'epoch'::timestamptz + {} * interval '1 microsecond'").format(number)


def _values(columns: Iterable[str], *, named: bool = False) -> sql.Composed:
    parts = [
        sql.SQL("{} AS {}").format(_value(name), sql.Identifier(name)) if named else _value(name)
        for name in columns
    ]
    return sql.SQL(", ").join(parts)


_DUTY = sql.SQL("(%(duties)s::text[])[d.duty + 1]")
_SAME_KEY = sql.SQL(" AND ").join(
    [
        sql.SQL("e.duty = {}").format(_DUTY),
        sql.SQL("e.condition IS NOT DISTINCT FROM {}").format(_value("condition")),
        *(
            sql.SQL("{} = {}").format(sql.Identifier("e", name), _value(name))
            for name in KEY
            if name != "condition"
        ),
    ]
)
_IN_AREA = sql.SQL(
    "e.force_id = %(force)s AND e.duty = ANY(%(duties)s)"
    " AND (%(subjects)s::bigint[] IS NULL OR e.subject_id = ANY(%(subjects)s::bigint[]))"
)

_REMOVE = sql.SQL("""
WITH gone AS (
    SELECT e.id FROM ledger_entry e
    WHERE {in_area} AND NOT EXISTS (SELECT 1 FROM {entries} d WHERE {same_key})
), spans AS (
    DELETE FROM ledger_span s USING gone WHERE s.entry_id = gone.id
), entries AS (
    DELETE FROM ledger_entry e USING gone WHERE e.id = gone.id RETURNING 1
)
SELECT count(*) FROM entries
""")

_KEEP_ENTRIES = sql.SQL("""
WITH kept AS (
    INSERT INTO ledger_entry AS e (force_id, duty, {columns})
    SELECT %(force)s, {duty}, {values} FROM {entries} d
    ON CONFLICT (subject_id, duty, opened_by, opened_at, condition) DO UPDATE
    SET ({rest}) = ROW({rest_new})
    WHERE ({rest_old}) IS DISTINCT FROM ({rest_new})
    RETURNING 1
)
SELECT count(*) FROM kept
""")

_KEEP_SPANS = sql.SQL("""
WITH placed AS (
    SELECT d.row, e.id FROM {entries} d JOIN ledger_entry e ON {same_key}
), derived AS (
    SELECT p.id AS entry_id, {named_values} FROM {spans} d JOIN placed p ON p.row = d.entry
), gone AS (
    DELETE FROM ledger_span s USING placed p
    WHERE s.entry_id = p.id AND NOT EXISTS (
        SELECT 1 FROM derived d WHERE d.entry_id = s.entry_id AND d.from_at = s.from_at
    )
    RETURNING 1
), kept AS (
    INSERT INTO ledger_span AS s (entry_id, {columns})
    SELECT entry_id, {columns} FROM derived
    ON CONFLICT (entry_id, from_at) DO UPDATE
    SET ({rest}) = ROW({rest_new})
    WHERE ({rest_old}) IS DISTINCT FROM ({rest_new})
    RETURNING 1
)
SELECT (SELECT count(*) FROM gone) + (SELECT count(*) FROM kept)
""")

KEEP_HASHES = sql.SQL("""
WITH derived AS (
    SELECT * FROM unnest(%(owners)s::text[], %(ids)s::bigint[], %(hashes)s::bytea[])
        AS d(duty, subject_id, sha256)
), gone AS (
    DELETE FROM ledger_subjecthash e
    WHERE {in_area} AND NOT EXISTS (
        SELECT 1 FROM derived d WHERE d.duty = e.duty AND d.subject_id = e.subject_id
    )
)
INSERT INTO ledger_subjecthash AS h (force_id, duty, subject_id, sha256)
SELECT %(force)s, duty, subject_id, sha256 FROM derived
ON CONFLICT (force_id, duty, subject_id) DO UPDATE SET sha256 = excluded.sha256
WHERE h.sha256 <> excluded.sha256
""").format(in_area=_IN_AREA)


def remove(entries: sql.Composable) -> sql.Composed:
    """Remove the stored entries (and their spans) that were not derived; gives how many."""
    return _REMOVE.format(in_area=_IN_AREA, entries=entries, same_key=_SAME_KEY)


def keep_entries(entries: sql.Composable) -> sql.Composed:
    """Insert the derived entries that are missing, update those that differ; gives how many."""
    return _KEEP_ENTRIES.format(
        entries=entries,
        duty=_DUTY,
        columns=names(ENTRY_COLUMNS),
        values=_values(ENTRY_COLUMNS),
        rest=names(_ENTRY_REST),
        rest_old=names(_ENTRY_REST, "e"),
        rest_new=names(_ENTRY_REST, "excluded"),
    )


def keep_spans(entries: sql.Composable, spans: sql.Composable) -> sql.Composed:
    """The same for the spans of derived entries, which stand in the tables by then."""
    return _KEEP_SPANS.format(
        entries=entries,
        spans=spans,
        same_key=_SAME_KEY,
        columns=names(_SPAN),
        named_values=_values(_SPAN, named=True),
        rest=names(_SPAN_REST),
        rest_old=names(_SPAN_REST, "s"),
        rest_new=names(_SPAN_REST, "excluded"),
    )


def unnested(columns: Iterable[str], prefix: str) -> sql.Composed:
    """A relation made of the statement's own parameters, one bigint array for each column."""
    columns = tuple(columns)
    arrays = [
        sql.SQL("{}::bigint[]").format(sql.Placeholder(f"{prefix}{name}")) for name in columns
    ]
    return sql.SQL("(SELECT * FROM unnest({}) AS u({}))").format(
        sql.SQL(", ").join(arrays), names(columns)
    )
