"""What stands round every page: whose force, who is signed in, where they may go, which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from dutybook.access.roles import Role

HOME = "web:home"

NAVIGATION = (
    ("My work", "web:home", ("web:home",)),
    ("Team", "web:team", ("web:team", "web:team_rows", "web:reviews")),
    ("Offenders", "web:offenders", ("web:offender",)),
    ("Suspects", "web:suspects", ("web:suspect", "web:referral")),
    ("Bail board", "web:bail_board", ("web:bail",)),
    ("Screening", "web:screening", ("web:screening",)),
    ("Inspections", "web:inspections", ("web:inspection", "web:recommendation", "web:limb")),
    ("Policies", "web:policies", ("web:policy",)),
    ("Access log", "web:access_log", ("web:access_log",)),
    ("Accounts", "web:accounts", ("web:account",)),
)
"""Text, the page it leads to, and how the names of the pages beneath it begin."""
