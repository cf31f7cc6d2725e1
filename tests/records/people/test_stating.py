"""What is said of a person: added, corrected, ended, withdrawn, refused; by whom and logged."""

from datetime import date, timedelta

import pytest
from tests.ledger.scene import DAY, NOW, Scene
from tests.records.people.scene import ADDRESS, find, numbers, person_of, say

from dutybook.access.errors import EditCollision, InvalidInput, NotAllowed, NotFound
from dutybook.access.models import AccessLogRow
from dutybook.access.roles import Role
from dutybook.records.offenders import actions as offenders
from dutybook.records.people import actions, queries
from dutybook.records.people.kinds import KINDS
from dutybook.records.people.models import Address, FindRow, Person, PersonName
from dutybook.records.people.projection import all_rows

SAID = {
    "name": {"kind": "alias", "name": "Alf Quill"},
    "identifier": {"scheme": "pnc", "value": "99/123456X"},
    "birth": {"born": date(1970, 5, 1), "standing": "claimed"},
    "address": ADDRESS,
    "contact": {"means": "phone", "value": "07700 900123"},
    "vehicle": {"mark": "zz99 zzz", "description": "Green van"},
    "workplace": {"occupation": "employed", "employer": "Netherquay Chandlers"},
    "description": {"feature": "hair", "words": "Grey beard"},
    "flag": {"signal": "dogs", "verified_on": date(2026, 1, 5)},
    "involvement": {"category": "suspect"},
    "document": {"title": "Order", "held_in": "Court", "reference": "C-7"},
}


@pytest.fixture
def person(scene: Scene) -> int:
    return person_of(scene.offender(name="Alfred Quillfeather", date_of_birth=date(1970, 5, 2)))


def said(scene: Scene, person: int, kind: str):
    return queries.person_page(scene.manager, person).said.get(kind, ())


def test_a_registered_offender_is_a_person_with_name_number_birth_and_part(scene, person):
    page = queries.person_page(scene.manager, person)
    assert page.name == "Alfred Quillfeather"
    assert {kind: [one.line for one in rows] for kind, rows in page.said.items()} == {
        "name": ["Alfred Quillfeather"],
        "identifier": ["National register reference NR-00001"],
        "birth": ["2 May 1970"],
        "involvement": ["Convicted"],
    }
    assert page.may_write
    assert list(page.said) == [key for key in KINDS if key in page.said]


@pytest.mark.parametrize("kind", sorted(SAID))
def test_each_kind_is_kept_shown_and_logged(scene, person, kind):
    before = AccessLogRow.objects.count()
    kept = say(scene, person, kind, **SAID[kind])
    [row] = AccessLogRow.objects.order_by("id")[before:]
    assert (row.operation, row.subjects, row.detail) == (
        "collection", [kept.subject_id], f"person {kind}",
    )  # fmt: skip
    line = KINDS[kind].says({**KINDS[kind].fields, **SAID[kind], **stored(kind, kept)})
    assert line in [one.line for one in said(scene, person, kind)]
    assert searched() == made_anew(scene)


def stored(kind, kept):
    fact = KINDS[kind].model.objects.get(fact_id=kept.fact_id)
    return {name: getattr(fact, name) for name in KINDS[kind].fields}


def searched():
    return sorted((r.fact_id, r.person_id, r.kind, r.first, r.shown, tuple(r.keys))
                  for r in FindRow.objects.all())  # fmt: skip


def made_anew(scene):
    return sorted((r.fact_id, r.person_id, r.kind, r.first, r.shown, tuple(r.keys))
                  for r in all_rows(scene.force.pk))  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "changed", "field"),
    [
        ("name", {"name": "  "}, "name"),
        ("name", {"name": "?!"}, "name"),
        ("name", {"name": "x" * 161}, "name"),
        ("name", {"name": "a\x00b"}, "name"),
        ("name", {"kind": "nickname"}, "kind"),
        ("name", {"is_opinion": True}, "is_opinion"),
        ("name", {"until_day": date(2027, 1, 1)}, "until_day"),
        ("name", {"from_day": date(1850, 1, 1)}, "from_day"),
        ("name", {"surname": "Q"}, "surname"),
        ("identifier", {"value": "99/123457X"}, "value"),
        ("birth", {"born": None}, "born"),
        ("birth", {"born": date(2026, 12, 1)}, "born"),
        ("address", {"from_day": None}, "from_day"),
        ("address", {"until_day": date(2024, 1, 1)}, "until_day"),
        ("contact", {"value": "12"}, "value"),
        ("contact", {"means": "email", "value": "nobody"}, "value"),
        ("vehicle", {"mark": "", "description": ""}, "mark"),
        ("vehicle", {"mark": "ABCDEFGHIJKLM"}, "mark"),
        ("flag", {"signal": "other"}, "detail"),
        ("flag", {"verified_on": date(2026, 12, 1)}, "verified_on"),
        ("document", {"reference": ""}, "reference"),
    ],
)
def test_what_cannot_stand_is_refused_by_field_and_nothing_kept(
    scene, person, kind, changed, field
):
    model = KINDS[kind].model
    before = model.objects.count(), AccessLogRow.objects.count()
    with pytest.raises(InvalidInput) as refused:
        say(scene, person, kind, **{**SAID[kind], **changed})
    assert field in refused.value.problems
    assert (model.objects.count(), AccessLogRow.objects.count()) == before


def test_a_correction_keeps_both_versions_and_the_second_to_correct_is_told(scene, person):
    kept = say(scene, person, "contact", **SAID["contact"])
    change = {"by": scene.manager, "now": NOW, "person_id": person, "kind": "contact",
              "fact_id": kept.fact_id, "reason": "Misheard"}  # fmt: skip
    actions.correct(**change, seen_version=1, values={"value": "07700 900124"})
    with pytest.raises(EditCollision) as told:
        actions.correct(**change, seen_version=1, values={"value": "07700 900125"})
    assert told.value.stored.value == "07700 900124"
    assert told.value.seen["value"] == "07700 900125"
    _name, versions = queries.said_versions(scene.manager, person, "contact", kept.fact_id)
    assert [(one.version, one.line, one.change_reason) for one in versions] == [
        (2, "07700 900124", "Misheard"), (1, "07700 900123", ""),
    ]  # fmt: skip
    assert not find(scene.manager, "07700900123").people
    assert numbers(find(scene.manager, "+447700900124")) == [person]


def test_what_ended_is_still_found_and_what_was_withdrawn_is_not(scene, person):
    kept = say(scene, person, "vehicle", **SAID["vehicle"])
    change = {"by": scene.manager, "now": NOW, "person_id": person, "kind": "vehicle",
              "fact_id": kept.fact_id}  # fmt: skip
    actions.end(**change, seen_version=1, until_day=date(2026, 5, 1), reason="Sold")
    [one] = said(scene, person, "vehicle")
    assert one.is_past(date(2026, 5, 2))
    assert not one.is_past(date(2026, 5, 1))
    assert numbers(find(scene.manager, "ZZ99ZZZ")) == [person]
    actions.withdraw(**change, seen_version=2, reason="Another's")
    assert said(scene, person, "vehicle") == ()
    assert not find(scene.manager, "ZZ99ZZZ").people
    assert searched() == made_anew(scene)
    with pytest.raises(InvalidInput):
        actions.withdraw(**change, seen_version=3, reason="Again")


def test_one_main_residence_at_a_time_and_the_next_may_replace_it(scene, person):
    say(scene, person, "address", **ADDRESS)
    moved = {**ADDRESS, "place": "3 Quay Steps, Netherquay", "from_day": date(2026, 3, 1)}
    with pytest.raises(InvalidInput, match="End that one first"):
        say(scene, person, "address", **moved)
    assert Address.objects.count() == 1
    replace = {"by": scene.manager, "now": NOW, "person_id": person, "kind": "address"}
    actions.state(**replace, values=moved, replaces=True)
    stands = said(scene, person, "address")
    assert [(one.details["place"][:1], one.until_day) for one in stands] == [
        ("3", None), ("1", date(2026, 2, 28)),
    ]  # fmt: skip
    with pytest.raises(InvalidInput, match="began on that day or later"):
        actions.state(**replace, values={**moved, "from_day": date(2026, 3, 1)}, replaces=True)


def test_a_current_name_is_the_records_own_and_follows_its_form(scene):
    subject = scene.offender(name="Alfred Quillfeather")
    person = person_of(subject)
    with pytest.raises(InvalidInput, match="Change it there"):
        say(scene, person, "name", kind="current", name="Somebody Else")
    [current] = said(scene, person, "name")
    assert current.kept_by_record
    for change in (actions.withdraw, actions.end):
        more = {"until_day": date(2026, 1, 1)} if change is actions.end else {}
        with pytest.raises(InvalidInput):
            change(by=scene.manager, now=NOW, person_id=person, kind="name", seen_version=1,
                   fact_id=current.fact_id, reason="No", **more)  # fmt: skip

    def edit(revision, name, **more):
        offenders.edit_offender(by=scene.manager, now=NOW, subject_id=subject, sex="male",
            seen_revision=revision, national_register_ref="NR-00001", name=name,
            date_of_birth=date(1971, 1, 2), **more)  # fmt: skip

    edit(1, "Alfred Quillfether")
    assert [one.line for one in said(scene, person, "name")] == ["Alfred Quillfether"]
    assert [one.line for one in said(scene, person, "birth")] == ["2 January 1971"]
    edit(2, "Albert Marlpike", name_taken_on=date(2026, 6, 1))
    assert [(one.line, one.from_day, one.until_day) for one in said(scene, person, "name")] == [
        ("Albert Marlpike", date(2026, 6, 1), None),
        ("Alfred Quillfether", None, date(2026, 5, 31)),
    ]
    assert PersonName.objects.count() == 4
    assert numbers(find(scene.manager, "Alfred Quillfether")) == [person]
    assert searched() == made_anew(scene)


def test_only_who_may_write_the_record_says_something_and_the_hidden_is_absent(scene, person):
    other = scene.viewer("other", Role.OFFENDER_MANAGER, team=scene.west)
    with pytest.raises(NotAllowed):
        say(scene, person, "contact", by=scene.analyst, **SAID["contact"])
    for by in (other, scene.commissioner, scene.wellbeing):
        with pytest.raises(NotFound):
            say(scene, person, "contact", by=by, **SAID["contact"])
        with pytest.raises(NotFound):
            queries.person_page(by, person)
    with pytest.raises(NotFound):
        say(scene, person, "tattoo", words="x")
    with pytest.raises(NotFound):
        queries.person_page(scene.manager, 2**62)


def test_a_linked_child_is_protected_and_known_only_to_those_who_work_the_record(scene, person):
    child = actions.link(by=scene.manager, now=NOW, person_id=person, name="Tamsin Fernshaw",
        date_of_birth=date(2019, 3, 4), category="child_at_risk",
        values={"relation": "relative", "at_risk": True, "note": "Visits on Sundays"})  # fmt: skip
    assert Person.objects.get(pk=child).protected
    assert queries.person_page(scene.manager, child).name == "Tamsin Fernshaw"
    assert queries.person_page(scene.manager, person).others == {child: "Tamsin Fernshaw"}
    # An analyst reads the offender's record, but of the child nothing, not even the name.
    assert queries.person_page(scene.analyst, person).others == {}
    with pytest.raises(NotFound):
        queries.person_page(scene.analyst, child)
    assert not find(scene.analyst, "Tamsin Fernshaw").people
    with pytest.raises(InvalidInput):
        actions.link(by=scene.manager, now=NOW, person_id=person, other_id=person,
                     values={"relation": "other"})  # fmt: skip


def test_what_one_record_says_of_somebody_is_not_told_in_another(scene):
    west = scene.viewer("western", Role.OFFENDER_MANAGER, team=scene.west)
    here = person_of(scene.offender(name="Alban Larchnook"))
    there = person_of(scene.offender(by=west, team_id=scene.west.pk, owner_id=west.user_id,
                                     name="Corwin Rushwick"))  # fmt: skip
    sister = actions.link(by=scene.manager, now=NOW, person_id=here, name="Greta Larchnook",
                          values={"relation": "sibling"})  # fmt: skip
    both = scene.viewer("both", Role.SUPERVISOR)
    with pytest.raises(NotFound):  # the western manager cannot name whom they may not see
        actions.link(by=west, now=NOW, person_id=there, other_id=sister,
                     values={"relation": "partner"})  # fmt: skip
    assert both.user_id
    say(scene, sister, "contact", **SAID["contact"])
    assert [one.line for one in said(scene, sister, "contact")] == ["07700 900123"]
    hidden = find(west, "07700 900123")
    assert hidden.people == ()
    assert hidden.passed_on


def test_nothing_is_keyed_in_the_future_or_lost_in_time(scene, person):
    kept = say(scene, person, "flag", **SAID["flag"])
    one = next(one for one in said(scene, person, "flag") if one.fact_id == kept.fact_id)
    assert (one.at, one.recorded_at) == (NOW, NOW)
    assert one.recorded_by == "Manager"
    later = NOW + timedelta(hours=1)
    actions.end(by=scene.manager, now=later, person_id=person, kind="flag", fact_id=one.fact_id,
                seen_version=1, until_day=(NOW - DAY).date(), reason="Dog died")  # fmt: skip
    assert said(scene, person, "flag")[0].recorded_at == later
