"""The page that releases: what goes out is the draft that was looked at."""

import re
from typing import Any

from tests.web.conftest import NOW

from dutybook.access.roles import Role
from dutybook.documents.inspections import APRIL_2026
from dutybook.inspections.actions import prepare_release
from dutybook.inspections.models import Release


def test_a_draft_prepared_in_the_meantime_is_not_what_goes_out(
    person: Any, enter: Any, as_viewer: Any, addresses: dict[str, str]
) -> None:
    def prepare(page: str) -> None:
        prepare_release(
            inspection_key=APRIL_2026,
            forms={"html": page.encode(), "pdf": b"%PDF"},
            figures_on=NOW.date(),
            by=as_viewer(preparer),
            now=NOW,
        )

    preparer = person(Role.COMMISSIONERS_OFFICE, "one")
    approver = enter(person(Role.COMMISSIONERS_OFFICE, "another"))
    prepare("looked at")
    opened = approver.get(addresses["web:response_approve"]).content.decode()
    [seen] = re.findall(r'name="seen_version" value="(\d+)"', opened)
    prepare("never looked at")
    answers = {"tested_for_harm": "on", "correction_note": "", "seen_version": seen}
    sent = approver.post(addresses["web:response_approve"], answers)
    assert sent.status_code == 302, sent.content.decode()
    assert [one.page for one in Release.objects.all()] == ["looked at"]
