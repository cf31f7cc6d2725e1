"""Where no table of what a duty applies to or is opened by has a row, the pass makes no entry.

The engine does not begin a pass then; here it is begun all the same.
"""

from collections.abc import Iterator

import numpy as np
import pytest
from tests.oracle.adapter import columns_of, policies_of
from tests.oracle.comparing import numbered
from tests.oracle.generate import a_force
from tests.oracle.history import Form
from tests.oracle.tables import declared, duty_of

from dutybook.duties.evaluate import Standard
from dutybook.duties.holidays import Holidays
from dutybook.duties.kernel.passes import run
from dutybook.duties.kernel.shapes import DROPPED
from dutybook.duties.marks import marks_of


@pytest.fixture(autouse=True, scope="module")
def _tables() -> Iterator[None]:
    with declared():
        yield


@pytest.mark.parametrize("form", Form)
def test_what_nothing_opens_is_not_owed(form: Form) -> None:
    passed_over = 0
    for seed in range(100):
        subjects = numbered(a_force(seed, form, 5))
        history = next(iter(subjects.values()))
        duty, policies = duty_of(history), policies_of(history)
        standard = Standard.of(duty, policies, Holidays(()), history.known_at)
        facts = {
            table: columns
            for table, columns in columns_of(subjects).items()
            if table not in standard.opened_by
        }
        marks = marks_of(duty, facts, standard.settings, history.known_at)
        entries, _spans = run(marks, standard.rules, standard.allowances, standard.days_off)
        assert np.all(entries["closed_why"] == DROPPED), f"seed {seed}"
        assert len(standard.ledger(facts, 1).entries["opened_at"]) == 0
        passed_over += len(marks.at)
    assert passed_over > 100
