"""Samples drawn from a figure, case audits, and what they say of the limb beside the finding."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.inspections.conftest import KEY, Answered
from tests.ledger.scene import DAY, NOW, TODAY, make_scene

from dutybook.access.errors import InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow, RoleGrant
from dutybook.access.roles import Role
from dutybook.access.viewer import viewer_for
from dutybook.inspections import actions
from dutybook.inspections.models import AuditCase, AuditSample, CaseAudit, Limb
from dutybook.inspections.queries import (
    case_page,
    inspection_tests,
    limb_page,
    limb_tests,
    question_sets,
    sample_page,
    xray,
)
from dutybook.inspections.sampling import WEIGHTS, draw
from dutybook.ledger.queries import measures
from dutybook.ledger.queries.populations import CountedEntry, population

VISITS, PAIRS = "visit_within_interval", "10a"
ASKED = ("Was the visit made on the day that the record says?", "Were two officers there?")
GOOD = {"answers": ["yes", "yes"], "reality": "agrees", "grade": "good", "found": "As recorded"}


def questions(scene: Answered, title: str = "Home visits") -> int:
    made = actions.write_questions(by=scene.auditor, now=NOW, title=title, questions=ASKED)
    return made.pk


def limb(scene: Answered, code: str = "8c") -> Limb:
    return Limb.objects.get(code=code)


def sample(scene: Answered, **values: Any) -> AuditSample:
    given = {"by": scene.auditor, "now": NOW, "limb_id": limb(scene).pk, "duty": VISITS, "size": 3}
    given |= {"seed": 7} | values
    given.setdefault("questions_id", 0)
    given["questions_id"] = given["questions_id"] or questions(scene)
    return actions.draw_sample(**given)


@pytest.fixture
def people(scene: Answered) -> list[int]:
    """Five offenders of every level, of whom nobody has set how often they are visited."""
    levels = ("very_high", "high", "medium", "low", "")
    return [scene.offender(level=level) for level in levels]


def test_a_sample_is_of_what_the_figure_counts(scene: Answered, people: list[int]) -> None:
    figure = measures(scene.auditor, TODAY, duty=VISITS, now=NOW)
    made = sample(scene, size=50)
    assert (made.population, made.digest) == (figure.total.denominator, figure.digest)
    cases = list(AuditCase.objects.filter(sample=made).order_by("place"))
    assert [one.place for one in cases] == [1, 2, 3, 4, 5]
    assert sorted(one.subject_id for one in cases) == people
    assert {one.level for one in cases} == {"very_high", "high", "medium", "low", "unknown"}
    assert {one.status for one in cases} == {"no_standard_set", "unknown"}


def test_the_same_seed_draws_the_same_records(scene: Answered, people: list[int]) -> None:
    asked = questions(scene)

    def drawn(seed: int) -> tuple[int, ...]:
        made = sample(scene, seed=seed, questions_id=asked)
        cases = AuditCase.objects.filter(sample=made).order_by("place")
        return tuple(cases.values_list("subject_id", flat=True))

    assert drawn(7) == drawn(7)
    assert len({drawn(seed) for seed in range(8, 20)}) > 1


def entry(number: int, level: str | None) -> CountedEntry:
    return CountedEntry(number, number, NOW, None, "due", level, None, None, None, None)


def test_the_draw_is_what_its_description_says() -> None:
    """Worked out again from the description, in the plain form of the published method."""
    entries = [entry(number, level) for number, level in enumerate((*WEIGHTS, None))]

    def plain(one: CountedEntry) -> float:
        instant = int(one.opened_at.timestamp() * 1_000_000)
        text = f"11:{one.subject_id}:{one.opened_by}:{instant}:"
        chance = (int(sha256(text.encode()).hexdigest()[:16], 16) + 0.5) / 2**64
        return float(chance ** (1 / (WEIGHTS[one.level] if one.level else 1)))

    expected = sorted(entries, key=plain, reverse=True)
    assert list(draw(entries, seed=11, size=99)) == expected
    assert list(draw(reversed(entries), seed=11, size=2)) == expected[:2]


def test_the_dangerous_are_drawn_more_often() -> None:
    entries = [entry(1, "very_high"), entry(2, "low")]
    first = Counter(draw(entries, seed=seed, size=1)[0].level for seed in range(6_000))
    assert first["very_high"] / first["low"] == pytest.approx(5, rel=0.1)


def test_only_an_auditor_outside_the_work_draws(scene: Answered, people: list[int]) -> None:
    asked = questions(scene)
    others = (scene.liaison, scene.chief, scene.supervisor, scene.analyst, scene.commissioner)
    for other in others:
        with pytest.raises(NotAllowed):
            sample(scene, by=other, questions_id=asked)
        with pytest.raises(NotAllowed):
            population(other, VISITS, TODAY)
    RoleGrant.objects.create(
        user=scene.users["auditor"], force=scene.force, role=Role.SUPERVISOR, team=scene.east,
        from_at=NOW - DAY,
    )  # fmt: skip
    with pytest.raises(NotAllowed):
        sample(scene, by=scene.auditor, questions_id=asked)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"duty": "screening_within_interval"}, "duty"),
        ({"size": 0}, "size"),
        ({"size": 51}, "size"),
        ({"questions_id": 10**9}, "questions_id"),
    ],
)
def test_a_draw_that_cannot_be_says_why(
    scene: Answered, people: list[int], values: dict[str, Any], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        sample(scene, **values)
    assert set(refused.value.problems) == {field}
    assert not AuditSample.objects.exists()


def test_nothing_is_drawn_from_nothing_and_nothing_from_staff(scene: Answered) -> None:
    with pytest.raises(InvalidInput, match="Nothing is counted"):
        sample(scene)
    assert limb_tests(scene.auditor, KEY, "15a", now=NOW).duties == ()
    with pytest.raises(NotFound):
        sample(scene, limb_id=0)


@pytest.mark.parametrize(
    ("title", "asked", "field"),
    [
        (" ", ASKED, "title"),
        ("A", (" ",), "questions"),
        ("A", ("x" * 301,), "questions"),
        ("A", ("Twice?", "Twice? "), "questions"),
        ("A", [f"{n}?" for n in range(31)], "questions"),
    ],
)
def test_questions_ask_something(
    scene: Answered, title: str, asked: tuple[str, ...], field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        actions.write_questions(by=scene.auditor, now=NOW, title=title, questions=asked)
    assert set(refused.value.problems) == {field}


def test_a_set_changed_is_a_new_version(scene: Answered) -> None:
    given = {"by": scene.auditor, "now": NOW, "title": "Home visits"}
    actions.write_questions(**given, questions=ASKED)
    actions.write_questions(**given, questions=ASKED[:1])
    found = [(one.version, len(one.questions)) for one in question_sets(scene.auditor)]
    assert found == [(2, 1), (1, 2)]


def case(made: AuditSample, place: int = 1) -> int:
    return AuditCase.objects.get(sample=made, place=place).pk


def test_an_audit_is_counted_and_a_correction_replaces_it(
    scene: Answered, people: list[int]
) -> None:
    made = sample(scene)
    given = {"by": scene.auditor, "now": NOW, "case_id": case(made), **GOOD}
    first = actions.audit_case(**given)
    worse = {"reality": "disagrees", "grade": "inadequate", "found": "One officer was there"}
    with pytest.raises(InvalidInput, match="meanwhile"):
        actions.audit_case(**given | worse)
    actions.audit_case(**given | worse, replaces_id=first.pk)
    with pytest.raises(InvalidInput, match="meanwhile"):
        actions.audit_case(**given, replaces_id=first.pk)
    other = {**given, "case_id": case(made, 2), "reality": "cannot_tell"}
    actions.audit_case(**other | {"grade": "requires_improvement"})
    tested = sample_page(scene.auditor, made.pk, now=NOW).tested
    assert (tested.drawn, tested.audited, tested.is_finished) == (3, 2, False)
    assert (tested.agrees, tested.disagrees, tested.cannot_tell) == (0, 1, 1)
    assert (tested.good, tested.requires_improvement, tested.inadequate) == (0, 1, 1)
    page = case_page(scene.auditor, made.pk, 1)
    assert [one.grade for one in page.audits] == ["inadequate", "good"]
    assert page.line.audit is not None
    assert page.line.audit.found == "One officer was there"


@pytest.mark.parametrize(
    ("values", "fields"),
    [
        ({"answers": ["yes"]}, {"answers"}),
        ({"answers": ["yes", "perhaps"]}, {"question_2"}),
        ({"reality": "", "grade": "fair", "found": ""}, {"reality", "grade", "found"}),
    ],
)
def test_an_audit_answers_everything(
    scene: Answered, people: list[int], values: dict[str, Any], fields: set[str]
) -> None:
    given = {"by": scene.auditor, "now": NOW, "case_id": case(sample(scene)), **GOOD}
    with pytest.raises(InvalidInput) as refused:
        actions.audit_case(**given | values)
    assert set(refused.value.problems) == fields
    assert not CaseAudit.objects.exists()


def test_what_was_drawn_and_found_is_never_changed(scene: Answered, people: list[int]) -> None:
    made = sample(scene)
    actions.audit_case(by=scene.auditor, now=NOW, case_id=case(made), **GOOD)
    for model in (AuditSample, AuditCase, CaseAudit):
        with (
            pytest.raises(ProgrammingError),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")


def test_the_database_keeps_forces_and_cases_apart(scene: Answered, people: list[int]) -> None:
    made = sample(scene)
    first = actions.audit_case(by=scene.auditor, now=NOW, case_id=case(made), **GOOD)
    with pytest.raises(IntegrityError, match="replaces_its_own"), transaction.atomic():
        CaseAudit.objects.create(
            case_id=case(made, 2), replaces=first, answers=["yes"], reality="agrees",
            grade="good", found="x", said_by_id=scene.auditor.user_id, said_at=NOW,
        )  # fmt: skip
    south = make_scene("south-vale")
    with pytest.raises(IntegrityError, match="subject_of_force"), transaction.atomic():
        AuditCase.objects.create(
            sample=made, force=scene.force, place=9, subject_id=south.offender(), opened_by=1,
            opened_at=NOW, status="due",
        )  # fmt: skip
    with pytest.raises(IntegrityError, match="its_forces_questions"), transaction.atomic():
        AuditSample.objects.create(
            force=south.force, limb=made.limb, duty=VISITS, day=TODAY, seed=1, population=1,
            digest="", definition_version="", questions=made.questions,
            said_by_id=south.auditor.user_id, said_at=NOW,
        )  # fmt: skip


def test_each_reader_knows_no_more_than_they_may(scene: Answered, people: list[int]) -> None:
    made = sample(scene, size=5)
    restricted = AuditCase.objects.get(sample=made, place=2).subject
    restricted.restricted = True
    restricted.save()
    for viewer, named in ((scene.auditor, 5), (scene.chief, 5), (scene.liaison, 4)):
        page = sample_page(viewer, made.pk, now=NOW)
        assert sum(one.label is not None for one in page.cases) == named
    with pytest.raises(NotFound):
        case_page(scene.liaison, made.pk, 2)
    for viewer in (scene.analyst, scene.commissioner, scene.manager):
        with pytest.raises(NotAllowed):
            sample_page(viewer, made.pk, now=NOW)
        assert limb_tests(viewer, KEY, "8c", now=NOW).samples[0].drawn == 5
    elsewhere = make_scene("south-vale").auditor
    with pytest.raises(NotFound):
        sample_page(elsewhere, made.pk, now=NOW)
    assert limb_tests(elsewhere, KEY, "8c", now=NOW).samples == ()


def test_every_look_at_a_case_is_logged(scene: Answered, people: list[int]) -> None:
    made = sample(scene, size=2)
    before = AccessLogRow.objects.latest("id").pk
    sample_page(scene.auditor, made.pk, now=NOW)
    case_page(scene.auditor, made.pk, 1)
    rows = AccessLogRow.objects.filter(pk__gt=before, kind="offender").order_by("id")
    drawn = [one.subject_id for one in AuditCase.objects.filter(sample=made).order_by("place")]
    assert [one.subjects for one in rows] == [sorted(drawn), drawn[:1]]


def test_a_case_shows_the_facts_that_the_entry_rests_on(scene: Answered, people: list[int]) -> None:
    seen = scene.visit(people[0], NOW - 3 * DAY, announced=True)
    made = sample(scene, limb_id=limb(scene, PAIRS).pk, duty="visit_unannounced_in_pairs")
    page = case_page(scene.auditor, made.pk, 1)
    assert [(one.table, one.fact_id) for one in page.facts] == [("visit", seen.fact_id)]


def test_untested_until_audited_and_again_when_the_time_is_over(
    scene: Answered, people: list[int]
) -> None:
    def line(now: Any = NOW) -> Any:
        found = inspection_tests(scene.commissioner, KEY, now=now)
        return found, next(one.tested for one in found.limbs if one.limb.code == "8c")

    found, tested = line()
    assert (tested, found.untested) == (None, len(found.limbs))
    made = sample(scene, size=1)
    assert line()[0].untested == len(found.limbs)
    actions.audit_case(by=scene.auditor, now=NOW, case_id=case(made), **GOOD)
    found, tested = line()
    assert (found.untested, tested.agrees) == (len(found.limbs) - 1, 1)
    scene.policy("audit.test_within_days", 90)
    assert not line(NOW + timedelta(days=90))[1].is_out_of_date
    late, tested = line(NOW + timedelta(days=91))
    assert tested.is_out_of_date
    assert late.untested == len(late.limbs)
    assert replace(tested, lasts=None).is_out_of_date is False


def test_a_file_that_shows_something_else_stands_among_the_claims(
    scene: Answered, people: list[int]
) -> None:
    def cracks(code: str = "8c") -> list[str]:
        found = xray(scene.liaison, KEY, now=NOW).cracks
        return [one.what for one in found if code in dict(one.limbs)]

    made = sample(scene, size=2)
    actions.audit_case(by=scene.auditor, now=NOW, case_id=case(made), **GOOD)
    assert not any("disagree" in one for one in cracks())
    wrong = {**GOOD, "reality": "disagrees"}
    actions.audit_case(by=scene.auditor, now=NOW, case_id=case(made, 2), **wrong)
    assert "Record and file disagree in 1 of 2 audited" in cracks()


def test_what_was_found_stands_as_it_stood_on_the_day(scene: Answered, people: list[int]) -> None:
    made = sample(scene, size=1)
    given = {"by": scene.auditor, "case_id": case(made), **GOOD}
    first = actions.audit_case(now=NOW, **given)
    worse = {**given, "reality": "disagrees", "replaces_id": first.pk}
    actions.audit_case(now=NOW + 2 * DAY, **worse)

    def agrees(day: Any) -> int | None:
        found = limb_page(scene.analyst, KEY, "8c", day=day, now=NOW + 3 * DAY).tested
        return found.agrees if found else None

    days = [agrees(TODAY + days * DAY) for days in (-1, 0, 1, 2)]
    assert days == [None, 1, 1, 0]


def test_the_limb_shows_its_newest_test_beside_the_finding(
    scene: Answered, people: list[int]
) -> None:
    def tested() -> Any:
        return limb_page(scene.commissioner, KEY, "8c", day=TODAY, now=NOW).tested

    assert tested() is None
    asked = questions(scene)
    sample(scene, size=2, questions_id=asked)
    newest = sample(scene, size=3, questions_id=asked)
    actions.audit_case(by=scene.auditor, now=NOW, case_id=case(newest), **GOOD)
    assert (tested().sample_id, tested().drawn, tested().agrees) == (newest.pk, 3, 1)


def test_somebody_who_left_audits_no_more(scene: Answered, people: list[int]) -> None:
    made = sample(scene)
    user = scene.users["auditor"]
    later = viewer_for(user, now=NOW - 5000 * DAY, route="test")
    with pytest.raises(NotAllowed):
        actions.audit_case(by=later, now=NOW, case_id=case(made), **GOOD)
