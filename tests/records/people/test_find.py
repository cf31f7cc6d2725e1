"""Finding anyone: by whatever is known, ranked, over all records; hidden hits told and answered."""

from datetime import date

import pytest
from tests.ledger.scene import NOW, Scene
from tests.records.people.scene import ADDRESS, find, numbers, person_of, say

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.records.offenders import actions as offenders
from dutybook.records.people import actions, queries
from dutybook.records.people.models import RestrictedHit
from dutybook.records.people.queries.find import MOST_HIDDEN


@pytest.fixture
def alfred(scene: Scene) -> int:
    subject = scene.offender(
        name="Alfred Quillfeather", national_register_ref="NR/77-A", date_of_birth=date(1970, 5, 2)
    )
    person = person_of(subject)
    say(scene, person, "name", kind="alias", name="Freddie O’Shaugnessy")
    say(scene, person, "identifier", scheme="pnc", value="99/123456X")
    say(scene, person, "address", **ADDRESS)
    say(scene, person, "contact", means="phone", value="07700 900123")
    say(scene, person, "contact", means="online", value="quill_71", service="A game")
    say(scene, person, "vehicle", mark="ZZ99 ZZZ")
    return person


@pytest.mark.parametrize(
    "typed",
    ["Alfred Quillfeather", "quillfeather alfred", "QUILFETHER", "Alferd Quillfeather",
     "Freddy OShaughnessy", "o'shaugnesy", "nr77a", "NR/77-A", "1999/0123456X", "2/5/1970",
     "02.05.1970", "+44 7700 900123", "quill-71", "zz99zzz", "12 harbour row", "ZZ9 9ZZ",
     "Harbour Row Netherquay"],
)  # fmt: skip
def test_a_person_is_found_by_anything_known_of_them(scene, alfred, typed):
    scene.offender(name="Berta Marlpike")
    assert numbers(find(scene.manager, typed)) == [alfred]


@pytest.mark.parametrize("typed", ["", " ", "!?", "x" * 161, "31/2/1970", "\x00"])
def test_nothing_to_look_for_is_refused(scene, typed):
    with pytest.raises(InvalidInput) as refused:
        find(scene.manager, typed)
    assert list(refused.value.problems) == ["text"]


def test_the_best_match_comes_first_and_part_of_a_name_when_there_is_no_whole(scene, alfred):
    near = person_of(scene.offender(name="Alfrid Quilfether"))
    sound = person_of(scene.offender(name="Alphred Kwilfeather"))
    found = numbers(find(scene.manager, "Alfred Quillfeather"))
    assert found[:2] == [alfred, near]
    assert sound not in found[:1]
    assert numbers(find(scene.manager, "Zebedee Quillfeather"))[0] == alfred


def test_a_date_of_birth_narrows(scene, alfred):
    twin = person_of(scene.offender(name="Alfred Quillfeather", date_of_birth=date(1990, 1, 1)))
    assert set(numbers(find(scene.manager, "Quillfeather"))) == {alfred, twin}
    assert numbers(find(scene.manager, "Quillfeather", born=date(1990, 1, 1))) == [twin]
    assert numbers(find(scene.manager, "Quillfeather", born=date(1991, 1, 1))) == []


def test_what_is_shown_is_told_and_logged_without_what_was_typed(scene, alfred):
    search = find(scene.manager, "Quilfether")
    [one] = search.people
    assert (one.name, one.born, one.address) == (
        "Alfred Quillfeather", "2 May 1970", "12 Harbour Row, Netherquay, ZZ9 9ZZ",
    )  # fmt: skip
    row = AccessLogRow.objects.order_by("-id")[0]
    assert (row.operation, row.detail) == ("consultation", "find: shown 1 passed on 0")
    assert row.subjects == [one.records[0][0]]
    find(scene.manager, "Nobody Atall")
    assert AccessLogRow.objects.order_by("-id")[0].detail == "find: shown 0 passed on 0"


def test_a_hidden_hit_is_told_to_the_owner_once_and_tells_the_asker_whom_to_ring(scene, alfred):
    sergeant = scene.supervisor
    search = find(scene.investigator, "Alfred Quillfether")
    assert search.people == ()
    assert search.ring == ("Manager (constable)", "Supervisor (sergeant)")
    assert search.passed_on
    find(scene.investigator, "07700900123")
    hit = RestrictedHit.objects.get()
    assert (hit.matched, hit.asked_at, hit.asked_again_at) == ("name", NOW, NOW)
    for by in (scene.manager, sergeant):
        [row] = queries.hit_list(by, now=NOW).rows
        assert (row.asked_by, row.label) == ("Investigator", "Alfred Quillfeather")
    assert queries.hit_list(scene.investigator, now=NOW).rows == ()


def test_a_notice_is_answered_once_by_another_who_may_see_the_record(scene, alfred):
    find(scene.investigator, "Alfred Quillfeather")
    hit = RestrictedHit.objects.get()

    def answer(by, words="Rang"):
        actions.answer_hit(by=by, now=NOW, hit_id=hit.pk, answer=words)

    with pytest.raises(NotFound):
        answer(scene.investigator)
    with pytest.raises(InvalidInput):
        answer(scene.manager, "  ")
    answer(scene.manager)
    with pytest.raises(InvalidInput):
        answer(scene.supervisor)
    hit.refresh_from_db()
    assert (hit.answered_by_id, hit.answer) == (scene.manager.user_id, "Rang")
    find(scene.investigator, "Alfred Quillfeather")
    assert RestrictedHit.objects.filter(answered_at=None).count() == 1


def test_a_vague_or_too_wide_search_passes_nothing_on_and_says_so(scene):
    scene.offender(name="Alban Ashgrove")
    vague = find(scene.investigator, "Ashgrov")
    assert (vague.passed_on, vague.too_wide) == (False, False)
    for number in range(MOST_HIDDEN):
        scene.offender(name=f"Alban Ashgrove {number}")
    wide = find(scene.investigator, "Ashgrove")
    assert (wide.passed_on, wide.too_wide, wide.ring) == (False, True, ())
    assert not RestrictedHit.objects.exists()


def test_a_restricted_record_is_found_by_its_owner_and_told_for_others(scene, alfred):
    [page] = queries.person_page(scene.manager, alfred).records
    offenders.restrict(by=scene.supervisor, now=NOW, subject_id=page[0], restricted=True,
                       reason="An officer's brother", seen_revision=1)  # fmt: skip
    colleague = scene.viewer("colleague", Role.OFFENDER_MANAGER)
    assert numbers(find(scene.manager, "Quillfeather")) == [alfred]
    assert numbers(find(colleague, "Quillfeather")) == []
    assert RestrictedHit.objects.get().asked_by_id == colleague.user_id


def test_who_reads_no_case_searches_nothing(scene):
    for by in (scene.commissioner, scene.wellbeing):
        with pytest.raises(NotAllowed):
            find(by, "Quillfeather")


def test_a_suspect_is_found_too_and_a_change_of_name_is_followed(scene):
    from dutybook.records.investigations import actions as investigations

    made = investigations.receive_referral(
        by=scene.investigator, now=NOW, received_at=date(2026, 11, 1), reference="OP-9/26",
        name="Corwin Umberling", team_id=scene.east.pk,
    )  # fmt: skip
    person = person_of(made.subject_id)
    assert numbers(find(scene.investigator, "Corwen Umberlin")) == [person]
    assert numbers(find(scene.investigator, "op9/26")) == [person]
    investigations.edit_suspect(
        by=scene.investigator, now=NOW, subject_id=made.subject_id, seen_revision=1,
        reference="OP-9/26", name="", date_of_birth=date(1980, 1, 1),
    )  # fmt: skip
    assert numbers(find(scene.investigator, "Corwin Umberling")) == []
    assert numbers(find(scene.investigator, "1/1/1980")) == [person]


def test_every_record_of_which_something_is_shown_is_in_the_log(scene, alfred):
    other = scene.offender(name="Greta Rushwick")
    say(scene, person_of(other), "contact", means="phone", value="07700 900123")
    linked = actions.link(by=scene.manager, now=NOW, person_id=alfred, other_id=person_of(other),
                          values={"relation": "partner"}, category="convicted")  # fmt: skip
    find(scene.manager, "07700900123")
    shown = AccessLogRow.objects.order_by("-id")[0].subjects
    assert {other, queries.person_page(scene.manager, alfred).records[0][0]} == set(shown)
    queries.person_page(scene.manager, alfred)
    assert other in AccessLogRow.objects.order_by("-id")[0].subjects
    assert linked == person_of(other)
