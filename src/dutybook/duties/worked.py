"""Worked examples run: their readable facts and settings as columns, and what the ledger says."""

from collections import defaultdict
from datetime import date, datetime

from dutybook.duties.calendar import DAY, HOUR, date_of, end_of_day, instant_at, utc_offset
from dutybook.duties.evaluate import evaluate
from dutybook.duties.examples import Example, Expected
from dutybook.duties.facts import Columns, columns_from_rows
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.language import Duty
from dutybook.duties.ledger import CLOSED_WHY, Ledger
from dutybook.duties.policy import Policies, PolicySetting
from dutybook.duties.status import entries_on

SUBJECT = 1
FORCE = 1
FIRST_UNNAMED_FACT = 1001
"""Facts that an example does not number are numbered from here."""


def instant_of(text: str) -> int:
    """`2026-03-02` (its first instant) or `2026-03-02 10:30`, local time."""
    moment = datetime.fromisoformat(text)
    return instant_at(moment.date(), moment.hour, moment.minute)


def facts_of(example: Example) -> dict[str, Columns]:
    """The example's facts as columns; a fact known to the day is keyed by the end of that day."""
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for number, row in enumerate(example.facts, start=FIRST_UNNAMED_FACT):
        recorded = row.recorded_at or row.at
        rows[row.table].append(
            {
                "fact_id": row.fact_id or number,
                "version": row.version,
                "subject_id": SUBJECT,
                "at": instant_of(row.at),
                "day_only": _is_day(row.at),
                "recorded_at": (
                    end_of_day(date.fromisoformat(recorded))
                    if _is_day(recorded)
                    else instant_of(recorded)
                ),
                "withdrawn": row.withdrawn,
            }
            | {name: _cell(value) for name, value in row.cells.items()}
        )
    return {table: columns_from_rows(table, held) for table, held in rows.items()}


def policies_of(example: Example) -> Policies:
    """The example's settings, each recorded the moment it counts from."""
    return Policies(
        PolicySetting(
            policy_id=number,
            key=one.key,
            value=one.value,
            unit=one.unit,
            level=one.level,
            team_id=one.team_id,
            from_at=instant_of(one.from_day),
            recorded_at=instant_of(one.from_day),
        )
        for number, one in enumerate(example.settings, start=1)
    )


def ledger_of(duty: Duty, example: Example) -> Ledger:
    """The ledger of an example, as known at the end of its `known_on`, else of its `day`."""
    known_on = date.fromisoformat(example.known_on or example.day)
    return evaluate(
        duty,
        facts_of(example),
        policies_of(example),
        ENGLAND_AND_WALES,
        force_id=FORCE,
        known_at=end_of_day(known_on),
    )


def outcome_of(duty: Duty, example: Example) -> tuple[Expected, ...]:
    """What the ledger says of the example on its day, in the words `Expected` uses."""
    ledger = ledger_of(duty, example)
    day = date.fromisoformat(example.day)
    closed = _closed_unmet(ledger, end_of_day(day))
    return tuple(
        Expected(
            opened_at=local_text(one.opened_at),
            due_at=None if one.due_at is None else local_text(one.due_at),
            status=one.status,
            met_at=None if one.met_at is None else local_text(one.met_at),
            closed_at=closed.get(one.entry),
            overdue_days=one.overdue_days,
            condition=_condition(duty, ledger, one.entry),
            left=None if one.left is None else time_left(one.left),
        )
        for one in entries_on(ledger, day)
    )


def _condition(duty: Duty, ledger: Ledger, entry: int) -> str | None:
    place = int(ledger.entries["condition"][entry])
    return duty.conditions[place].key if place >= 0 else None


def time_left(left: int) -> str:
    """Microseconds on a stopped clock as days, hours and minutes, cut to whole minutes."""
    minutes = left // (HOUR // 60)
    counts = {"day": minutes // 1440, "hour": minutes // 60 % 24, "minute": minutes % 60}
    said = [f"{count} {unit}{'s' * (count != 1)}" for unit, count in counts.items() if count]
    return ", ".join(said) or "no time"


def local_text(at: int) -> str:
    """An instant as people write it: a day's first or last instant as the day, else the minute."""
    local = at + int(utc_offset(at))
    day = date_of(local // DAY)
    since_midnight = local % DAY
    if since_midnight in (0, DAY - 1):
        return f"{day}"
    return f"{day} {since_midnight // HOUR:02}:{since_midnight % HOUR // (HOUR // 60):02}"


def _closed_unmet(ledger: Ledger, end: int) -> dict[int, str]:
    """When each entry closed that closed by `end` without being met or judged."""
    entries = ledger.entries
    left = (CLOSED_WHY.index("closed_unmet"), CLOSED_WHY.index("no_longer_owed"))
    return {
        entry: local_text(int(closed_at))
        for entry, (closed_at, why) in enumerate(
            zip(entries["closed_at"].tolist(), entries["closed_why"].tolist(), strict=True)
        )
        if why in left and closed_at <= end
    }


def _is_day(text: str) -> bool:
    return len(text) == len("2026-03-02")


def _cell(value: int | str | bool | None) -> int | str | bool | None:
    """A cell of an example; text that reads as a day or time becomes an instant."""
    if isinstance(value, str) and value[:4].isdigit():
        return instant_of(value)
    return value
