"""The compiled kernel and the oracle make the same ledger of the same history.

`DUTYBOOK_ORACLE_EXAMPLES` sets how many histories of each form are tried (1000 when it is not
set), and `DUTYBOOK_ORACLE_SEED` where the seeds begin, for hours of it on demand.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.oracle import standing
from tests.oracle.adapter import described
from tests.oracle.clock import day_of
from tests.oracle.comparing import engine_ledger, explained, found_of, numbered
from tests.oracle.generate import a_force
from tests.oracle.history import Form
from tests.oracle.oracle import ledger_of
from tests.oracle.reduce import in_words
from tests.oracle.tables import declared

from dutybook.duties.ledger import NULL, digest
from dutybook.duties.status import STATUSES, status_on

EXAMPLES = int(os.environ.get("DUTYBOOK_ORACLE_EXAMPLES", "1000"))
FIRST_SEED = int(os.environ.get("DUTYBOOK_ORACLE_SEED", "0"))
SUBJECTS = 10
SEEDS = range(FIRST_SEED, FIRST_SEED + max(1, EXAMPLES // SUBJECTS))


@pytest.fixture(autouse=True, scope="module")
def _tables() -> Iterator[None]:
    with declared():
        yield


@pytest.mark.parametrize("form", Form)
def test_entries_and_spans_are_the_same(form: Form) -> None:
    for seed in SEEDS:
        subjects = numbered(a_force(seed, form, SUBJECTS))
        found = found_of(subjects)
        for subject_id, history in subjects.items():
            if found[subject_id] != described(ledger_of(history)):
                pytest.fail(f"seed {seed}, subject {subject_id}\n{explained(history)}")


@pytest.mark.parametrize("form", Form)
def test_statuses_are_the_same(form: Form) -> None:
    for seed in SEEDS[: len(SEEDS) // 3 + 1]:
        subjects = numbered(a_force(seed, form, SUBJECTS))
        ledger = engine_ledger(subjects)
        ledgers = {subject_id: ledger_of(history) for subject_id, history in subjects.items()}
        entries = [(subject_id, entry) for subject_id, its in ledgers.items() for entry in its]
        instants = {at for _, entry in entries for at, _ in entry.history}
        for day in sorted({day_of(at + by) for at in instants for by in (-1, 0, 86_400_000_000)}):
            engine = status_on(ledger, day)
            for row, (subject_id, entry) in enumerate(entries):
                status, days = standing.status_on(entry, day)
                since_met = standing.days_since_met(ledgers[subject_id], day)
                expected = (status.name.lower(), days, NULL if since_met is None else since_met)
                found = (
                    STATUSES[engine.status[row]],
                    int(engine.overdue_days[row]),
                    int(engine.days_since_met[row]),
                )
                assert found == expected, f"{day}, seed {seed}\n{in_words(subjects[subject_id])}"


@pytest.mark.parametrize("form", Form)
def test_one_subject_has_the_rows_it_has_among_many(form: Form) -> None:
    for seed in SEEDS[: len(SEEDS) // 10 + 1]:
        subjects = numbered(a_force(seed, form, SUBJECTS))
        together = found_of(subjects)
        for subject_id, history in subjects.items():
            alone = found_of({subject_id: history})
            assert alone[subject_id] == together[subject_id]


@pytest.mark.parametrize("form", Form)
def test_the_order_of_rows_changes_nothing_and_a_fact_more_changes_the_digest(form: Form) -> None:
    for seed in SEEDS[: len(SEEDS) // 10 + 1]:
        subjects = numbered(a_force(seed, form, SUBJECTS))
        ledger = engine_ledger(subjects)
        assert digest(engine_ledger(subjects, shuffle=seed)) == digest(ledger)
        fewer = {
            subject_id: replace(history, facts=history.facts[: len(history.facts) // 2])
            for subject_id, history in subjects.items()
        }
        same = found_of(fewer) == found_of(subjects)
        assert (digest(engine_ledger(fewer)) == digest(ledger)) == same
