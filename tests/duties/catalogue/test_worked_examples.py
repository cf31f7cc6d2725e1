"""Every worked example of every duty says what the engine says."""

import pytest

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.examples import Example
from dutybook.duties.language import Duty, Preceded
from dutybook.duties.status import STATUSES
from dutybook.duties.worked import outcome_of

WORKED = [
    pytest.param(duty, example, id=f"{duty.key}: {example.title}")
    for duty in CATALOGUE.values()
    for example in duty.examples
]


@pytest.mark.parametrize(("duty", "example"), WORKED)
def test_the_example_is_what_the_engine_makes_of_it(duty: Duty, example: Example) -> None:
    assert outcome_of(duty, example) == example.expected


@pytest.mark.parametrize("duty", CATALOGUE.values(), ids=CATALOGUE)
def test_every_duty_shows_what_falls_short(duty: Duty) -> None:
    shown = {one.status for example in duty.examples for one in example.expected}
    assert shown <= set(STATUSES)
    assert shown & {"overdue", "met_late", "in_breach", "closed_unmet"}


def _unset(duty: Duty, policy: str) -> str:
    """What an entry reads where a policy is unset; of a window, that nobody can say."""
    looks_back = isinstance(duty.condition, Preceded) and duty.condition.within == policy
    return "unknown" if looks_back else "no_standard_set"


def test_every_policy_is_shown_unset() -> None:
    shown = {
        policy
        for duty in CATALOGUE.values()
        for example in duty.examples
        for policy in set(duty.policies) - {one.key for one in example.settings}
        if any(one.status == _unset(duty, policy) for one in example.expected)
    }
    assert shown == {policy for duty in CATALOGUE.values() for policy in duty.policies}
