"""Histories as the engine's columns, and its ledger in the oracle's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

import numpy as np
from tests.oracle.entry import Ending, Entry, How, Span, WhyEmpty
from tests.oracle.history import (
    AllocationFact,
    AuthorisationFact,
    Condition,
    EventFact,
    EvidenceEndFact,
    EvidenceFact,
    Fact,
    History,
    LevelFact,
    MeetingFact,
    PeriodEndFact,
    PeriodFact,
    PlanFact,
    PolicyFact,
    Setting,
    StateFact,
    StoppedFact,
    SuspensionEndFact,
    SuspensionFact,
    Track,
    TriggerFact,
)
from tests.oracle.tables import CEILING_KEY, FIRST_KEY, NEXT_KEY, RANK_KEY, WINDOW_KEY

from dutybook.duties.facts import NULL, RANKS, TABLES, Columns, columns_from_rows
from dutybook.duties.ledger import AUTHORISATION, BASIS_HOW, CLOSED_WHY, WHY_EMPTY, Ledger
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.policy import Unit as PolicyUnit

SETTING_KEYS = {
    Setting.FIRST: FIRST_KEY,
    Setting.NEXT: NEXT_KEY,
    Setting.CEILING: CEILING_KEY,
    Setting.RANK: RANK_KEY,
    Setting.WINDOW: WINDOW_KEY,
}
HOWS = {
    How.AT_OPENING: "at_opening",
    How.FIRST_SET: "first_set",
    How.TIGHTENED: "tightened",
    How.ROSE: "level_rise",
    How.FELL: "level_fall",
    How.LEVEL_KNOWN: "level_first_known",
    How.AT_ONCE: "reopened_overdue",
    How.EXPIRED: "evidence_expired",
    How.AFTER_STOP: "after_stop",
    How.FLOOR: "stop_floor",
    How.ANCHOR: "anchor",
}
ENDINGS = {
    Ending.MET: "met",
    Ending.CLOSED_UNMET: "closed_unmet",
    Ending.NO_LONGER_OWED: "no_longer_owed",
    Ending.DECIDED: "judged",
}
WHYS = {
    WhyEmpty.NO_STANDARD: "no_standard",
    WhyEmpty.LEVEL_UNKNOWN: "level_unknown",
    WhyEmpty.NO_END_YET: "no_end_yet",
    WhyEmpty.STOPPED: "stopped",
}

Described = tuple[dict[str, Any], list[dict[str, Any]]]
"""One entry in plain words, and its spans."""


def table_and_cells(fact: Fact) -> tuple[str, dict[str, Any]]:
    """Where a fact is kept, and what it holds besides the columns common to all."""
    match fact:
        case StateFact(track=Track.REGISTERED):
            return "oracle_registered", {"state": "registered" if fact.holds else "ended"}
        case StateFact():
            away = ("detained", "abroad")[fact.fact_id % 2]
            return "oracle_released", {"state": "released" if fact.holds else away}
        case LevelFact():
            level = "unknown" if fact.level is None else fact.level.name.lower()
            return "oracle_level", {"level": level}
        case AllocationFact():
            return "allocation", {"team_id": fact.team, "owner_id": fact.owner}
        case PlanFact():
            return "oracle_plan", {"amount": fact.amount, "unit": fact.unit.value}
        case TriggerFact():
            return "oracle_trigger", {"due": fact.due}
        case MeetingFact(other_kind=True):
            failed = (True, None)[fact.fact_id % 2]
            told = {"failed": False if fact.qualifies else failed}
            return "oracle_other_meeting", told | {"of": fact.answers, "due": fact.due}
        case MeetingFact():
            failed_outcome = ("failed", None)[fact.fact_id % 2]
            outcome = "done" if fact.qualifies else failed_outcome
            return "oracle_meeting", {"outcome": outcome, "of": fact.answers, "due": fact.due}
        case StoppedFact():
            away = ("free", "bailed")[fact.fact_id % 2]
            return "oracle_custody", {"state": "held" if fact.holds else away}
        case SuspensionFact():
            return "oracle_suspension", {"until": fact.until, "counts": fact.counts}
        case SuspensionEndFact():
            return "oracle_suspension_end", {}
        case EvidenceFact():
            table = "oracle_other_evidence" if fact.other_kind else "oracle_evidence"
            shown = {"condition": fact.condition.name.lower()}
            return table, shown | {"expires": fact.expires, "of": fact.of}
        case EvidenceEndFact():
            return "oracle_evidence_end", {"condition": fact.condition.name.lower()}
        case PeriodFact():
            return "oracle_period", {"until": fact.until}
        case PeriodEndFact():
            return "oracle_period_end", {}
        case EventFact():
            announced = None if fact.answer is None else not fact.answer
            return "oracle_event", {"announced": announced}
        case AuthorisationFact():
            cells = {"of": fact.of, "rank": fact.rank, "rationale": fact.rationale}
            return "oracle_leave", cells
    raise TypeError(f"the engine has no table for {type(fact).__name__}")


def columns_of(subjects: Mapping[int, History]) -> dict[str, Columns]:
    """Every table the duty could read, with the facts of all subjects in it."""
    rows: dict[str, list[dict[str, Any]]] = {"allocation": []}
    rows |= {key: [] for key in TABLES if key.startswith("oracle_")}
    for subject_id, history in subjects.items():
        for fact in history.facts:
            if isinstance(fact, PolicyFact):
                continue
            table, cells = table_and_cells(fact)
            common = {
                "fact_id": fact.fact_id,
                "version": fact.version,
                "subject_id": subject_id,
                "at": fact.at,
                "day_only": fact.day_only,
                "recorded_at": fact.recorded_at,
                "withdrawn": fact.withdrawn,
            }
            rows[table].append(common | cells)
    return {table: columns_from_rows(table, these) for table, these in rows.items()}


def policies_of(history: History) -> Policies:
    return Policies(setting_of(fact) for fact in history.facts if isinstance(fact, PolicyFact))


def setting_of(fact: PolicyFact) -> PolicySetting:
    is_rank = fact.setting is Setting.RANK
    value: int | str | None = fact.amount
    if is_rank and fact.amount is not None:
        value = RANKS[fact.amount]
    return PolicySetting(
        policy_id=fact.fact_id,
        key=SETTING_KEYS[fact.setting],
        value=value,
        unit=None if is_rank else unit_of(fact),
        level=None if fact.level is None else fact.level.name.lower(),
        team_id=fact.team,
        from_at=fact.at,
        recorded_at=fact.recorded_at,
        version=fact.version,
        withdrawn=fact.withdrawn,
    )


def unit_of(fact: PolicyFact) -> PolicyUnit:
    """A force counts as law does only where it may."""
    return next(unit for unit in get_args(PolicyUnit) if unit == fact.unit.value)


def shuffled(columns: Columns, seed: int) -> Columns:
    """The same rows in another order."""
    rows = len(columns["fact_id"])
    order = np.random.default_rng(seed).permutation(rows)
    return {name: values[order] for name, values in columns.items()}


# The ledger, and the oracle's entries, in the same plain words


def described(entries: Iterable[Entry]) -> list[Described]:
    """The oracle's entries."""
    return [(describe_entry(entry), list(map(describe_span, entry.spans()))) for entry in entries]


def describe_entry(entry: Entry) -> dict[str, Any]:
    return {
        "condition": None if entry.condition is None else entry.condition.name.lower(),
        "opened_by": entry.opened_by,
        "opened_at": entry.opened_at,
        "met_at": entry.met_at,
        "met_by": entry.met_by,
        "met_recorded_at": entry.met_recorded_at,
        "closed_at": entry.ended_at,
        "closed_why": None if entry.ending is None else ENDINGS[entry.ending],
        "authorised_by": entry.authorised_by,
        "authorised_at": entry.authorised_at,
        "rank_not_set": entry.rank_not_set,
        "answer": None if entry.answer is None else int(entry.answer),
    }


def describe_span(span: Span) -> dict[str, Any]:
    standing, due = span.standing, span.standing.due
    return {
        "from_at": span.start,
        "until_at": span.until,
        "level": None if standing.level is None else standing.level.name.lower(),
        "team_id": standing.team,
        "owner_id": standing.owner,
        "due_at": due.at,
        "why_empty": None if due.why_empty is None else WHYS[due.why_empty],
        "basis_policy": due.policy,
        "basis_plan": due.plan,
        "basis_how": None if due.how is None else HOWS[due.how],
        "basis_from": due.since,
        "left": due.left,
    }


def by_subject(
    ledger: Ledger, subjects: Iterable[int], conditions: Sequence[Condition] = ()
) -> dict[int, list[Described]]:
    """The engine's entries of each subject; `conditions` are the duty's, in its order."""
    entries, spans = rows_of(ledger.entries), rows_of(ledger.spans)
    spans_of: list[list[dict[str, Any]]] = [[] for _ in entries]
    for span in spans:
        spans_of[span["entry"]].append(plain_span(ledger, span))
    found: dict[int, list[Described]] = {subject: [] for subject in subjects}
    for entry, its_spans in zip(entries, spans_of, strict=True):
        found[entry["subject_id"]].append((plain_entry(entry, conditions), its_spans))
    return found


def rows_of(columns: Columns) -> list[dict[str, Any]]:
    lists = {name: values.tolist() for name, values in columns.items()}
    return [
        {name: None if value == NULL else value for name, value in zip(lists, row, strict=True)}
        for row in zip(*lists.values(), strict=True)
    ]


def named(names: Sequence[str], place: int | None) -> str | None:
    return None if place is None else names[place]


def plain_entry(entry: dict[str, Any], conditions: Sequence[Condition]) -> dict[str, Any]:
    place = entry["condition"]
    leave = named(AUTHORISATION, entry["authorisation"])
    counts = leave != "insufficient"
    kept = ("opened_by", "opened_at", "met_at", "met_by", "met_recorded_at", "closed_at", "answer")
    return {name: entry[name] for name in kept} | {
        "condition": None if place is None else conditions[place].name.lower(),
        "closed_why": named(CLOSED_WHY, entry["closed_why"]),
        "authorised_by": entry["authorised_by"] if counts else None,
        "authorised_at": entry["authorised_at"] if counts else None,
        "rank_not_set": leave == "rank_not_set",
    }


def plain_span(ledger: Ledger, span: dict[str, Any]) -> dict[str, Any]:
    """A span; the oracle has one word for a due date that is the event or the period's end."""
    kept = ("from_at", "until_at", "team_id", "owner_id", "due_at", "left")
    how = named(BASIS_HOW, span["basis_how"])
    of_the_anchor = how in ("period_end", "event")
    return {name: span[name] for name in kept} | {
        "level": named(ledger.levels, span["level"]),
        "why_empty": named(WHY_EMPTY, span["why_empty"]),
        "basis_policy": span["basis_policy"],
        "basis_plan": span["basis_plan"],
        "basis_how": "anchor" if of_the_anchor else how,
        "basis_from": span["basis_from"],
    }
