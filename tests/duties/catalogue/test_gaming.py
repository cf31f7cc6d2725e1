"""Every figure says how it could be gamed and what to read beside it."""

from dutybook.duties.catalogue import CATALOGUE
from dutybook.duties.catalogue.gaming import GAMING, companions_of


def test_every_duty_says_how_its_figure_could_be_gamed() -> None:
    assert set(GAMING) == set(CATALOGUE)
    assert all(one.how.endswith(".") for one in GAMING.values())


def test_a_companion_is_another_duty() -> None:
    for key in GAMING:
        assert set(companions_of(key)) <= set(CATALOGUE) - {key}
