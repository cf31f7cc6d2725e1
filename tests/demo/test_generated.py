"""The same seed, size and day give the same invented force; another seed gives another."""

from collections import Counter
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

from dutybook.demo import names
from dutybook.demo.force import people, teams
from dutybook.demo.histories import DemoSubject, Setting
from dutybook.demo.investigations import investigations
from dutybook.demo.offenders import VISIT_MONTHS, offenders
from dutybook.demo.policies import ILLUSTRATIVE, POLICIES
from dutybook.demo.staff import staff
from dutybook.ledger.policy_keys import policy_keys

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
SIX_YEARS = timedelta(days=365.25 * 6)


def made(seed: int, *, how_many: int = 60) -> list[DemoSubject]:
    """Offenders, suspects with their bails and staff, in the order in which they are made."""
    setting = Setting(NOW - SIX_YEARS, NOW, Random(seed))
    found = list(offenders(setting, how_many=how_many, teams={0: [1, 2], 1: [3]}))
    for suspect, bail in investigations(setting, how_many=how_many, teams={2: [4]}):
        found += [suspect, *([bail] if bail else [])]
    return found + list(staff(setting, people=[(n, f"Name {n}", 0) for n in range(10)]))


def test_one_seed_makes_one_force() -> None:
    assert list(map(asdict, made(7))) == list(map(asdict, made(7)))
    assert list(map(asdict, made(7))) != list(map(asdict, made(8)))
    structure = teams(400)
    assert people(structure, Random(7)) == people(structure, Random(7))


def test_nothing_happened_after_now_or_was_keyed_before_it_happened() -> None:
    for subject in made(3, how_many=150):
        for fact in subject.facts:
            assert fact.at <= NOW, fact
            assert fact.at <= fact.recorded_at <= NOW, fact


def test_every_fact_has_its_own_number_and_names_an_earlier_one() -> None:
    facts = [fact for subject in made(3) for fact in subject.facts]
    numbers = [fact.number for fact in facts]
    assert len(set(numbers)) == len(numbers)
    for fact in facts:
        assert fact.values.get("of_fact", 0) < fact.number


def test_referrals_grow_year_by_year() -> None:
    setting = Setting(NOW - SIX_YEARS, NOW, Random(1))
    years: Counter[int] = Counter()
    for suspect, _ in investigations(setting, how_many=6000, teams={0: [1]}):
        for fact in suspect.facts:
            if fact.table == "referral":
                years[int((fact.at - setting.begins) / timedelta(days=365.25))] += 1
    counts = [years[year] for year in range(6)]
    assert all(later > earlier for earlier, later in pairwise(counts)), counts
    assert 1.3 <= counts[5] / counts[0] <= 3.0, counts


def test_bail_runs_in_segments_that_touch_and_some_are_never_checked() -> None:
    bails = [one for one in made(5, how_many=600) if one.kind == "bail"]
    segments = [[fact for fact in one.facts if fact.table == "bail_segment"] for one in bails]
    for of_one in segments:
        for earlier, later in pairwise(of_one):
            gap = later.at - earlier.values["until"]
            assert gap == timedelta(microseconds=1)
    checked = [any(fact.table == "bail_check" for fact in one.facts) for one in bails]
    assert 0.05 < 1 - sum(checked) / len(bails) < 0.35
    assert {len(of_one) for of_one in segments} >= {1, 2, 3}


def test_names_are_plainly_invented() -> None:
    chance = Random(4)
    drawn = [names.person(chance) for _ in range(500)]
    assert len(set(drawn)) > 300
    for name in drawn:
        forename, surname = name.split()
        assert forename in names.FORENAMES
        assert any(surname.startswith(half) for half in names.FIRST_HALVES)


def test_policies_are_known_illustrative_and_not_complete() -> None:
    assert {policy.key for policy in POLICIES} <= set(policy_keys())
    assert all(ILLUSTRATIVE in one.source or "HMICFRS" in one.source for one in POLICIES)
    made_at = {policy.level for policy in POLICIES if policy.key == "referral.target"}
    assert "very_high" not in made_at
    assert {p.level: p.value for p in POLICIES if p.key == "visit.maximum"} == VISIT_MONTHS
