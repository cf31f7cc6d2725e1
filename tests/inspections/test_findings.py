"""What a limb's figures amount to, and that records nobody keeps never count as met."""

from datetime import date

import pytest

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.evaluate import evaluate
from dutybook.duties.figures import Measure
from dutybook.duties.holidays import ENGLAND_AND_WALES
from dutybook.duties.measures import measure
from dutybook.duties.policy import Policies
from dutybook.duties.worked import facts_of, instant_of, policies_of
from dutybook.inspections.findings import Finding, contradicts, figure, finding

DAY = date(2025, 8, 1)


def _measure(key: str, example: str | None = None) -> Measure:
    """The figures of a duty over one of its worked examples, or over nothing."""
    duty = CATALOGUE[key]
    found = [one for one in duty.examples if one.title == example]
    facts = facts_of(found[0]) if found else {}
    policies = policies_of(found[0]) if found else Policies()
    known_at = instant_of("2025-08-02")
    ledger = evaluate(duty, facts, policies, ENGLAND_AND_WALES, force_id=1, known_at=known_at)
    return measure(duty, ledger, DAY, policies=policies)


REVIEWED = _measure(
    "supervisor_review_of_arms",
    "Reviewed on the last day: a month from 31 January ends on 28 February",
)
LATE = _measure("supervisor_review_of_arms", "Reviewed the day after")
NOTHING = _measure("pnd_checked")


def test_everything_met_on_time_is_fully_shown() -> None:
    assert finding([figure(REVIEWED, "met")]) is Finding.FULLY_SHOWN


def test_a_duty_without_records_here_keeps_a_limb_from_being_fully_shown() -> None:
    state = finding([figure(REVIEWED, "met"), figure(NOTHING, "met", recorded=False)])
    assert state is Finding.NO_RECORDS_YET
    assert not contradicts(state)


def test_a_duty_whose_records_are_kept_and_empty_leaves_the_others_to_speak() -> None:
    assert finding([figure(REVIEWED, "met"), figure(NOTHING, "met")]) is Finding.FULLY_SHOWN


@pytest.mark.parametrize("recorded", [True, False])
def test_a_shortfall_is_never_hidden_by_missing_records(recorded: bool) -> None:
    figures = [
        figure(REVIEWED, "met"),
        figure(LATE, "met"),
        figure(NOTHING, "met", recorded=recorded),
    ]
    assert finding(figures) is Finding.NOT_SHOWN


def test_nothing_anywhere_is_no_records_of_the_kind() -> None:
    assert finding([figure(NOTHING, "met", recorded=False)]) is Finding.NO_RECORDS_YET
