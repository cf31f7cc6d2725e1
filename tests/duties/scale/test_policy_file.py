"""The policy file: what it holds, and how what is wrong in it is told."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.duties.made_ledgers import at
from tests.duties.scale.folders import policies, write_policies

from dutybook.duties.calendar import day_number
from dutybook.duties.scale.errors import InputError
from dutybook.duties.scale.policy_file import PolicyFile, read_policy_file

MAXIMUM = {"key": "visit.maximum", "value": 6, "unit": "months", "level": "medium"}


def read(tmp_path: Path, content: Any) -> PolicyFile:
    return read_policy_file(write_policies(tmp_path / "policy.json", content))


def test_a_setting_is_read_whole(tmp_path: Path) -> None:
    said = {"from": "2025-07-01", "recorded_at": "2025-06-20T09:00", "source": "Procedure 12"}
    more = {"set_by": "Head of public protection", "team_id": 4, "version": 2}
    held = read(tmp_path, policies(MAXIMUM | said | more))
    (one,) = held.policies.settings
    assert held.force_id == 9
    assert (one.key, one.value, one.unit, one.level) == ("visit.maximum", 6, "months", "medium")
    assert (one.from_at, one.recorded_at) == (at("2025-07-01"), at("2025-06-20 09:00"))
    assert (one.team_id, one.version, one.withdrawn) == (4, 2, False)
    assert (one.source, one.set_by) == ("Procedure 12", "Head of public protection")


def test_null_unsets_a_policy(tmp_path: Path) -> None:
    held = read(tmp_path, policies({"key": "visit.first", "value": None}))
    assert held.policies.settings[0].value is None


def test_holidays_add_to_those_that_ship_and_may_take_one_away(tmp_path: Path) -> None:
    given = [
        {"day": "2026-06-15", "recorded_at": "2026-05-01"},
        {"day": "2026-12-25", "recorded_at": "2026-05-01", "withdrawn": True},
    ]
    held = read(tmp_path, policies(bank_holidays=given))
    days = held.holidays.as_known(at("2026-05-02")).tolist()
    assert day_number(date(2026, 6, 15)) in days
    assert day_number(date(2026, 12, 25)) not in days
    assert day_number(date(2026, 1, 1)) in days
    before = held.holidays.as_known(at("2026-04-30")).tolist()
    assert day_number(date(2026, 6, 15)) not in before
    assert day_number(date(2026, 12, 25)) in before


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ([], "the file is not an object"),
        ({"format": "x", "force_id": 1, "policies": []}, "its format is 'x'"),
        ({"force_id": 1, "policies": []}, "the file has no format"),
        (policies(force_id="nine"), "force_id is 'nine', not a whole number"),
        (policies(force_id=True), "force_id is True, not a whole number"),
        (policies(policys=[]), "policys, which means nothing here"),
        ({**policies(), "policies": {}}, "policies is not a list"),
        (policies({"key": "visit.first"}), "policies, item 1 has no value"),
        (policies(MAXIMUM, MAXIMUM | {"colour": 1}), "policies, item 2 has colour"),
        (policies(MAXIMUM | {"unit": "fortnights"}), "item 1: .*unit 'fortnights' is not one of"),
        (policies(MAXIMUM | {"value": "six"}), "item 1: .*'six' months is not an allowance"),
        (policies(MAXIMUM | {"value": -1}), "item 1: .*cannot be counted"),
        (policies(MAXIMUM | {"value": 1.5}), "item 1: value cannot be 1.5"),
        (policies(MAXIMUM | {"version": "2"}), "item 1: version cannot be '2'"),
        (policies(MAXIMUM | {"withdrawn": "no"}), "item 1: withdrawn cannot be 'no'"),
        (policies(MAXIMUM | {"key": "visit.maximun"}), r"did you mean visit\.maximum\?"),
        (policies(MAXIMUM | {"level": "extreme"}), "level 'extreme' is not one of low"),
        (policies(MAXIMUM | {"unit": None}), "a whole number and a unit are needed"),
        (policies({"key": "visit.authoriser_rank", "value": "boss"}), "cannot be 'boss': use one"),
        (policies({"key": "bail.period_reading", "value": "half"}), "use one of segment, whole"),
        (policies(MAXIMUM | {"key": "Visits"}), "item 1: .*lower-case words joined by dots"),
        (policies(MAXIMUM | {"key": 5}), "item 1"),
        (policies(MAXIMUM | {"from": "2025-02-30"}), "from is '2025-02-30', which is not a day"),
        (policies(MAXIMUM | {"from": 2025}), "from is 2025, which is not a day or time"),
        (policies(MAXIMUM, MAXIMUM), "policies 1 and 2 both set visit.maximum"),
        (policies(MAXIMUM, MAXIMUM | {"policy_id": 1}), "policy 1 has version 1 twice"),
        (policies(bank_holidays=[{"day": "2026-02-30", "recorded_at": "2026-01-01"}]),
         "bank_holidays, item 1: day is '2026-02-30'"),
        (policies(bank_holidays=[{"day": "2026-02-20", "recorded_at": "2026-01-01",
                                  "withdrawn": "yes"}]), "withdrawn is 'yes'"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, content: Any, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        read(tmp_path, content)
    assert "policy.json" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"", "not JSON as expected"),
        (b'{"format": "a", "format": "b"}', "'format' stands twice"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_what_is_not_json_is_told(tmp_path: Path, text: bytes, told: str) -> None:
    path = tmp_path / "policy.json"
    path.write_bytes(text)
    with pytest.raises(InputError, match=told):
        read_policy_file(path)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        read_policy_file(tmp_path / "policy.json")
