"""One's own calendar: days and counts behind a secret address, and nobody's name."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from tests.ledger.scene import DAY, NOW, TODAY, Scene, make_scene

from dutybook.access.models import AccessLogRow, User
from dutybook.documents.calendar import DueOn, write_calendar
from dutybook.ledger.calendar_feeds import make_feed, stop_feed
from dutybook.ledger.models import CalendarFeed
from dutybook.ledger.queries.calendar import due_by_day, has_feed, owner_of_feed

SECRET = "a-long-and-random-word"
VISIT = "Home visit within the offender's interval"


@pytest.fixture
def scene(db: None) -> Scene:
    made = make_scene()
    made.policy("visit.maximum", 3, unit="months")
    return made


def test_it_counts_what_falls_due_from_its_owner_and_what_is_late(scene: Scene) -> None:
    late, coming = scene.offender(level="high"), scene.offender(level="high")
    scene.visit(coming, NOW - 60 * DAY)  # 25 September, so due on 25 December
    scene.offender(level="high", owner_id=None)
    days = due_by_day(scene.manager, TODAY)
    assert days[0].day == TODAY
    assert days[0].late >= 1
    [visit_day] = [one for one in days if VISIT in one.due]
    assert (visit_day.day, visit_day.due[VISIT]) == (date(2026, 12, 25), 1)
    scene.visit(late, NOW - DAY)
    assert due_by_day(scene.manager, TODAY)[0].late < days[0].late


def test_the_address_opens_it_until_it_is_made_anew_or_stopped(scene: Scene) -> None:
    by = scene.manager
    assert not has_feed(by)
    make_feed(by=by, now=NOW, secret=SECRET)
    assert has_feed(by)
    assert SECRET not in CalendarFeed.objects.get().digest
    found = owner_of_feed(SECRET, now=NOW)
    assert found is not None
    assert (found.user_id, found.held) == (by.user_id, by.held)
    make_feed(by=by, now=NOW, secret="another")
    assert owner_of_feed(SECRET, now=NOW) is None
    stop_feed(by=by, now=NOW)
    assert owner_of_feed("another", now=NOW) is None
    assert owner_of_feed("", now=NOW) is None
    assert not has_feed(by)


def test_an_account_out_of_use_opens_nothing(scene: Scene) -> None:
    make_feed(by=scene.manager, now=NOW, secret=SECRET)
    User.objects.filter(pk=scene.manager.user_id).update(is_active=False)
    assert owner_of_feed(SECRET, now=NOW) is None


def test_what_a_telephone_gets_names_nobody(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    scene.offender(level="high", name="Ottilie Neverheard")
    make_feed(by=scene.manager, now=NOW, secret=SECRET)
    answer = Client().get(f"/calendar/{SECRET}.ics")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert b"Neverheard" not in answer.content
    assert SECRET.encode() not in answer.content
    first = next(iter(Calendar.from_ical(answer.content).walk("VEVENT")))
    assert "late" in first["summary"]
    assert first.decoded("dtstart") == TODAY
    row = AccessLogRow.objects.latest("id")
    assert (row.kind, row.detail, row.subjects) == ("ledger_aggregate", "calendar", [])
    assert SECRET not in row.route
    assert Client().get("/calendar/guessed.ics").status_code == 404


def test_a_calendar_is_read_back_as_it_was_written() -> None:
    days = [DueOn(TODAY, {}, late=3), DueOn(TODAY + timedelta(days=2), {"Visits": 2, "Plans": 1})]
    content = write_calendar(days, feed="f", page="https://example.test/week/", now=NOW)
    late, due = Calendar.from_ical(content).walk("VEVENT")
    assert (str(late["summary"]), str(due["summary"])) == ("Dutybook: 3 late", "Dutybook: 3 due")
    assert str(due["description"]) == "Plans: 1\nVisits: 2\nhttps://example.test/week/"
    assert late["uid"] != due["uid"]
    assert content == write_calendar(days, feed="f", page="https://example.test/week/", now=NOW)
