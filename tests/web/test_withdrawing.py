"""What was keyed in error on a record, an order or a child is withdrawn from its page."""

from typing import Any

import pytest
from tests.web.test_offender_pages import text

from dutybook.access.roles import Role
from dutybook.records.offenders.models import DatabaseCheck, OrderBreach
from dutybook.records.safeguarding.models import ChildAtRisk

PLACES = {
    "web:offender_withdraw": DatabaseCheck,
    "web:order_withdraw": OrderBreach,
    "web:child_withdraw": ChildAtRisk,
}


@pytest.mark.parametrize("name", PLACES)
def test_it_asks_why_stays_on_record_and_no_longer_counts(
    name: str, addresses: dict[str, str], person: Any, enter: Any
) -> None:
    browser, model = enter(person(Role.OFFENDER_MANAGER, "pat")), PLACES[name]
    assert "Why is it withdrawn?" in text(browser.get(addresses[name]))
    refused = browser.post(addresses[name], {"reason": " ", "seen_version": 1})
    assert refused.status_code == 400
    assert "Say why it is withdrawn" in text(refused)
    assert not model.objects.filter(withdrawn=True).exists()
    given = {"reason": "Of another record", "seen_version": 1}
    assert browser.post(addresses[name], given).status_code == 302
    stands = model.objects.get(withdrawn=True)
    assert (stands.version, stands.change_reason) == (2, "Of another record")
    late = browser.post(addresses[name], given)
    assert late.status_code == 400
    assert "Somebody changed this meanwhile" in text(late)
