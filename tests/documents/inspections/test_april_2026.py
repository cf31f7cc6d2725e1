"""The April 2026 inspection as it ships."""

from datetime import date

import pytest

from dutybook.documents.inspections import (
    APRIL_2026,
    ShownBy,
    shipped_inspection,
    shipped_inspections,
)
from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.catalogue.limbs import LIMBS as CATALOGUE_LIMBS

LIMBS = [
    *("1a", "1b", "1c", "2a", "2b", "4a", "4b", "5a", "5b", "6a", "6b"),
    *("8a", "8b", "8c", "8d", "10a", "10b", "10c", "10d", "15a", "15b", "16a", "16b"),
]


@pytest.fixture(scope="module")
def inspection():
    return shipped_inspection(APRIL_2026)


def test_sixteen_recommendations_nine_of_them_known(inspection):
    assert [r.number for r in inspection.recommendations] == list(range(1, 17))
    unknown = [r for r in inspection.recommendations if not r.text_available]
    assert [r.number for r in unknown] == [3, 7, 9, 11, 12, 13, 14]
    assert all(r.addressees == () and r.deadline is None and r.limbs == () for r in unknown)


def test_twenty_three_limbs_each_saying_how_it_can_be_shown(inspection):
    limbs = inspection.limbs()
    assert [limb.key for limb in limbs] == LIMBS
    assert len(limbs) == 23
    assert {limb.shown_by for limb in limbs} <= set(ShownBy)
    assert len({limb.asked for limb in limbs}) == 23


def test_deadlines_as_printed(inspection):
    deadlines = {r.number: r.deadline for r in inspection.recommendations if r.deadline}
    assert deadlines[6] == date(2026, 10, 30)
    assert inspection.recommendation(6).deadline_note
    assert {n for n, day in deadlines.items() if day == date(2027, 4, 30)} == {2, 5}
    assert list(deadlines.values()).count(date(2026, 10, 31)) == 6


def test_the_catalogue_knows_the_same_limbs(inspection):
    assert [(limb.key, limb.title) for limb in inspection.limbs()] == [
        (limb.key, limb.title) for limb in CATALOGUE_LIMBS
    ]


def test_limbs_and_duties_name_each_other(inspection):
    named = {limb.key: set(limb.duties) for limb in inspection.limbs()}
    serving = {
        limb.key: {duty.key for duty in CATALOGUE.values() if limb.key in duty.limbs}
        for limb in inspection.limbs()
    }
    assert named == serving


def test_an_unknown_key_names_those_there_are():
    assert [i.key for i in shipped_inspections()] == [APRIL_2026]
    with pytest.raises(KeyError, match=APRIL_2026):
        shipped_inspection("hmicfrs-1999")
    with pytest.raises(KeyError):
        shipped_inspection(APRIL_2026).recommendation(17)


def test_the_sample_answers_this_inspection(inspection, sample):
    assert sample.inspection.published == inspection.published
    assert sample.inspection.title in inspection.titles
    known = [r.number for r in inspection.recommendations if r.text_available]
    assert [r.number for r in sample.recommendations] == known
