"""The columns of the template for today's caseload."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Column:
    """One column: its name in the first row, what to put in it, and whether it may be empty."""

    key: str
    name: str
    says: str
    required: bool = False


COLUMNS: Final = (
    Column("reference", "National register reference", "Once in the force", required=True),
    Column("name", "Name", "As you call the offender", required=True),
    Column("born", "Date of birth", "A day"),
    Column("sex", "Sex", "male or female; empty when not recorded"),
    Column("team", "Team", "The team's name; empty when you supervise one team only"),
    Column("owner", "Owner", "The username of who manages the offender; empty: unowned"),
    Column("level", "Risk level", "low, medium, high or very high; empty: level unknown"),
    Column("registered", "Requirements since", "A day: notification requirements", required=True),
    Column("status", "Where", "community, custody, hospital or abroad; empty: community"),
    Column("managed", "Managed", "active or reactive; empty: active"),
    Column("visited", "Last seen on a visit", "The day of the last visit that succeeded"),
    Column("announced", "Was it announced", "yes or no; empty when not recorded"),
    Column("crew", "How many went", "A number; empty when not recorded"),
    Column("assessed", "Last ARMS assessment", "A day"),
    Column("priority", "ARMS priority", "low, medium, high or very high"),
    Column("planned", "Last risk management plan", "A day"),
    Column("interval", "Visit every (months)", "The interval in the plan, if it sets one"),
)
"""Days are written 2026-11-24 or 24/11/2026."""

BY_KEY: Final = {column.key: column for column in COLUMNS}
