"""How long the ledger of a million facts takes in one process, beside the same count in SQL.

Run with `python -m benchmarks.ledger_million_facts`. The facts are invented and seeded. DuckDB
does only the plain recurring duty (one interval for everybody), which SQL can say; both must find
the same entries, met late and overdue, or the run fails.
"""

import argparse
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import duckdb
import pyarrow as pa
from benchmarks.synthetic_facts import make_facts

from dutybook.duties.calendar import end_of_day, start_of_day
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.columns import Columns
from dutybook.duties.evaluate import evaluate
from dutybook.duties.facts import code
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.language import Allowance, Duty
from dutybook.duties.ledger import Ledger, digest
from dutybook.duties.measures import measure
from dutybook.duties.policy import Policies, PolicySetting, Unit
from dutybook.duties.status import MET_LATE, OVERDUE, status_on

T = TypeVar("T")

DAY = date(2023, 6, 30)
KNOWN_AT = end_of_day(date(2025, 1, 1))
INTERVAL_MONTHS = 6

PLAIN = replace(
    CATALOGUE["visit_within_interval"],
    key="plain_recurring",
    applies=CATALOGUE["visit_within_interval"].applies[:1],
    levels=None,
    allowance=Allowance(next="visit.plain"),
    examples=(),
)

SQL = f"""
WITH opened AS (
    SELECT subject_id, "at" AS opened_at FROM registration
    UNION ALL
    SELECT subject_id, "at" FROM visit WHERE outcome = {code("visit", "outcome", "seen")}
), entries AS (
    SELECT subject_id, opened_at,
           lead(opened_at) OVER (PARTITION BY subject_id ORDER BY opened_at) AS met_at,
           epoch_us((((make_timestamp(opened_at) AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')
             ::DATE + INTERVAL {INTERVAL_MONTHS} MONTH)::DATE + 1)::TIMESTAMP
             AT TIME ZONE 'Europe/London') - 1 AS due_at
    FROM opened
)
SELECT count(*),
       count(*) FILTER (met_at <= $day_end AND met_at > due_at),
       count(*) FILTER (opened_at <= $day_end AND due_at < $day_end
                        AND (met_at IS NULL OR met_at > $day_end))
FROM entries
"""


def policies() -> Policies:
    """A setting for everything the duties read, from before the first fact."""
    begins = start_of_day(date(2017, 1, 1))
    said: list[tuple[str, int | str, Unit | None, str | None]] = [
        ("visit.plain", INTERVAL_MONTHS, "months", None),
        ("visit.first", 30, "days", None),
        ("arms.first", 2, "months", None),
        ("arms.interval", 12, "months", None),
        ("supervisor_review.within", 1, "months", None),
        ("screening.first", 3, "months", None),
        ("screening.interval", 12, "months", None),
        ("visit.authoriser_rank", "inspector", None, None),
        ("referral.clock_starts", "receipt", None, None),
        ("bail.period_reading", "segment", None, None),
    ]
    for level, months, days in (("low", 12, 30), ("medium", 6, 14), ("high", 3, 7)):
        said.append(("visit.maximum", months, "months", level))
        said.append(("referral.target", days, "working_days", level))
    said.append(("visit.maximum", 1, "months", "very_high"))
    said.append(("referral.target", 24, "hours", "very_high"))
    return Policies(
        PolicySetting(number, key, value, begins, begins, unit=unit, level=level)
        for number, (key, value, unit, level) in enumerate(said, start=1)
    )


def timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.perf_counter()
    done = work()
    return done, time.perf_counter() - begun


def peak_gib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def ledger_of(duty: Duty, facts: dict[str, Columns], settings: Policies) -> Ledger:
    return evaluate(duty, facts, settings, ENGLAND_AND_WALES, force_id=1, known_at=KNOWN_AT)


def counted(ledger: Ledger) -> tuple[int, int, int]:
    """Entries, those met late and those overdue on the day: what the SQL counts too."""
    status = status_on(ledger, DAY).status
    return len(status), int((status == MET_LATE).sum()), int((status == OVERDUE).sum())


def by_sql(facts: dict[str, Columns]) -> tuple[int, int, int]:
    with duckdb.connect() as duck:
        for table in ("registration", "visit"):
            duck.register(table, pa.table(facts[table]))
        row = duck.execute(SQL, {"day_end": end_of_day(DAY)}).fetchone()
    assert row is not None
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    facts, seconds = timed(lambda: make_facts(given.facts, given.seed))
    total = sum(len(columns["fact_id"]) for columns in facts.values())
    print(
        f"{total:,} facts in {len(facts)} tables made in {seconds:.2f} s, peak {peak_gib():.2f} GiB"
    )
    settings = policies()
    few = make_facts(2_000, given.seed)
    _, compiling = timed(
        lambda: [ledger_of(d, few, settings) for d in (*CATALOGUE.values(), PLAIN)]
    )
    print(
        f"first pass over a few facts, compiling or loading what was compiled: {compiling:.2f} s\n"
    )
    print(f"{'duty':<30}{'entries':>12}{'evaluate s':>12}{'digest s':>10}{'measure s':>11}")
    whole = 0.0
    for duty in CATALOGUE.values():
        whole += row_of(duty, facts, settings)
    print(f"{'all duties':<30}{'':>12}{whole:>12.2f}   peak {peak_gib():.2f} GiB\n")
    against_sql(facts, settings)


def row_of(duty: Duty, facts: dict[str, Columns], settings: Policies) -> float:
    ledger, seconds = timed(lambda: ledger_of(duty, facts, settings))
    hashed, hashing = timed(lambda: digest(ledger))
    _, measuring = timed(
        lambda: measure(
            duty, ledger, DAY, policies=settings, by=["level", "team"], ledger_digest=hashed
        )
    )
    entries = len(ledger.entries["opened_at"])
    print(f"{duty.key:<30}{entries:>12,}{seconds:>12.2f}{hashing:>10.2f}{measuring:>11.2f}")
    return seconds


def against_sql(facts: dict[str, Columns], settings: Policies) -> None:
    """The plain recurring duty by the kernel and by DuckDB; SystemExit when they differ."""
    ours, seconds = timed(lambda: counted(ledger_of(PLAIN, facts, settings)))
    theirs, sql_seconds = timed(lambda: by_sql(facts))
    print(f"{'plain recurring duty':<30}{'entries':>12}{'met late':>10}{'overdue':>10}{'s':>8}")
    print(f"{'  the kernel':<30}{ours[0]:>12,}{ours[1]:>10,}{ours[2]:>10,}{seconds:>8.2f}")
    print(f"{'  DuckDB SQL, counts only':<30}{theirs[0]:>12,}{theirs[1]:>10,}{theirs[2]:>10,}"
          f"{sql_seconds:>8.2f}")  # fmt: skip
    if ours != theirs:
        raise SystemExit("the kernel and DuckDB do not agree")


if __name__ == "__main__":
    main()
