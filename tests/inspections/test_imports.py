"""A published response comes in whole, once, for the force that it names and for no other."""

import pytest
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Force
from dutybook.documents.samples import SAMPLE_NAME, sample_bytes
from dutybook.inspections.actions import ImportResult, import_response
from dutybook.inspections.findings import Finding
from dutybook.inspections.models import ImportedResponse, Inspection, Position, Recommendation
from dutybook.inspections.queries import inspection_page, limb_page

NINE = [1, 2, 4, 5, 6, 8, 10, 15, 16]
ELSEWHERE = sample_bytes().replace(b"Wealdmoor", b"Otherbury")


def test_nine_positions_stand_in_their_printed_words(
    scene: Answered, imported: ImportResult
) -> None:
    assert (imported.is_new, imported.recommendations, imported.unplaced) == (True, 9, 0)
    assert (imported.force_key, imported.inspection_key) == ("wealdmoor", KEY)
    positions = Position.objects.order_by("recommendation__number")
    assert [one.recommendation.number for one in positions] == NINE
    assert all(one.words and "<" not in one.words for one in positions)
    assert Inspection.objects.count() == 1
    assert Recommendation.objects.count() == 16
    [response] = ImportedResponse.objects.all()
    assert (response.commissioner_name, response.force_id) == (
        *("Perpetua Quillhampton",),
        scene.force.pk,
    )


def test_the_same_file_again_changes_nothing(scene: Answered, imported: ImportResult) -> None:
    logged = AccessLogRow.objects.count()
    again = import_response(
        content=sample_bytes(), file_name="other name.txt", by=scene.loader, now=NOW
    )
    assert (again.is_new, again.response_id) == (False, imported.response_id)
    assert (ImportedResponse.objects.count(), Position.objects.count()) == (1, 9)
    assert AccessLogRow.objects.count() == logged


def test_a_later_response_stands_and_the_earlier_one_stays(
    scene: Answered, imported: ImportResult
) -> None:
    later = sample_bytes().replace(b"once a month", b"once a week") + b"\n"
    import_response(content=later, file_name=SAMPLE_NAME, by=scene.liaison, now=NOW)
    assert ImportedResponse.objects.count() == 2
    assert Position.objects.count() == 18
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW)
    assert page.response == ImportedResponse.objects.latest("id")


def test_a_response_of_another_force_never_meets_these_records(scene: Answered) -> None:
    scene.visit(scene.offender(), NOW)
    came = import_response(content=ELSEWHERE, file_name="x.txt", by=scene.liaison, now=NOW)
    other = Force.objects.get(key=came.force_key)
    assert (other.holds_records, other.is_demonstration) == (False, False)
    page = inspection_page(scene.liaison, KEY, day=TODAY, now=NOW, force_key="otherbury")
    assert page.response is not None
    assert not page.choice.records_here
    states = {
        limb.finding.state
        for line in page.recommendations
        for limb in line.limbs
        if limb.limb.shown_by == "records"
    }
    assert states == {Finding.NO_RECORDS_HERE}
    limb = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW, force_key="otherbury")
    assert limb.line.finding.words == "No records of this force here"
    assert (limb.line.finding.figures, limb.rows) == ((), None)
    own = limb_page(scene.liaison, KEY, "10a", day=TODAY, now=NOW)
    assert own.line.finding.figures[0].of == 1
    assert own.response is None


def test_nor_by_being_named_as_this_forces(scene: Answered) -> None:
    with pytest.raises(InvalidInput, match="Otherbury"):
        import_response(
            content=ELSEWHERE, file_name="x.txt", by=scene.loader, now=NOW, force_key="wealdmoor"
        )
    assert not ImportedResponse.objects.exists()
    assert not Force.objects.filter(key="otherbury").exists()


def test_a_force_that_works_here_too_takes_in_its_own(scene: Answered) -> None:
    neighbour = make_scene("otherbury")
    with pytest.raises(NotAllowed):
        import_response(content=ELSEWHERE, file_name="x.txt", by=scene.liaison, now=NOW)
    import_response(content=ELSEWHERE, file_name="x.txt", by=neighbour.chief, now=NOW)
    with pytest.raises(NotFound):
        inspection_page(scene.liaison, KEY, day=TODAY, now=NOW, force_key="otherbury")
    page = inspection_page(neighbour.chief, KEY, day=TODAY, now=NOW)
    assert page.choice.records_here


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\x01\x02",
        b"\xff\xfe nothing",
        b"a shopping list\n",
        sample_bytes().replace(b"15 April 2026", b"30 February 2026"),
    ],
)
def test_what_cannot_be_read_leaves_nothing_behind(scene: Answered, content: bytes) -> None:
    before = (Force.objects.count(), AccessLogRow.objects.count())
    with pytest.raises(InvalidInput) as refused:
        import_response(content=content, file_name="x.txt", by=scene.liaison, now=NOW)
    assert set(refused.value.problems) == {"file"}
    assert (Force.objects.count(), AccessLogRow.objects.count()) == before
    assert (Inspection.objects.count(), Position.objects.count()) == (1, 0)


def test_importing_is_for_the_liaison_a_chief_officer_or_a_command(scene: Answered) -> None:
    for by in (scene.manager, scene.supervisor, scene.analyst, scene.commissioner):
        with pytest.raises(NotAllowed):
            import_response(content=sample_bytes(), file_name=SAMPLE_NAME, by=by, now=NOW)
    for by in (scene.chief, scene.loader):
        import_response(content=sample_bytes(), file_name=SAMPLE_NAME, by=by, now=NOW)
    assert ImportedResponse.objects.count() == 1
