"""The staff pulse: who is asked, that nobody can be told from it, and where it is shown."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.serializers import serialize
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, Team
from dutybook.access.roles import Role
from dutybook.access.viewer import Viewer
from dutybook.inspections import actions
from dutybook.inspections.models import Limb, Pulse, PulseStatement, PulseTaken, PulseTally
from dutybook.inspections.queries import limb_page, pulse_page, pulses
from dutybook.inspections.queries.pulses import said_of
from dutybook.ledger.models import Notice
from dutybook.ledger.ticking import tick

CLOSES = TODAY + timedelta(days=10)
AFTER = NOW + timedelta(days=11)
WORDS = ("I can find a second officer", "My supervisor reads what I write")


def staff(
    scene: Answered,
    count: int,
    role: Role = Role.OFFENDER_MANAGER,
    team: Team | None = None,
) -> list[Viewer]:
    return [scene.viewer(f"{role.value}-{n}", role, team=team) for n in range(count)]


def begin(scene: Answered, **values: Any) -> Pulse:
    given = {"by": scene.auditor, "now": NOW, "title": "How it goes", "closes_on": CLOSES}
    limb = Limb.objects.get(code="10a")
    given["statements"] = [(WORDS[0], limb.pk), (WORDS[1], None)]
    return actions.begin_pulse(**given | values)


def take(by: Viewer, pulse: Pulse, *answers: str, now: Any = NOW + DAY) -> None:
    actions.take_pulse(by=by, now=now, pulse_id=pulse.pk, answers=answers)


def begin_with_two_units(scene: Answered, answered: int = 11) -> Pulse:
    """Six of one unit and five of another are asked, so many of whom answer, in turn otherwise."""
    scene.west.unit = "online_child_abuse"
    scene.west.save()
    asked = (*staff(scene, 6), *staff(scene, 5, Role.INVESTIGATOR, scene.west))
    pulse = begin(scene)
    for n, one in enumerate(asked[:answered]):
        take(one, pulse, "disagree" if n % 2 else "agree", "agree")
    return pulse


@pytest.fixture
def fewest(scene: Answered) -> int:
    scene.policy("pulse.fewest_answers", 5)
    return 5


def test_nobody_is_asked_before_the_force_has_set_how_many_must_answer(scene: Answered) -> None:
    staff(scene, 6)
    with pytest.raises(InvalidInput, match="how many must have answered"):
        begin(scene)


@pytest.mark.usefixtures("fewest")
def test_those_who_do_the_work_are_asked_and_told_once(scene: Answered) -> None:
    asked = staff(scene, 6)
    scene.chief, scene.liaison, scene.commissioner  # noqa: B018 - makes their accounts
    pulse = begin(scene)
    told = Notice.objects.filter(reminder__code="pulse_begun").values_list("user_id", flat=True)
    assert set(told) == {one.user_id for one in asked}
    assert (sum(pulse.asked.values()), pulse.fewest) == (6, 5)
    for outsider in (scene.chief, scene.liaison, scene.auditor, scene.commissioner):
        with pytest.raises(NotAllowed):
            take(outsider, pulse, "agree", "agree")
    with pytest.raises(NotFound):
        take(make_scene("otherbury").manager, pulse, "agree", "agree")


@pytest.mark.usefixtures("fewest")
def test_an_answer_is_counted_and_kept_nowhere(scene: Answered) -> None:
    people = staff(scene, 6)
    pulse = begin(scene)
    for n, one in enumerate(people):
        take(one, pulse, "disagree" if n < 2 else "agree", "agree")
    given = PulseTally.objects.filter(statement__place=1).values_list("answer", "given")
    assert dict(given) == {"agree": 4, "neither": 0, "disagree": 2}
    columns = {field.column for field in PulseTaken._meta.fields}
    assert columns == {"id", "pulse_id", "user_id"}
    logged = AccessLogRow.objects.filter(detail="pulse taken")
    assert logged.count() == 6
    assert "agree" not in serialize("json", logged)


@pytest.mark.usefixtures("fewest")
def test_nobody_answers_twice_or_late_or_half(scene: Answered) -> None:
    first, second = staff(scene, 2)
    pulse = begin(scene)
    for answers in (("agree",), ("agree", ""), ("agree", "perhaps")):
        with pytest.raises(InvalidInput):
            take(first, pulse, *answers)
    take(first, pulse, "agree", "neither")
    with pytest.raises(InvalidInput, match="answered this already"):
        take(first, pulse, "disagree", "disagree")
    with pytest.raises(InvalidInput, match="Nothing was counted"):
        take(second, pulse, "disagree", "disagree", now=AFTER)
    assert sum(PulseTally.objects.values_list("given", flat=True)) == 2


@pytest.mark.usefixtures("fewest")
def test_nothing_is_shown_while_people_answer_and_the_limb_says_it_afterwards(
    scene: Answered,
) -> None:
    people = staff(scene, 6)
    pulse = begin(scene)
    for n, one in enumerate(people):
        take(one, pulse, "disagree" if n < 2 else "agree", "agree")
    before = pulse_page(scene.auditor, pulse.pk, now=NOW + DAY)
    assert (before.line.taken, before.line.asked, before.line.is_open) == (6, 6, True)
    assert {one.whole.held_back for one in before.lines} == {"people are still answering"}
    assert all(one.whole.answered == 0 and one.units == () for one in before.lines)
    first, second = pulse_page(scene.auditor, pulse.pk, now=AFTER).lines
    assert (first.whole.agree, first.whole.neither, first.whole.disagree) == (4, 0, 2)
    assert "too much alike" in str(second.whole.held_back)  # all six said the same
    [beside] = limb_page(scene.liaison, KEY, "10a", day=CLOSES + DAY, now=AFTER).pulse
    assert (beside.words, beside.whole.disagree) == (WORDS[0], 2)
    assert limb_page(scene.liaison, KEY, "10a", day=CLOSES, now=AFTER).pulse == ()
    assert limb_page(scene.liaison, KEY, "8c", day=CLOSES + DAY, now=AFTER).pulse == ()


@pytest.mark.usefixtures("fewest")
def test_the_office_reads_no_count_of_a_few_and_no_unit(scene: Answered) -> None:
    pulse = begin_with_two_units(scene)
    shown = pulse_page(scene.auditor, pulse.pk, now=AFTER).lines[0]
    assert (shown.whole.agree, shown.whole.disagree, len(shown.units)) == (6, 5, 2)
    office = pulse_page(scene.commissioner, pulse.pk, now=AFTER).lines[0]
    assert (office.whole.answered, office.units) == (0, ())
    assert "not set the smallest count" in str(office.whole.held_back)
    for smallest, counted in ((5, 11), (6, 0)):
        scene.policy("publication.smallest_count", smallest, from_at=NOW - (9 - smallest) * DAY)
        office = pulse_page(scene.commissioner, pulse.pk, now=AFTER).lines[0]
        assert (office.whole.answered, office.units) == (counted, ())
        limb = limb_page(scene.commissioner, KEY, "10a", day=CLOSES + DAY, now=AFTER)
        assert limb.pulse[0].whole == office.whole


@pytest.mark.usefixtures("fewest")
def test_units_are_shown_only_where_each_may_be(scene: Answered) -> None:
    pulse = begin_with_two_units(scene, answered=10)
    first, _ = pulse_page(scene.auditor, pulse.pk, now=AFTER).lines
    assert (first.whole.answered, first.units) == (10, ())  # four of the unit would follow
    last = scene.viewer("investigator-4", Role.INVESTIGATOR, team=scene.west)
    take(last, pulse, "agree", "agree")
    first, _ = pulse_page(scene.auditor, pulse.pk, now=AFTER).lines
    assert {unit: said.answered for unit, said in first.units} == {
        "offender_management": 6,
        "online_child_abuse": 5,
    }


@pytest.mark.usefixtures("fewest")
def test_what_staff_were_told_is_not_lowered_afterwards(scene: Answered) -> None:
    people = staff(scene, 6)
    pulse = begin(scene)
    for n, one in enumerate(people[:4]):
        take(one, pulse, "disagree" if n < 2 else "agree", "agree")
    scene.policy("pulse.fewest_answers", 2, from_at=NOW)
    first, _ = pulse_page(scene.auditor, pulse.pk, now=AFTER).lines
    assert "fewer than 5" in str(first.whole.held_back)


@pytest.mark.usefixtures("fewest")
def test_a_silent_person_is_told_to_nobody_above(scene: Answered) -> None:
    scene.policy("notice.escalate_after_days", 2)
    scene.supervisor  # noqa: B018 - makes the account
    silent, spoke = staff(scene, 2)
    pulse = begin(scene)
    take(spoke, pulse, "agree", "agree")
    tick(scene.force.pk, now=NOW + 5 * DAY)
    assert not Notice.objects.filter(kind="escalated").exists()
    waiting = Notice.objects.filter(reminder__code="pulse_begun", acknowledged_at=None)
    assert spoke.user_id not in set(waiting.values_list("user_id", flat=True))
    assert silent.user_id in set(waiting.values_list("user_id", flat=True))


@pytest.mark.usefixtures("fewest")
@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"title": " "}, "title"),
        ({"closes_on": TODAY}, "still to come"),
        ({"statements": []}, "at least one"),
        ({"statements": [("a", None), (" ", None)]}, "none empty"),
        ({"statements": [("a", None), ("a", None)]}, "twice"),
        ({"statements": [("a", 0)]}, "limbs of an inspection"),
        ({"statements": [("a" * 301, None)]}, "300 characters"),
        ({"statements": [(str(n), None) for n in range(21)]}, "at most 20"),
    ],
)
def test_what_cannot_be_asked(scene: Answered, values: dict[str, Any], says: str) -> None:
    staff(scene, 1)
    with pytest.raises(InvalidInput, match=says):
        begin(scene, **values)
    assert not PulseStatement.objects.exists()


@pytest.mark.usefixtures("fewest")
def test_only_an_auditor_outside_the_work_asks_and_each_force_sees_its_own(
    scene: Answered,
) -> None:
    staff(scene, 1)
    for other in (scene.manager, scene.chief, scene.liaison, scene.commissioner):
        with pytest.raises(NotAllowed):
            begin(scene, by=other)
    pulse = begin(scene)
    assert [one.pulse for one in pulses(scene.liaison, now=NOW).pulses] == [pulse]
    stranger = make_scene("otherbury").liaison
    assert pulses(stranger, now=NOW).pulses == ()
    with pytest.raises(NotFound):
        pulse_page(stranger, pulse.pk, now=NOW)


@given(st.tuples(*[st.integers(0, 12)] * 3), st.integers(1, 12))
def test_no_figure_tells_what_each_of_them_said(counts: tuple[int, int, int], fewest: int) -> None:
    """Whoever knows what one of them said cannot know it of all the others."""
    said = said_of(dict(zip(("agree", "neither", "disagree"), counts, strict=True)), fewest)
    if said.held_back is None:
        assert sum(counts) >= fewest
        for one in range(3):
            rest = [count - (place == one) for place, count in enumerate(counts)]
            if min(rest) >= 0:
                assert max(rest) < sum(rest)


@pytest.mark.parametrize("table", ["pulse", "pulsestatement", "pulsetaken", "learning"])
def test_what_was_asked_stays(scene: Answered, table: str) -> None:
    for statement in ("UPDATE {} SET id = id", "DELETE FROM {}"):
        with (
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement.format(f"inspections_{table}"))
