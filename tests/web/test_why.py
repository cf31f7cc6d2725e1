"""Every way in which a due date comes to count, and every reason for having none, has its words."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.ledger import BASIS_HOW, WHY_EMPTY
from dutybook.ledger.queries import SubjectEntry
from dutybook.web.why import CAME_TO_COUNT, WITHOUT_DATE, why

AT = datetime(2026, 3, 2, 10, tzinfo=UTC)


def entry(duty: str = "visit_within_interval", **more: Any) -> SubjectEntry:
    """An open entry that is due, by the force's setting as it opened."""
    whole: dict[str, Any] = dict.fromkeys(SubjectEntry.__dataclass_fields__)
    whole |= {"subject_id": 1, "duty": duty, "title": duty, "opened_by": 2, "opened_at": AT}
    whole |= {"status": "due", "days_overdue": 0, "due_at": AT, "basis_how": "at_opening"}
    return SubjectEntry(**(whole | {"basis_policy": 3, "basis_from": AT} | more))


def test_the_words_are_complete() -> None:
    assert set(CAME_TO_COUNT) == set(BASIS_HOW)
    assert set(WITHOUT_DATE) == set(WHY_EMPTY)


@pytest.mark.parametrize("duty", CATALOGUE)
@pytest.mark.parametrize("how", BASIS_HOW)
def test_every_duty_explains_itself_however_its_date_came_to_count(duty: str, how: str) -> None:
    for basis in ({"basis_policy": 3}, {"basis_policy": None}, {"basis_plan": 4}):
        said = why(entry(duty, basis_how=how, **basis))
        assert said
        assert "{" not in said
        assert "None" not in said


@pytest.mark.parametrize("reason", WHY_EMPTY)
def test_no_date_says_why(reason: str) -> None:
    assert why(replace(entry(), due_at=None, why_empty=reason)).startswith("No date")


def test_the_setting_the_plan_and_the_law_are_named() -> None:
    assert why(entry()) == (
        "The force's setting “First home visit” or “Longest time between home visits”, counted "
        "from 2 Mar 2026"
    )
    assert why(entry(basis_policy=None, basis_plan=4)).startswith("The interval in the plan")
    assert why(entry("initial_notification", basis_policy=None)) == (
        "Sexual Offences Act 2003, s. 83(1), counted from 2 Mar 2026"
    )
    assert why(entry(basis_how="level_rise")).endswith("since the level rose on 2 Mar 2026")
