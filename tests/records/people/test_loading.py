"""Loading people in batches gives what the single actions give, or nothing at all."""

from datetime import date

import pytest
from tests.ledger.scene import NOW, Scene
from tests.records.people.scene import ADDRESS, find, numbers, person_of
from tests.records.people.test_stating import made_anew, searched

from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.records.offenders import actions as offenders
from dutybook.records.people import actions, queries
from dutybook.records.people.models import Address, Person


def test_a_batch_is_found_and_read_like_what_was_typed(scene: Scene):
    [subject] = offenders.load_batch(
        "offender",
        [{"national_register_ref": "NR-9", "name": "Alfred Quillfeather", "sex": "male",
          "date_of_birth": date(1970, 5, 2), "team_id": scene.east.pk}],
        by=scene.loader,
        now=NOW,
    )  # fmt: skip
    person = person_of(subject)
    actions.load_batch(
        "address", [{"person_id": person, "subject_id": subject, **ADDRESS}], by=scene.loader,
        now=NOW,
    )  # fmt: skip
    [child] = actions.load_batch(
        "person", [{"subject_id": subject, "protected": True}], by=scene.loader, now=NOW
    )
    actions.load_batch(
        "link",
        [{"person_id": person, "subject_id": subject, "other_id": child, "relation": "child"}],
        by=scene.loader,
        now=NOW,
    )
    page = queries.person_page(scene.manager, person)
    assert list(page.said) == ["name", "identifier", "birth", "address", "involvement", "link"]
    for typed in ("Quilfether", "nr 9", "2/5/1970", "harbour row"):
        assert numbers(find(scene.manager, typed)) == [person]
    assert searched() == made_anew(scene)
    assert Person.objects.get(pk=child).protected


def test_a_bad_row_is_named_and_nothing_of_the_batch_kept(scene: Scene):
    subject = scene.offender()
    good = {"person_id": person_of(subject), "subject_id": subject, **ADDRESS}
    with pytest.raises(InvalidInput, match="row 1"):
        actions.load_batch(
            "address", [good, {**good, "residence": "castle"}], by=scene.loader, now=NOW
        )
    assert not Address.objects.exists()
    with pytest.raises(InvalidInput):
        actions.load_batch("tattoo", [], by=scene.loader, now=NOW)
    with pytest.raises(NotAllowed):
        actions.load_batch("address", [good], by=scene.manager, now=NOW)
