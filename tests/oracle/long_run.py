"""Hours of comparison on demand: `python -m tests.oracle.long_run --histories 100000 --seed 7`.

Histories of every form are made from seeds that begin at `--seed`; kernel and oracle make the
ledger of each, and a history on which they differ is made small and printed, with exit code 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence

from tests.oracle.adapter import described
from tests.oracle.comparing import explained, found_of, numbered
from tests.oracle.generate import a_force
from tests.oracle.history import Form
from tests.oracle.oracle import ledger_of
from tests.oracle.tables import declared

SUBJECTS = 10
"""Of each force: they share policies, holidays, knowledge time and the switches of a duty."""
SECONDS_BETWEEN_WORDS = 20


def compare(seed: int, form: Form) -> tuple[int, int]:
    """How many entries and spans one force's ledgers have, when both readings agree on them.

    Raises AssertionError with the smallest history found on which they differ.
    """
    subjects = numbered(a_force(seed, form, SUBJECTS))
    found = found_of(subjects)
    entries = spans = 0
    for subject_id, history in subjects.items():
        expected = described(ledger_of(history))
        if found[subject_id] != expected:
            raise AssertionError(
                f"seed {seed}, {form.value}, subject {subject_id}\n{explained(history)}"
            )
        entries += len(expected)
        spans += sum(len(its_spans) for _, its_spans in expected)
    return entries, spans


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    rounds = -(-asked.histories // (SUBJECTS * len(Form)))
    done = entries = spans = 0
    began = told = time.monotonic()
    with declared():
        for seed in range(asked.seed, asked.seed + rounds):
            for form in Form:
                try:
                    more = compare(seed, form)
                except AssertionError as difference:
                    print(difference)  # noqa: T201
                    return 1
                done, entries, spans = done + SUBJECTS, entries + more[0], spans + more[1]
            if time.monotonic() - told > SECONDS_BETWEEN_WORDS or seed == asked.seed + rounds - 1:
                told = time.monotonic()
                print(  # noqa: T201
                    f"{done:,} histories, seeds {asked.seed} to {seed}, {entries:,} entries, "
                    f"{spans:,} spans, no difference, {told - began:.0f} s",
                    flush=True,
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
