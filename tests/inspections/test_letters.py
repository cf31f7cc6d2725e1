"""Letters of section 55: drafted from what is known, and kept once they were sent."""

import io
from datetime import timedelta
from typing import Any

import docx
import pytest
from django.db import IntegrityError, transaction
from tests.inspections.conftest import KEY, Answered
from tests.inspections.test_releases import approve, prepare
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.documents.response import letter_docx, letter_text
from dutybook.inspections.actions import record_letter
from dutybook.inspections.models import Inspection, SentLetter
from dutybook.inspections.queries import draft_letter, releases_page

WHERE = "https://example.invalid/public/wealdmoor/"
COPIES = ("inspectorate", "secretary_of_state")


def text(scene: Answered, to: str) -> str:
    letter = draft_letter(scene.deputy, KEY, to, now=NOW, address=WHERE)
    return " ".join(letter_text(letter).split())


def sent(scene: Answered, to: str = "secretary_of_state", **values: Any) -> SentLetter:
    given = {"by": scene.deputy, "now": NOW + 2 * DAY, "inspection_key": KEY, "to": to}
    return record_letter(**given | {"sent_on": TODAY, "how": "By e-mail"} | values)


def test_a_copy_says_what_was_published_and_which_law_asks_for_it(scene: Answered) -> None:
    approve(scene, prepare(scene))
    for to, addressee in zip(COPIES, ("Inspectors of Constabulary", "Secretary of State"),
                             strict=True):  # fmt: skip
        said = text(scene, to)
        assert addressee in said
        assert "section 55(6)" in said
        assert "published on 15 April 2026" in said
        assert "on 25 November 2026" in said  # the day of the release
        assert WHERE in said


def test_the_invitation_names_the_day_before_which_comments_are_asked_for(
    scene: Answered,
) -> None:
    assert "before [day not stated]" in text(scene, "chief_officer")
    sent(scene, "chief_officer", answer_by=TODAY + timedelta(days=21))
    said = text(scene, "chief_officer")
    assert "before 15 December 2026" in said
    assert "section 55(4)" in said.lower()


def test_the_word_file_says_what_the_text_says(scene: Answered) -> None:
    letter = draft_letter(scene.deputy, KEY, "chief_officer", now=NOW, address=WHERE)
    read = docx.Document(io.BytesIO(letter_docx(letter)))
    assert " ".join(" ".join(one.text for one in read.paragraphs).split()) == " ".join(
        letter_text(letter).split()
    )
    assert letter_docx(letter) == letter_docx(letter)


def test_no_copy_is_drafted_or_sent_of_what_was_never_released(scene: Answered) -> None:
    for to in (*COPIES, "the_king"):
        with pytest.raises(NotFound):
            text(scene, to)
    with pytest.raises(InvalidInput, match="Nothing was released"):
        sent(scene)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"how": " "}, "how"),
        ({"sent_on": TODAY + timedelta(days=9)}, "sent_on"),
        ({"to": "chief_officer"}, "answer_by"),
        ({"to": "chief_officer", "answer_by": TODAY}, "answer_by"),
        ({"to": "the_king"}, "to"),
    ],
)
def test_a_letter_that_cannot_be_says_why(
    scene: Answered, values: dict[str, Any], field: str
) -> None:
    approve(scene, prepare(scene))
    with pytest.raises(InvalidInput) as refused:
        sent(scene, **values)
    assert set(refused.value.problems) == {field}
    assert not SentLetter.objects.exists()


def test_a_copy_is_of_the_newest_release_and_a_correction_is_sent_anew(scene: Answered) -> None:
    approve(scene, prepare(scene))
    first = sent(scene)
    assert releases_page(scene.chief, KEY).sent("secretary_of_state") == first
    again = prepare(scene, now=NOW + 3 * DAY)
    approve(scene, again, now=NOW + 4 * DAY, correction_note="A date was wrong")
    page = releases_page(scene.chief, KEY)
    assert page.sent("secretary_of_state") is None
    assert page.letters == (first,)
    second = sent(scene, now=NOW + 5 * DAY)
    assert (first.release_number, second.release_number) == (1, 2)
    assert releases_page(scene.chief, KEY).sent("secretary_of_state") == second


def test_letters_are_the_offices_own(scene: Answered) -> None:
    approve(scene, prepare(scene))
    for other in (scene.liaison, scene.chief, scene.analyst):
        with pytest.raises(NotAllowed):
            sent(scene, by=other)
    with pytest.raises(NotAllowed):
        draft_letter(scene.manager, KEY, "chief_officer", now=NOW, address=WHERE)
    with pytest.raises(NotFound):
        sent(scene, inspection_key="another")
    sent(scene)
    elsewhere = make_scene("south-vale")
    assert releases_page(elsewhere.chief, KEY).letters == ()


def test_the_database_knows_an_invitation_from_a_copy(scene: Answered) -> None:
    given = {
        "force": scene.force, "inspection": Inspection.objects.get(key=KEY), "sent_on": TODAY,
        "how": "x", "said_by_id": scene.deputy.user_id, "said_at": NOW,
    }  # fmt: skip
    for wrong in (
        {"to": "chief_officer", "release_number": 1, "answer_by": TODAY},
        {"to": "chief_officer"},
        {"to": "inspectorate"},
        {"to": "inspectorate", "release_number": 1, "answer_by": TODAY},
    ):
        with pytest.raises(IntegrityError, match="invites_or_brings"), transaction.atomic():
            SentLetter.objects.create(**given, **wrong)
