import json

import pytest

from dutybook.documents.inspections import InspectionError, load_inspection


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
