import json
import re
from pathlib import Path

import pytest

from dutybook.documents.inspections import (
    FORMAT,
    InspectionError,
    inspection_json,
    load_inspection,
    shipped_inspections,
)


def described():
    return {
        "key": "hmicfrs-2026-05-example",
        "version": 1,
        "inspectorate": "HMICFRS",
        "title": "An example",
        "other_titles": [],
        "published": "2026-05-01",
        "types": ["PEEL"],
        "scope": "National",
        "source": "Invented.",
        "recommendation_count": 2,
        "recommendations": [
            {
                "number": 1,
                "text_available": True,
                "title": "Act",
                "addressees": ["forces"],
                "deadline_as_printed": "31 October 2026",
                "deadline": "2026-10-31",
                "limbs": [
                    {
                        "key": "1a",
                        "title": "Act",
                        "asked": "Act.",
                        "shown_by": "records",
                        "how": "Count acts.",
                        "duties": ["acting"],
                    }
                ],
            },
            {"number": 2, "text_available": False},
        ],
    }


def load(description):
    return load_inspection(json.dumps(description).encode(), name="example.json")


def test_a_whole_description_loads():
    inspection = load(described())
    assert inspection.recommendation(1).limbs[0].duties == ("acting",)
    assert not inspection.recommendation(2).text_available


def first(description):
    return description["recommendations"][0]


def limb(description):
    return first(description)["limbs"][0]


@pytest.mark.parametrize(
    ("spoil", "what", "where"),
    [
        (lambda d: d.pop("title"), "'title' is missing", "example.json"),
        (lambda d: d.update(colour="red"), "unknown: 'colour'", "example.json"),
        (lambda d: d.update(key="With Spaces"), "small letters", "example.json"),
        (lambda d: d.update(published="2026-02-30"), "no day", "example.json"),
        (lambda d: d.update(version=True), "whole number", "example.json"),
        (lambda d: d.update(types="PEEL"), "must be a list", "example.json"),
        (lambda d: d.update(types=[1]), "list of texts", "example.json"),
        (lambda d: d.update(recommendation_count=3), "1 to 3", "recommendations"),
        (lambda d: d["recommendations"].append(7), "an object", "recommendations[2]"),
        (
            lambda d: first(d).update(deadline="2026-10-30"),
            "not the day printed",
            "(recommendation 1)",
        ),
        (lambda d: first(d).update(limbs=[]), "at least one", "(recommendation 1)"),
        (lambda d: first(d).update(text_available="yes"), "true or false", "(recommendation 1)"),
        (lambda d: limb(d).update(key="1b"), "should be 1a", "(recommendation 1)"),
        (lambda d: limb(d).update(shown_by="hope"), "'hope'", "limbs[0]"),
        (lambda d: limb(d).update(shown_by="not from this system"), "names duties", "limbs[0]"),
        (lambda d: limb(d).update(asked=" "), "some text", "limbs[0]"),
        (
            lambda d: d["recommendations"][1].update(title="Known after all"),
            "unknown: 'title'",
            "(recommendation 2)",
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_place(spoil, what, where):
    description = described()
    spoil(description)
    with pytest.raises(InspectionError) as caught:
        load(description)
    assert what in caught.value.what
    assert where in caught.value.where
    assert caught.value.remedy


def test_broken_files_are_refused_with_their_place():
    for data, where in ((b'{"key":\n x', "line 2, column 2"), (b'"\xff"', "byte 1"), (b"[]", "a")):
        with pytest.raises(InspectionError) as caught:
            load_inspection(data, name="a.json")
        assert where in caught.value.where


def test_what_is_written_is_read_as_the_same_inspection():
    given = described()
    given["recommendations"][0]["deadline_note"] = "Printed twice, once as 1 November."
    given["recommendations"][0]["limbs"][0]["counts"] = "authorised"
    found = load_inspection(json.dumps(given).encode(), name="example.json")
    for one in (found, *shipped_inspections()):
        written = inspection_json(one)
        assert load_inspection(written.encode(), name="again.json") == one
        assert json.loads(written)["format"] == FORMAT


def test_another_format_is_refused_by_its_name():
    given = {"format": "dutybook-inspection/9", **described()}
    with pytest.raises(InspectionError, match="dutybook-inspection/9"):
        load_inspection(json.dumps(given).encode(), name="example.json")


def test_the_page_about_the_format_names_every_field_and_no_other():
    page = (Path(__file__).parents[3] / "docs" / "inspection-format.md").read_text()
    named = {
        name
        for row in page.splitlines()
        if row.startswith("| `")
        for name in re.findall(r"`([a-z_]+)`", row.split("|")[1])
    }
    whole = json.loads(inspection_json(shipped_inspections()[0]))
    recommendation = whole["recommendations"][0]
    fields = {*whole, *recommendation, *recommendation["limbs"][0], "deadline_note", "counts"}
    assert named == fields
