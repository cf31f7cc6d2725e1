"""What somebody typed is kept for a day, for them alone."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.access.scene import NOW

from dutybook.access import actions
from dutybook.access.drafts import LARGEST, draft_of
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import AccessLogRow, FormDraft
from dutybook.access.roles import Role
from dutybook.access.viewer import operator, viewer_for

PLACE = "/offenders/7/visits/new/"
FIELDS = [["outcome", "seen"], ["findings", "A dog"]]


@pytest.fixture
def ann(make_user):
    return viewer_for(make_user("ann", Role.ANALYST), now=NOW, route="test")


@pytest.fixture
def bob(make_user):
    return viewer_for(make_user("bob", Role.ANALYST), now=NOW, route="test")


def test_the_newest_stands_and_only_its_writer_reads_it(ann, bob):
    actions.keep_draft(by=ann, now=NOW, place=PLACE, fields=[])
    actions.keep_draft(by=ann, now=NOW + timedelta(minutes=1), place=PLACE, fields=FIELDS)
    assert draft_of(ann, PLACE, now=NOW).fields == FIELDS
    assert draft_of(bob, PLACE, now=NOW) is None
    assert draft_of(ann, "/offenders/8/visits/new/", now=NOW) is None
    assert FormDraft.objects.count() == 1


def test_the_first_keeping_is_logged_without_a_word_of_it(ann):
    for minute in range(3):
        now = NOW + timedelta(minutes=minute)
        actions.keep_draft(by=ann, now=now, place=PLACE, fields=FIELDS)
    [row] = AccessLogRow.objects.filter(detail="draft of a form kept")
    assert (row.kind, row.subjects) == ("account", [ann.user_id])


def test_a_day_later_it_is_forgotten(ann, bob):
    actions.keep_draft(by=ann, now=NOW, place=PLACE, fields=FIELDS)
    later = NOW + timedelta(days=1)
    assert draft_of(ann, PLACE, now=later - timedelta(seconds=1)) is not None
    assert draft_of(ann, PLACE, now=later) is None
    actions.keep_draft(by=bob, now=later, place=PLACE, fields=FIELDS)
    assert actions.drop_old_drafts(now=later) == 1
    assert FormDraft.objects.get().user_id == bob.user_id


def test_dropping_takes_ones_own_and_no_other(ann, bob):
    for by in (ann, bob):
        actions.keep_draft(by=by, now=NOW, place=PLACE, fields=FIELDS)
    actions.drop_draft(by=ann, place=PLACE)
    actions.drop_draft(by=ann, place=PLACE)
    assert draft_of(ann, PLACE, now=NOW) is None
    assert draft_of(bob, PLACE, now=NOW) is not None


@pytest.mark.parametrize(
    ("place", "fields"),
    [
        ("offenders/7/", FIELDS),
        ("/" + "x" * 300, FIELDS),
        (PLACE, {"outcome": "seen"}),
        (PLACE, [["outcome"]]),
        (PLACE, [["outcome", 7]]),
        (PLACE, [["findings", "x" * LARGEST]]),
        (PLACE, [["a", "b"]] * 301),
    ],
)
def test_what_is_no_form_is_refused(ann, place, fields):
    with pytest.raises(InvalidInput):
        actions.keep_draft(by=ann, now=NOW, place=place, fields=fields)
    assert not FormDraft.objects.exists()


def test_a_command_types_into_no_form(db):
    with pytest.raises(NotAllowed):
        actions.keep_draft(by=operator("x", route="x"), now=NOW, place=PLACE, fields=FIELDS)


def test_the_database_holds_one_draft_of_a_page(ann):
    actions.keep_draft(by=ann, now=NOW, place=PLACE, fields=FIELDS)
    for place in (PLACE, "elsewhere"):
        with pytest.raises(IntegrityError), transaction.atomic():
            FormDraft.objects.create(user_id=ann.user_id, place=place, fields=[], kept_at=NOW)
