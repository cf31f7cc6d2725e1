"""Every page leaves its row in the log, and a page that cannot is not shown."""

from typing import Any

import pytest
from tests.web.test_urls import expected

from dutybook.access import log
from dutybook.access.errors import AccessLogUnavailable
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.records.offenders.models import Visit

SHOWS_NO_RECORD = {
    *("web:sign_in", "web:help", "web:change_password", "web:duties"),
    *("web:inspections", "web:inspection_import", "web:response", "web:response_changes"),
    *("web:policy_set", "web:offender_register", "web:referral_receive", "web:screening_join"),
    *("web:account_new", "web:account_teams", "web:screening_record", "web:screening_leave"),
    *("web:caseload", "web:caseload_template", "web:transfers", "web:export"),
    *("web:visits_to_confirm", "web:week", "web:transfer_receive", "web:leave_asked"),
    *("web:need_document", "web:need_agreement", "web:questions", "web:question_answer"),
    *("web:limb_basis", "web:limb_own", "web:limb_evidence", "web:evidence_withdraw"),
    *("web:calendar", "web:inspection_tests", "web:limb_tests", "web:limb_draw"),
    *("web:response_letter", "web:response_letter_sent"),
    *("web:commitments", "web:commitment", "web:commitment_new", "web:commitment_step"),
    *("web:meetings", "web:meeting", "web:meeting_new", "web:packs", "web:pack_new"),
    *("web:inspection_reading", "web:inspection_line"),
    *("web:room", "web:room_ask", "web:room_answer"),
    *("web:audit_questions", "web:audit_questions_new"),
    *("web:all_learning", "web:learning", "web:learning_new"),
    *("web:pulses", "web:pulse", "web:pulse_new", "web:records_read"),
    *("web:emergency_open", "web:searches", "web:search_keep"),
    *("web:response_approve", "web:home", "web:find", "web:notices", "web:restricted_hits"),
}
"""Pages of the product's own text and of published documents, and forms that name nobody. Nothing
is owed by whoever opens home here, nobody has told them anything or asked about a record, no
transfer waits, and no record of their team was read against its file."""
ABOUT_ONE = {
    "web:offender": "offender",
    "web:offender_versions": "offender",
    "web:visit_record": "offender",
    "web:suspect": "suspect",
    "web:bail": "bail",
}


@pytest.fixture
def openings(person: Any, enter: Any, addresses: dict[str, str]) -> dict[str, tuple[Any, str]]:
    """Every page, with a browser of the first role that may open it."""
    browsers = {role: enter(person(role, f"some_{role}")) for role in Role}
    found = {}
    for name, row in expected().items():
        role = next((role for role in Role if row[role.value] == "page"), None)
        if role is not None:
            found[name] = (browsers[role], addresses[name])
    return found


def refuse_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on no row can be inserted into the log."""

    def refuse(*_args: Any, **_values: Any) -> Any:
        raise AccessLogUnavailable("the access log cannot be written")

    monkeypatch.setattr(log, "_insert", refuse)


def test_each_page_that_shows_records_says_so_in_the_log(
    openings: dict[str, tuple[Any, str]], records: dict[str, int]
) -> None:
    silent = set()
    for name, (browser, address) in openings.items():
        before = AccessLogRow.objects.latest("id").pk
        assert browser.get(address).status_code == 200, name
        rows = list(AccessLogRow.objects.filter(pk__gt=before))
        if not rows:
            silent.add(name)
        assert {row.route for row in rows} <= {name}
        assert len({row.request_id for row in rows}) <= 1
        if name in ABOUT_ONE:
            named = {subject for row in rows for subject in row.subjects}
            assert records[ABOUT_ONE[name]] in named, name
    assert silent == SHOWS_NO_RECORD & openings.keys()


def test_without_its_row_no_page_is_shown(
    openings: dict[str, tuple[Any, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_rows(monkeypatch)
    for name, (browser, address) in openings.items():
        response = browser.get(address)
        wanted = 200 if name in SHOWS_NO_RECORD else 503
        assert response.status_code == wanted, name
        if wanted == 503:
            assert "Quillfeather" not in response.content.decode()


def test_without_its_row_nothing_is_saved(
    records: dict[str, int], person: Any, enter: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = enter(person(Role.OFFENDER_MANAGER, "manager"))
    address = f"/offenders/{records['offender']}/visits/new/"
    before = Visit.objects.count()

    refuse_rows(monkeypatch)
    answers = {
        **{"day_day": "20", "day_month": "11", "day_year": "2026", "clock": "10:00"},
        **{"outcome": "seen", "announced": "no", "crew": "2", "second_confirmed": "yes"},
    }
    assert browser.post(address, answers).status_code == 503
    assert Visit.objects.count() == before
