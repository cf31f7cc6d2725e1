"""The public site reads through a role of its own, which sees released pages and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import psycopg
import pytest
from django.db import connections
from django.test import Client
from tests.documents.response.versions import LIMB, RECOMMENDATION, version
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_releases import approve, prepare
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.database import DatabaseAccess
from dutybook.documents.reading.model import Passage
from dutybook.documents.response import PublishedFigure
from dutybook.inspections.actions import load_library
from dutybook.public import queries
from dutybook.public.queries import newest_releases, release_file, release_page


@pytest.fixture
def scene(committed_database: DatabaseAccess) -> Iterator[Answered]:
    """Really committed: the public role looks from a connection of its own."""
    made = make_scene("wealdmoor")
    load_library(by=made.loader)
    yield Answered(made.force, made.east, made.west)
    connections["public"].close()


def test_nothing_is_there_until_it_is_released(scene: Answered) -> None:
    assert newest_releases() == []
    draft = prepare(scene)
    assert newest_releases() == []
    assert release_page("wealdmoor", KEY) is None
    assert release_file("wealdmoor", KEY, "pdf") is None
    assert Client().get(f"/public/wealdmoor/{KEY}/").status_code == 404
    approve(scene, draft)
    [line] = newest_releases()
    assert (line.force_key, line.inspection_key, line.number) == ("wealdmoor", KEY, 1)
    assert release_page("wealdmoor", KEY) == "<p>a page</p>"
    assert release_file("wealdmoor", KEY, "pdf") == b"%PDF"


def test_only_the_newest_release_is_shown(scene: Answered) -> None:
    approve(scene, prepare(scene, page="first"))
    later = prepare(scene, page="second", now=NOW + 2 * DAY)
    approve(scene, later, now=NOW + 3 * DAY, correction_note="a figure")
    [line] = newest_releases()
    assert (line.number, line.correction_note) == (2, "a figure")
    assert release_page("wealdmoor", KEY) == "second"


def test_the_pages_of_the_site_ask_for_no_sign_in(scene: Answered) -> None:
    approve(scene, prepare(scene))
    index = Client().get("/public/")
    assert index.status_code == 200
    assert b"Wealdmoor" in index.content
    page = Client().get(f"/public/wealdmoor/{KEY}/")
    assert page.content == b"<p>a page</p>"
    document = Client().get(f"/public/wealdmoor/{KEY}.pdf")
    assert (document["Content-Type"], document.content) == ("application/pdf", b"%PDF")
    assert Client().post("/public/").status_code == 405


def test_a_release_is_had_in_every_form_in_which_it_was_prepared(scene: Answered) -> None:
    approve(scene, prepare(scene, forms={"docx": b"PK", "txt": b"a text", "json": b"{}"}))
    address = f"/public/wealdmoor/{KEY}"
    for form, begins in (("docx", b"PK"), ("txt", b"a text"), ("json", b"{}")):
        had = Client().get(f"{address}.{form}")
        assert (had.status_code, had.content) == (200, begins)
    for form in ("oscal.json", "exe", "html"):  # not prepared, no form, and the page has its own
        assert Client().get(f"{address}.{form}").status_code == 404
    schema = Client().get("/public/response-1.schema.json")
    assert schema["Content-Type"] == "application/schema+json"


def test_every_release_stays_at_an_address_of_its_own(scene: Answered) -> None:
    approve(scene, prepare(scene, page="first"))
    later = prepare(scene, page="second", now=NOW + 2 * DAY)
    approve(scene, later, now=NOW + 3 * DAY, correction_note="a figure")
    address = f"/public/wealdmoor/{KEY}"
    assert Client().get(f"{address}/1/").content == b"first"
    assert Client().get(f"{address}/2/").content == b"second"
    for absent in (f"{address}/3/", f"/public/otherbury/{KEY}/1/"):
        assert Client().get(absent).status_code == 404


def test_what_a_release_changed_stands_beside_the_one_before_it(scene: Answered) -> None:
    said = json.loads(version())
    approve(scene, prepare(scene, forms={"json": version().encode()}))
    said["recommendations"][0]["position"]["end"] = "1 March 2027"
    later = prepare(scene, forms={"json": json.dumps(said).encode()}, now=NOW + 2 * DAY)
    approve(scene, later, now=NOW + 3 * DAY, correction_note="an end date")
    address = f"/public/wealdmoor/{KEY}"
    first = Client().get(f"{address}/1/changes/").content.decode()
    assert "This is the first release" in first
    page = Client().get(f"{address}/2/changes/").content.decode()
    assert "an end date" in page
    row = page.split("<tbody>")[1]
    assert row.count("<tr>") == 1
    assert "Recommendation 8" in row
    assert "To be done by" in row
    assert "1 March 2027" in row
    for absent in (f"{address}/3/changes/", f"/public/otherbury/{KEY}/1/changes/"):
        assert Client().get(absent).status_code == 404


def test_each_limb_is_followed_release_by_release(scene: Answered) -> None:
    address = f"/public/wealdmoor/{KEY}/over-time/"
    assert Client().get(address).status_code == 404
    approve(scene, prepare(scene))  # without open data: a release, and no figures
    assert "No release holds figures" in Client().get(address).content.decode()
    for number, finding in ((2, "Shortfall"), (3, "Fully shown")):
        figure = PublishedFigure(
            *("visits", "Visits in time", "those not overdue", "at the end of the day"),
            *(TODAY, 77 + number, 100, 3, 0),
        )
        limb = replace(LIMB, finding=finding, numbers=(figure,))
        text = version(replace(RECOMMENDATION, limbs=(limb,)))
        made = prepare(scene, forms={"json": text.encode()}, now=NOW + 2 * number * DAY)
        approve(scene, made, now=NOW + (2 * number + 1) * DAY, correction_note="figures")
    page = Client().get(address).content.decode().split('id="limb-8c"')[1]
    assert page.index("Shortfall") < page.index("Fully shown")
    assert page.count("<tr>") == 3  # a head and two releases
    assert page.count("<svg") == 1
    assert "Visits in time, release by release" in page
    assert page.count("<rect") == 6  # shown, not shown, unknown; in each of two releases


def test_releases_from_before_open_data_are_not_compared(scene: Answered) -> None:
    approve(scene, prepare(scene))
    later = prepare(scene, forms={"json": version().encode()}, now=NOW + 2 * DAY)
    approve(scene, later, now=NOW + 3 * DAY, correction_note="x")
    page = Client().get(f"/public/wealdmoor/{KEY}/2/changes/").content.decode()
    assert "cannot be set side by side" in page


def test_words_are_found_where_they_stand_in_the_newest_release(scene: Answered) -> None:
    def found(asked: str) -> list[tuple[str, str]]:
        return [(one.place, one.what) for each in queries.search(asked) for one in each.found]

    assert found("review") == []
    words = {"forms": {"json": version().encode()}}
    approve(scene, prepare(scene, **words))
    assert found("REVIEW we") == [("Recommendation 8", "The force's position")]
    assert found("overdue") == [("Recommendation 8, part 8c", "What is asked")]
    assert found("overd") == found("overdue")
    assert found("overdue asked") == found("overdue")  # what the passage is counts with it
    for nothing in ("", " ", "a", "review elephants"):
        assert found(nothing) == []
    later = replace(RECOMMENDATION, position=(Passage("paragraph", "We watch it."),))
    second = prepare(scene, now=NOW + 2 * DAY, forms={"json": version(later).encode()})
    approve(scene, second, now=NOW + 3 * DAY, correction_note="Anew")
    assert found("we review") == []
    assert found("we watch") == [("Recommendation 8", "The force's position")]


def test_the_page_that_finds_says_what_was_looked_for_and_sends_nobody_astray(
    scene: Answered,
) -> None:
    approve(scene, prepare(scene, forms={"json": version().encode()}))
    page = Client().get("/public/search/", {"words": "<b>review"}).content.decode()
    assert "&lt;b&gt;review" in page
    assert "Nothing that is published holds all of these words" in page
    page = Client().get("/public/search/", {"words": "review"}).content.decode()
    assert "#recommendation-8" in page
    assert "1 passage of release 1" in page
    assert "Figures are for the end of 24 November 2026." in page
    assert "Type one word" in Client().get("/public/search/").content.decode()


def test_the_feed_tells_of_every_release_and_what_it_corrects(scene: Answered) -> None:
    approve(scene, prepare(scene, page="first"))
    later = prepare(scene, page="second", now=NOW + 2 * DAY)
    approve(scene, later, now=NOW + 3 * DAY, correction_note="a figure")
    answer = Client().get("/public/feed.xml")
    assert answer["Content-Type"] == "application/atom+xml"
    root = ElementTree.fromstring(answer.content)
    atom = "{http://www.w3.org/2005/Atom}"
    entries = root.findall(f"{atom}entry")
    links = [one.find(f"{atom}link").attrib["href"] for one in entries]
    assert [link.rsplit("/", 2)[1] for link in links] == ["2", "1"]
    assert "Correction: a figure" in entries[0].find(f"{atom}summary").text


def test_the_pages_that_explain_are_open_and_say_what_is_never_done(scene: Answered) -> None:
    explained = Client().get("/public/how-figures-are-made/")
    assert b"never counted as done" in explained.content
    assert Client().get("/public/accessibility/").status_code == 200


def test_the_public_role_reads_releases_and_nothing_else(
    scene: Answered, committed_database: DatabaseAccess
) -> None:
    with committed_database.owner.connect(autocommit=True) as owner:
        tables = [
            name
            for (name,) in owner.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
            ).fetchall()
        ]
    assert len(tables) > 60
    readable: list[Any] = []
    with committed_database.public.connect(autocommit=True) as public:
        for table in tables:
            try:
                public.execute(f'SELECT 1 FROM "{table}" LIMIT 1')
                readable.append(table)
            except psycopg.errors.InsufficientPrivilege:
                continue
        public.execute("SET default_transaction_read_only = off")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            public.execute("DELETE FROM inspections_release")
    assert readable == ["inspections_release"]
