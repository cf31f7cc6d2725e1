import itertools
import re
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from dutybook.documents.reading.model import Passage, plain_text
from dutybook.documents.response import to_html


def page(document):
    return BeautifulSoup(to_html(document), "html.parser")


def words(tag):
    return " ".join(tag.get_text(" ").split())


def test_headings_step_down_one_at_a_time_from_a_single_first(converted):
    levels = [int(h.name[1]) for h in page(converted).find_all(re.compile(r"^h[1-6]$"))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_every_position_stands_in_a_quotation_under_its_recommendation(converted):
    soup = page(converted)
    for r in converted.recommendations:
        if r.position:
            article = soup.find(id=f"recommendation-{r.number}").parent
            quoted = words(article.find("blockquote"))
            assert quoted == " ".join(p.text for p in r.position)


def test_the_coverage_table_names_all_with_headers_that_have_scope(converted):
    table = page(converted).find("table")
    assert table.caption
    assert [th["scope"] for th in table.thead.find_all("th")] == ["col"] * 4
    rows = [words(th) for th in table.tbody.find_all("th", scope="row")]
    assert rows == [f"Recommendation {n}" for n in range(1, 17)]
    assert sum("Text not available" in words(tr) for tr in table.tbody.find_all("tr")) == 7


def test_links_inside_the_page_lead_somewhere_and_ids_are_unique(converted):
    soup = page(converted)
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))
    targets = {a["href"].removeprefix("#") for a in soup.find_all("a")}
    assert targets <= set(ids)
    assert soup.find("a")["href"] == f"#{soup.main['id']}"


def test_nothing_is_fetched_and_nothing_runs(converted):
    soup = page(converted)
    assert soup.html["lang"] == "en-GB"
    assert not soup.find_all(["script", "img", "link", "iframe", "form"])
    assert not re.search(r"url\(|@import|https?:", to_html(converted))


def test_no_markup_of_the_source_is_left_as_text(converted):
    text = page(converted).get_text(" ")
    assert not re.search(r"</?\w+>|&\w+;|&#|•|list-style-type", text)


def test_the_last_day_and_the_provenance_are_told(converted):
    text = words(page(converted))
    assert "9 June 2026 (the 56th day" in text
    assert "Converted from a published document; not issued by the commissioner" in text


def test_an_issued_response_shows_findings_beside_claims(issued):
    soup = page(issued)
    table = soup.find("table", class_="limbs")
    assert "312 of 355, 12 not known, 31 October" in words(table)
    assert [words(th) for th in table.find_all("th", scope="row")] == ["1a", "1b"]
    assert words(table.find_all("tr")[2]).count("not stated") == 2
    assert "Converted" not in words(soup)
    assert "I have paid for two more officers." in words(soup)


def test_a_recommendation_without_a_position_says_so(issued):
    article = page(issued).find(id="recommendation-3").parent
    assert "The force’s position is not stated." in words(article)
    assert words(article).count("not stated") >= 3


def test_hostile_words_stay_words(issued):
    hostile = "<script>alert(1)</script> & \" ' {{ 7 * 7 }} {% if %}"
    (first, *others) = issued.recommendations
    said = replace(first, position=(Passage("paragraph", hostile),))
    document = replace(issued, recommendations=(said, *others), force=hostile, notes=(hostile,))
    soup = page(document)
    assert not soup.find_all("script")
    assert words(soup).count(" ".join(hostile.split())) == 3


def test_the_same_number_twice_has_two_places(issued):
    twice = replace(issued, recommendations=issued.recommendations[:1] * 2)
    ids = [tag["id"] for tag in page(twice).find_all(id=re.compile("^recommendation"))]
    assert ids == ["recommendation-1", "recommendation-1-again"]


@pytest.mark.parametrize("number", [1, 2])
def test_lists_are_lists(converted, number):
    r = next(r for r in converted.recommendations if r.number == number)
    article = page(converted).find(id=f"recommendation-{number}").parent
    items = [words(li) for li in article.select("h3 ~ ul:not(.marks) > li")]
    assert items == [p.text for p in r.text if p.kind == "item"], plain_text(r.text)
