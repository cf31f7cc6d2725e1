"""The fact tables: what the duty engine reads, and nothing else.

Every class in these files is one table; its docstring and the words beside each column are the
data dictionary that `dutybook duties facts` prints. Restricted tools are present by outcome only.
"""

from dutybook.duties.columns import (
    NULL,
    TABLES,
    Code,
    Column,
    Columns,
    Facts,
    FactTable,
    Flag,
    Instant,
    Ref,
    Whole,
    as_known,
    code,
    columns_from_rows,
    known_versions,
    newest,
)

# Importing a file declares its tables; a class is read through `TABLES`.
from dutybook.duties.facts import (  # noqa: F401  # isort: skip
    offenders,
    visits,
    assessments,
    reactive,
    managing,
    notification,
    orders,
    investigations,
    bail,
    welfare,
    devices,
    children,
    workforce,
    partners,
    documents,
    common,
)
from dutybook.duties.facts.scales import RANKS, RISK_LEVELS

__all__ = [
    "NULL",
    "RANKS",
    "RISK_LEVELS",
    "TABLES",
    "Code",
    "Column",
    "Columns",
    "FactTable",
    "Facts",
    "Flag",
    "Instant",
    "Ref",
    "Whole",
    "as_known",
    "code",
    "columns_from_rows",
    "known_versions",
    "newest",
]
