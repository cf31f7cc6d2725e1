"""My work, the team's board, the rows behind its numbers, and what policies change."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.ledger.scene import catch_up
from tests.web import scene
from tests.web.conftest import NOW
from tests.web.test_offender_pages import text

from dutybook.access.roles import Role


@pytest.fixture
def manager(person):
    return person(Role.OFFENDER_MANAGER, "pat")


@pytest.fixture
def chief(person):
    return person(Role.CHIEF_OFFICER, "chief")


@pytest.fixture
def several(manager, chief, as_viewer, offender_team):
    """Four offenders, one of each level, each last seen a hundred days ago."""
    scene.set_policies(as_viewer(chief), NOW)
    by = as_viewer(manager)
    for place, level in enumerate(("low", "very_high", "medium", "high")):
        found = scene.register(
            by,
            NOW,
            offender_team,
            ref=f"NV-{place}",
            name=f"Offender {level}",
            level=level,
            owner=manager,
        )
        scene.visit(by, NOW, found, days_ago=100)


def names(page: str) -> list[str]:
    return re.findall(r'<a class="govuk-link db-strong"[^>]*>Offender (\w+)</a>', page)


def test_my_work_is_most_dangerous_first_and_says_when(several, manager, enter):
    page = text(enter(manager).get("/?duty=visit_within_interval"))
    assert names(page) == ["very_high", "high", "medium", "low"]
    assert "69 days overdue" in page  # one month after 16 August
    assert "100 days ago" in page


def test_my_work_is_narrowed_by_duty_level_and_standing(several, manager, enter):
    client = enter(manager)
    assert names(text(client.get("/?duty=visit_within_interval&level=low"))) == ["low"]
    late = names(text(client.get("/?duty=visit_within_interval&status=overdue")))
    assert late == ["very_high", "high"]
    assert "Nothing matches these filters" in text(client.get("/?level=unknown"))
    assert len(names(text(client.get("/?level=nonsense&duty=nonsense&status=x")))) > 4
    assert client.get("/?page=nonsense").status_code == 400


def test_what_the_force_has_not_set_reads_so(several, manager, enter):
    page = text(enter(manager).get("/?duty=arms_reassessment"))
    assert page.count("No standard set") >= 4
    assert "overdue" not in page.split("<tbody>")[1]


def test_every_number_of_the_matrix_leads_to_as_many_rows(several, person, enter):
    client = enter(person(Role.SUPERVISOR, "priya"))
    page = client.get("/team/").content.decode()
    links = re.findall(r'<a href="(/team/records/\?[^"]*)">(\d+)<', page)
    assert len(links) > 8
    for href, count in links:
        rows = client.get(href.replace("&amp;", "&")).content.decode()
        assert len(names(rows)) == int(count), href


def test_the_team_page_names_the_oldest_item_and_what_is_unset(several, person, enter):
    page = text(enter(person(Role.SUPERVISOR, "priya")).get("/team/"))
    assert "The oldest item" in page
    assert "Offender very_high</a>" in page.split("The oldest item")[1][:400]
    assert "Time between ARMS assessments" in page
    assert "4 people have no standard" in page
    assert "Pat" in page.split("Who carries what")[1]


def test_setting_a_policy_gives_what_had_no_standard_a_date(several, manager, chief, enter):
    client = enter(chief)
    listed = text(client.get("/policies/"))
    assert "Unset, and people wait on it" in listed
    assert "4 people have no standard" in listed
    sent = {
        "level": "", "value": "12", "unit": "months", "source": "Order 7 of 2026",
        "day_day": "1", "day_month": "1", "day_year": "2026",
    }  # fmt: skip
    for key in ("arms.interval", "arms.first"):
        refused = client.post(f"/policies/{key}/set/", {**sent, "unit": ""})
        assert (refused.status_code, 'href="#id_unit"' in text(refused)) == (400, True)
        saved = client.post(f"/policies/{key}/set/", sent)
        assert saved["Location"] == f"/policies/{key}/?saved=policy"
    for address in ("/policies/", "/policies/arms.interval/", "/team/"):
        said = text(client.get(address))
        assert "Figures are being counted again" in said
        assert "Waiting for the worker to begin" in said
    catch_up(chief.force_id, now=NOW)
    page = text(client.get("/policies/arms.interval/"))
    assert "Figures are being counted again" not in page
    assert "What each change changed" in page
    assert "12 months" in page
    assert "Order 7 of 2026" in page
    work = text(enter(manager).get("/?duty=arms_reassessment"))
    assert "No standard set" not in work.split("<tbody>")[1]


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({"value": ""}, "#id_value"),
        ({"value": "-1"}, "#id_value"),
        ({"value": "3 months"}, "#id_value"),
        ({"unit": "fortnights"}, "#id_unit"),
        ({"level": "extreme"}, "#id_level"),
        ({"source": ""}, "#id_source"),
        ({"day_month": "13"}, "#id_day_day"),
    ],
)
def test_a_setting_that_cannot_stand_is_refused_at_its_field(chief, enter, sent, place):
    whole = {
        "level": "", "value": "12", "unit": "months", "source": "Order 7 of 2026",
        "day_day": "1", "day_month": "1", "day_year": "2026", **sent,
    }  # fmt: skip
    refused = enter(chief).post("/policies/visit.maximum/set/", whole)
    assert refused.status_code == 400
    assert f'<a href="{place}">' in text(refused)


def test_a_choice_is_set_by_its_words(chief, enter):
    client = enter(chief)
    assert "Detective" not in text(client.get("/policies/visit.authoriser_rank/set/"))
    sent = {
        "value": "inspector", "source": "Order 9",
        "day_day": "1", "day_month": "1", "day_year": "2026",
    }  # fmt: skip
    assert client.post("/policies/visit.authoriser_rank/set/", sent).status_code == 302
    assert "Inspector" in text(client.get("/policies/visit.authoriser_rank/"))
    assert client.get("/policies/no.such/").status_code == 404


def statements(client, address: str) -> int:
    """How many statements a page asks of the database, savepoints apart."""
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return sum("SAVEPOINT" not in each["sql"] for each in asked.captured_queries)


@pytest.mark.parametrize("address", ["/", "/team/", "/offenders/", "/reviews/", "/policies/"])
def test_a_page_asks_few_questions_and_no_more_for_more_rows(
    address, manager, chief, person, as_viewer, offender_team, enter
):
    scene.set_policies(as_viewer(chief), NOW)
    client = enter(person(Role.SUPERVISOR, "priya") if address != "/" else manager)
    by = as_viewer(manager)

    def add(place: int) -> None:
        found = scene.register(
            by, NOW, offender_team, ref=f"N-{place}", name=f"Offender {place}", owner=manager
        )
        scene.visit(by, NOW, found, days_ago=100)

    add(0)
    client.get(address)
    few = statements(client, address)
    for place in range(1, 8):
        add(place)
    assert statements(client, address) == few
    assert few <= 15


def test_an_offenders_page_asks_few_questions(several, manager, enter, as_viewer):
    client = enter(manager)
    address = re.search(r"/offenders/\d+/", text(client.get("/"))).group()
    few = statements(client, address)
    for days in range(3, 13):
        scene.visit(as_viewer(manager), NOW, int(address.split("/")[2]), days_ago=days)
    assert statements(client, address) == few
    assert few <= 15


def test_the_bars_of_a_duty_are_as_high_as_the_table_says(several, chief, enter):
    page = enter(chief).get("/duties/visit_within_interval/").content.decode()
    told = {
        label: [int(one) for one in re.findall(rf'data-label="{label}">(\d+)<', page)]
        for label in ("Open", "Overdue", "Level unknown", "No standard")
    }
    unsure = [sum(both) for both in zip(told["Level unknown"], told["No standard"], strict=True)]
    most = max(told["Open"])
    assert most == 4
    late = told["Overdue"]
    rest = [
        whole - short - dim for whole, short, dim in zip(told["Open"], late, unsure, strict=True)
    ]
    for part, counts in (("late", late), ("unsure", unsure), ("rest", rest)):
        heights = [
            float(one) for one in re.findall(rf'db-bars__{part}"[^>]* height="([\d.]+)"', page)
        ]
        assert heights == pytest.approx([140 * count / most for count in counts], abs=0.06), part
    assert 'role="img" aria-labelledby="bars-title bars-desc"' in page
