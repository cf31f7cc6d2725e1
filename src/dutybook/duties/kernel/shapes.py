"""The arrays the kernel reads, works on and writes.

Everything is int64; `NULL` is empty. A *mark* is one thing that happens to a subject at one
instant; the pass takes a subject's marks in order of instant, rank and fact (R7).
"""

from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from dutybook.duties.columns import IntArray
from dutybook.duties.ledger import ENTRY_COLUMNS, SPAN_COLUMNS

NULL = -(2**63)
NEVER = 2**63 - 1
ALWAYS = -(2**62)
"""Before any fact: where an interval begins that nothing has begun."""

ONCE, RECURRING, EACH_PERIOD, EACH_EVENT, WHILE = range(5)

# R7: what is taken first at one instant. Allocation stands first, so that whatever else happens
# is judged for the team that has the subject then; the floor of a stop counts as it ends.
(
    RANK_ALLOCATION,
    RANK_POLICY,
    RANK_LEVEL,
    RANK_STOP_BEGINS,
    RANK_STOP_FLOORS,
    RANK_STOP_ENDS,
    RANK_APPLIES_BEGINS,
    RANK_BEGINS,
    RANK_MEETING,
    RANK_PERIOD_ENDS,
    RANK_EVIDENCE_EXPIRES,
    RANK_APPLIES_ENDS,
) = range(12)

# What a mark is, and what its `x` and `y` hold.
CONDITION = 0  # x: which condition; y: 1 when it begins to hold, 0 when it ends
ALLOCATION = 1  # x: team; y: owner
PLAN = 2  # x: amount, NULL when the plan sets none; y: unit
LEVEL = 3  # x: 0 unknown, else the level's place in the order, counted from 1
TRIGGER = 4  # x: the due date it names, else NULL; y: 1 when it could also meet an entry
PERIOD = 5  # x: the end planned, NULL when not known; y: when it ends, NEVER when not known
WHOLE_PERIOD = 6  # the same, where periods that touch or overlap are one
BEGINS_NEXT = 7  # a whole period begins a microsecond later; y: when it ends
MEETING = 8  # x: the fact it is for, NULL when it names none; y: its answer
EVENT = 9  # x: 1 when its condition holds, 0 when not, NULL when not recorded
STOP_BEGINS = 10  # stops that overlap or touch are one
STOP_FLOORS = 11  # one of them ends; x: amount, y: unit of the least that is left then
STOP_ENDS = 12
NAMES_NEXT = 13  # stands before a MEETING of the same fact; x: the next due date it names
EVIDENCE = 20  # and above: of which named condition; x: as for MEETING; y: its last instant

# The places in the ledger's code lists.
MET, CLOSED_UNMET, NO_LONGER_OWED, JUDGED = range(4)
DROPPED = -1
"""Closed at the instant it opened because the duty ceased: the entry is not made (reading c)."""
(
    AT_OPENING,
    FIRST_SET,
    TIGHTENED,
    LEVEL_RISE,
    LEVEL_FALL,
    LEVEL_FIRST_KNOWN,
    REOPENED_OVERDUE,
    BY_PERIOD_END,
    BY_EVENT,
    EVIDENCE_EXPIRED,
    AFTER_STOP,
    STOP_FLOOR,
) = range(12)
NO_STANDARD, LEVEL_UNKNOWN, NO_END_YET, STOPPED = range(4)


class Marks(NamedTuple):
    """Marks in order of subject, instant, rank and fact; one row each."""

    subject: IntArray
    at: IntArray
    rank: IntArray
    fact: IntArray
    kind: IntArray
    recorded: IntArray
    x: IntArray
    y: IntArray


class Rules(NamedTuple):
    """What the pass must know of a duty.

    `levels`: how many level slots there are, slot 0 being *unknown* (or all, when the duty has
    none). `conditions`: how many must hold for the duty to apply; `held_before`: one bit for each
    that holds before its first fact. `at_once`: due as it opens, whatever policy says. `named`:
    how many conditions a *while* duty has; `has_stops`: its clock can be stopped;
    `stops_defer`: stops move no due date, they defer one that falls within them.
    """

    form: int
    answers_all: int
    has_levels: int
    levels: int
    has_first: int
    conditions: int
    held_before: int
    at_once: int
    named: int
    has_stops: int
    stops_defer: int


class Policy(NamedTuple):
    """The force's settings as a staircase: step 0 is before any, each change makes the next.

    `part[step, slot, team, level]` is the row of `parts` in force, -1 when unset; the slots are
    `NEXT`, `FIRST` and `CEILING`; team 0 stands for every team not in `teams` (ascending).
    `parts`: amount, unit, policy_id. `has_standard[step]`: 0 while the choice of reading is unset.
    """

    change_at: IntArray
    change_id: IntArray
    part: IntArray
    has_standard: IntArray
    parts: IntArray
    teams: IntArray


NEXT, FIRST, CEILING = range(3)


def _records(*names: str) -> np.dtype[np.void]:
    return np.dtype([(name, np.int64) for name in names])


ENTRY = _records(*ENTRY_COLUMNS)
SPAN = _records(*SPAN_COLUMNS)

STANDING_FIELDS = SPAN_COLUMNS[3:]
"""What a span says of its entry: everything but which entry, from when and until when."""

OPEN = _records(
    "entry",  # its row
    "opened_by",
    "opened_at",
    "anchor",  # what its allowance counts from
    "by_interval",  # 1 when the beginning of an interval opened it
    "by_meeting",  # 1 when a meeting event opened it
    "until",  # the end of its period, NULL when not known
    "condition",  # which named condition; 0 in the other forms
    "evidenced",  # 1 when it is met and waits for its evidence to expire
    "why_met",  # why it had no due date when it was met, which stays so
    "expires",  # when that is, NEVER when it does not
    "expires_by",  # the fact whose evidence then expires
    "named",  # the due date named by what opened it, else NULL
    "kept_of",  # the number of the allowances in force that it keeps; 0 when it keeps others
    "kept_first",  # 1 when it keeps those of an entry that the beginning of an interval opens
    "stopped",  # 1 while a stop holds its clock; due is NULL then
    "time_left",  # on a stopped clock
    "due",
    "policy",
    "plan",
    "how",
    "since",
    "span_from",  # where its present span begins; the fields below are that span's
    *STANDING_FIELDS,
)
"""An entry that is open, with how it stands now and the span not yet written."""

CLOCK = _records(
    "base_due",  # NEVER when there is none
    "base_unit",
    "base_policy",
    "base_plan",
    "ceiling_due",  # NEVER when there is none
    "ceiling_unit",
    "ceiling_policy",
    "floor_due",  # NULL when there is none
    "floor_unit",
    "floored_at",  # the instant at which the floor was raised last, NULL when it never was
    "stopped",
    "stop_from",  # how much of the stop is reckoned already
)
"""R5: the parts of an open entry's due date, which a stop moves each in its own unit."""

STOP_LOG = _records("at", "kind", "due", "unit")
"""What has happened to the clock: one of the STOP marks, and the due date its floor gives."""

PIECE = _records("condition", "until", "names", "fact", "recorded")
"""R13: a fact that evidences a condition, from its date to its last instant."""

RUNNING = _records("fact", "planned", "ends")
"""A period that has begun and not ended. It has its entry where the duty applies: when the duty
ceases, nothing runs any more for it."""

NOW = _records(
    "subject",
    "at",
    "level",
    "team",
    "owner",
    "team_slot",
    "plan_amount",
    "plan_unit",
    "plan_fact",
    "inside",  # the duty applies
    "interval_fact",  # what made the present interval begin
    "last_closed_overdue",  # R6; one bit for each named condition
    "next_due",  # named by the meeting event `next_due_by`
    "next_due_by",
    "stopped",  # a stop is in force
    "stops_defer",  # as in the rules of the duty
    "stops",  # how many rows the log of stops has
    "pieces",  # how many pieces of evidence there have been
    "step",  # of the policy staircase
    "found",  # how often it has been worked out what a new entry would be given
    "in_force",  # the number of what stands in the scratch; 0 when it has to be worked out
    "changed",  # something has happened that a span may have to show
    "open",  # how many entries are open
    "running",  # how many periods are running
    "entries",  # how many rows are written
    "spans",
)
"""How the subject stands at this point of the pass; a single row."""

# The columns of an allowance as an entry keeps it, for each level (reading h).
BASE_AMOUNT, BASE_UNIT, BASE_POLICY, BASE_PLAN = range(4)
CEILING_AMOUNT, CEILING_UNIT, CEILING_POLICY = range(4, 7)
ALLOWANCE_WIDTH = 7
IN_FORCE = 6
SCRATCH = 8
"""The places of the scratch: six for comparing, then what a new entry would be given now, as a
later entry and as one that the beginning of an interval opens."""
NAMED = 7
"""A unit: the amount is itself the due date, which the fact `BASE_PLAN` names."""

Records: TypeAlias = npt.NDArray[np.void]
Record: TypeAlias = Any
"""One row of a record array: its fields are read and set by name."""


class Book(NamedTuple):
    """What the pass works on: the subject now, its open entries and the ledger so far.

    `kept[slot, level]` is the allowance that the open entry in `slot` keeps for a level, and
    `clocks[slot]` how its due date is counted where clocks can be stopped (its last row is for
    trying out another). `scratch[place, level]` holds allowances that are being compared, and from
    place `IN_FORCE` on those that a new entry would be given.
    """

    now: Records
    open: Records
    kept: IntArray
    clocks: Records
    scratch: IntArray
    running: Records
    stops: Records
    pieces: Records
    entries: Records
    spans: Records
