"""What a page and a chart wait for: one subject, the first request, sixty month-ends.

Run with `python -m benchmarks.pages_and_trends`.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from benchmarks import ours
from benchmarks.ledger_million_facts import KNOWN_AT, policies
from benchmarks.visit_facts import write_visit_facts

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.evaluate import evaluate
from dutybook.duties.gather import Remembering
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.ledger import Ledger
from dutybook.duties.scale.open_facts import open_facts, read_facts
from dutybook.duties.scale.source_file import Room
from dutybook.duties.scale.work import Work
from dutybook.duties.trend import stock_on

READ = ("from_at", "until_at", "level", "team_id", "due_at", "why_empty")

START = (
    "from time import perf_counter as now; begun = now();"
    "from dutybook.duties.warming import warm; warm(); print(now() - begun)"
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--subjects", type=int, default=100_000)
    given = parser.parse_args()
    started = [float(subprocess.check_output([sys.executable, "-c", START])) for _ in range(4)]
    print(f"import and every duty once: {started[0]:.2f} s, cached {min(started[1:]):.2f} s")
    one_subject()
    month_ends(given.subjects)


def one_subject() -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_visit_facts(Path(folder) / "facts", 1)
        facts = read_facts(Path(folder) / "facts", Room(1 << 30, Path(folder)), lambda *_: None)
    known = policies()

    def all_duties() -> None:
        remembering = Remembering(facts)  # made for each write
        for duty in CATALOGUE.values():
            evaluate(duty, remembering, known, ENGLAND_AND_WALES, force_id=1, known_at=KNOWN_AT)

    all_duties()
    print(
        f"one subject, 200 facts, {len(CATALOGUE)} duties: {1000 * median(all_duties, 51):.2f} ms"
    )


def month_ends(subjects: int) -> None:
    days = [date(2016 + month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in range(60)]
    ledger = spans_of(subjects)
    stock_on(ledger, days)
    seconds = median(lambda: stock_on(ledger, days), 5)
    trend = stock_on(ledger, days)
    print(
        f"{len(days)} month-ends x {len(trend.levels)} levels x {len(trend.teams)} teams of "
        f"{len(ledger.spans['from_at']):,} spans: {seconds:.2f} s"
    )


def spans_of(subjects: int) -> Ledger:
    """A ledger with the columns of spans that a trend reads, whole."""
    with tempfile.TemporaryDirectory() as folder:
        write_visit_facts(Path(folder) / "facts", subjects)
        store = open_facts(Path(folder) / "facts", Room(1 << 30, Path(folder)), lambda *_: None)
        work = Work(store, (ours.VISITS,), ours.policies(), ENGLAND_AND_WALES, 1, ours.KNOWN_AT)
        parts = [
            {name: ledger.spans[name].copy() for name in READ}
            for ends in store.ranges(ours.FACTS_EACH)
            for ledger in work.ledgers(ours.VISITS, work.facts(*ends))
        ]
    spans = {name: np.concatenate([part[name] for part in parts]) for name in READ}
    nothing = evaluate(
        ours.VISITS, {}, ours.policies(), ENGLAND_AND_WALES, force_id=1, known_at=ours.KNOWN_AT
    )
    return replace(nothing, spans=spans)


def median(work: Callable[[], object], runs: int) -> float:
    seconds = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - begun)
    return statistics.median(seconds)


if __name__ == "__main__":
    main()
