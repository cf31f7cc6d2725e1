"""Facts and policies in, ledger out: for one subject or for millions, by the same pass."""

from dataclasses import dataclass

import numpy as np

from dutybook.duties.authorise import authorise
from dutybook.duties.columns import Columns, Facts, IntArray
from dutybook.duties.holidays import Holidays
from dutybook.duties.kernel.order import is_tidy
from dutybook.duties.kernel.passes import run
from dutybook.duties.kernel.shapes import (
    DROPPED,
    EACH_EVENT,
    EACH_PERIOD,
    ENTRY,
    ONCE,
    RECURRING,
    SPAN,
    WHILE,
    Policy,
    Records,
    Rules,
)
from dutybook.duties.language import Duty
from dutybook.duties.ledger import ENTRY_COLUMNS, SPAN_COLUMNS, Ledger
from dutybook.duties.looking_back import look_back
from dutybook.duties.marks import marks_of
from dutybook.duties.policy import Policies
from dutybook.duties.staircase import allowance_steps

FORM_NUMBER = {
    "once": ONCE,
    "recurring": RECURRING,
    "each_period": EACH_PERIOD,
    "each_event": EACH_EVENT,
    "while": WHILE,
}


def evaluate(
    duty: Duty,
    facts: Facts,
    policies: Policies,
    holidays: Holidays,
    *,
    force_id: int,
    known_at: int,
) -> Ledger:
    """The ledger of one duty over every subject in `facts`, as known at `known_at`.

    `facts` hold every version of each fact, in any order; tables the duty does not read are not
    looked at, and one that is absent has no rows. `policies` and `holidays` are those of the
    force, every version too. Instants are int64 microseconds since the Unix epoch, UTC.
    """
    return Standard.of(duty, policies, holidays, known_at).ledger(facts, force_id)


@dataclass(frozen=True)
class Standard:
    """A duty with all it is judged by, made ready once for however many parts of the facts."""

    duty: Duty
    settings: Policies
    holidays: Holidays
    known_at: int
    rules: Rules
    allowances: Policy
    days_off: IntArray
    opened_by: frozenset[str]
    """The tables of what the duty applies to and of what opens it: where none has a row, nothing
    is owed."""

    @classmethod
    def of(cls, duty: Duty, policies: Policies, holidays: Holidays, known_at: int) -> "Standard":
        """The standard as known at `known_at`."""
        settings = policies.as_known(known_at)
        return cls(
            duty=duty,
            settings=settings,
            holidays=holidays,
            known_at=known_at,
            rules=rules_of(duty),
            allowances=allowance_steps(duty, settings),
            days_off=holidays.as_known(known_at),
            opened_by=frozenset(one.table for one in (*duty.applies, *duty.openings)),
        )

    def ledger(self, facts: Facts, force_id: int) -> Ledger:
        """See `evaluate`."""
        duty, settings, known_at = self.duty, self.settings, self.known_at
        if any(_has_rows(facts, table) for table in self.opened_by):
            marks = marks_of(duty, facts, settings, known_at)
            entries, spans = _tidied(*run(marks, self.rules, self.allowances, self.days_off))
            look_back(duty, entries, spans, facts, settings, self.holidays, known_at)
            authorise(duty, entries, spans, facts, settings, known_at)
        else:
            entries = _columns(np.empty(0, dtype=ENTRY), ENTRY_COLUMNS)
            spans = _columns(np.empty(0, dtype=SPAN), SPAN_COLUMNS)
        return Ledger(
            duty=duty.key,
            definition_version=duty.definition_version,
            force_id=force_id,
            known_at=known_at,
            levels=duty.levels.order if duty.levels else (),
            entries=entries,
            spans=spans,
        )


def _has_rows(facts: Facts, table: str) -> bool:
    columns = facts.get(table)
    return columns is not None and len(columns["fact_id"]) > 0


def rules_of(duty: Duty) -> Rules:
    """What the kernel must know of a duty."""
    held = sum(1 << place for place, holds in enumerate(duty.applies) if holds.before)
    return Rules(
        form=FORM_NUMBER[duty.form],
        answers_all=int(duty.answers == "all"),
        has_levels=int(duty.levels is not None),
        levels=1 + (len(duty.levels.order) if duty.levels else 0),
        has_first=int(duty.allowance.first is not None),
        conditions=len(duty.applies),
        held_before=held,
        at_once=int(duty.form == "while" and duty.allowance.next is None),
        named=len(duty.conditions),
        has_stops=int(bool(duty.stops)),
        stops_defer=int(any(stop.defers for stop in duty.stops)),
    )


def _tidied(entries: Records, spans: Records) -> tuple[Columns, Columns]:
    """Columns without the entries that are not made; entries in order of subject, opening,
    opening fact and condition, spans in order of entry and time.

    The pass writes entries in order of subject and opening, but those of one instant as it opens
    them, and spans as they end.
    """
    if not is_tidy(entries, spans):
        made = entries["closed_why"] != DROPPED
        order = np.lexsort(
            tuple(entries[name] for name in ("condition", "opened_by", "opened_at", "subject_id"))
        )
        order = order[made[order]]
        place = np.full(len(entries), -1, dtype=np.int64)
        place[order] = np.arange(len(order))
        entries = entries[order]
        spans = spans[made[spans["entry"]]]
        spans["entry"] = place[spans["entry"]]
        spans = spans[np.argsort(spans["entry"], kind="stable")]
    return _columns(entries, ENTRY_COLUMNS), _columns(spans, SPAN_COLUMNS)


def _columns(rows: Records, names: tuple[str, ...]) -> Columns:
    """A view of each column: what nobody reads is not copied."""
    return {name: rows[name] for name in names}
