"""Mail says that notices wait: to whom it goes, when, how often, and that it names nobody."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail as outbox
from tests.ledger.scene import DAY, NOW, Scene

from dutybook.access.models import User
from dutybook.config import environment
from dutybook.ledger.mailing import Mail, mail_notices, send_mail, unmailed
from dutybook.ledger.models import Notice
from dutybook.ledger.reminding import remind
from dutybook.ledger.ticking import tick

PLACE = "https://dutybook.example/notices/"
MIDNIGHT = datetime(2026, 11, 25, 0, 1, tzinfo=UTC)
MORNING = datetime(2026, 11, 25, 7, 5, tzinfo=UTC)


class Post:
    """What was sent; while it is closed nothing goes."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []
        self.is_closed = False

    def __call__(self, mail: Mail) -> None:
        if self.is_closed:
            raise ConnectionRefusedError
        self.sent.append(mail)


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def owed(scene: Scene) -> Scene:
    """The manager has an address, the supervisor none; two visits fall due tonight."""
    scene.policy("visit.maximum", 1, unit="months")
    scene.supervisor  # noqa: B018 - makes her account
    tick(scene.force.pk, now=NOW - timedelta(hours=2))
    User.objects.filter(pk=scene.manager.user_id).update(email="manager@force.example")
    for level in ("very_high", "high"):
        scene.visit(scene.offender(level=level), datetime(2026, 10, 24, 11, tzinfo=UTC))
    return scene


def go(scene: Scene, post: Post, now: datetime) -> int:
    return mail_notices(scene.force.pk, now=now, address=PLACE, send=post)


def test_what_cannot_wait_is_mailed_at_once_and_takes_the_rest_along(
    owed: Scene, post: Post
) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    assert go(owed, post, MIDNIGHT) == 1
    [mail] = post.sent
    assert mail.to == "manager@force.example"
    assert mail.subject == "Dutybook: 2 notices wait for you"
    assert "- 1 very-high-risk breach\n- 1 digest of what became overdue\n" in mail.text
    assert PLACE in mail.text
    assert go(owed, post, MORNING) == 0


def test_what_can_wait_waits_for_the_morning(owed: Scene, post: Post) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    Notice.objects.filter(kind="breach").update(acknowledged_at=MIDNIGHT)
    assert go(owed, post, MIDNIGHT) == 0
    assert go(owed, post, MORNING - timedelta(minutes=10)) == 0
    assert go(owed, post, MORNING) == 1
    assert post.sent[0].subject == "Dutybook: 1 notice waits for you"


def test_nobody_and_nothing_is_named(owed: Scene, post: Post) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    go(owed, post, MORNING)
    text = post.sent[0].subject + post.sent[0].text
    for hidden in ("Invented", "NR-", "visit", "Visit", "Manager", "offender", "wealdmoor"):
        assert hidden not in text


def test_a_mail_that_cannot_be_sent_is_tried_again_until_it_is_too_old(
    owed: Scene, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    post.is_closed = True
    assert go(owed, post, MORNING) == 0
    assert "could not be sent: ConnectionRefusedError" in caplog.text
    assert "manager@force.example" not in caplog.text
    post.is_closed = False
    assert go(owed, post, MORNING + DAY) == 1
    Notice.objects.update(mailed_at=None)
    assert go(owed, post, MORNING + 3 * DAY) == 0


def test_a_closed_account_gets_no_mail(owed: Scene, post: Post) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    User.objects.filter(pk=owed.manager.user_id).update(is_active=False)
    assert go(owed, post, MORNING) == 0


@pytest.mark.parametrize(("code", "sent"), [("question_asked", 1), ("evidence_soon", 0)])
def test_a_question_cannot_wait_and_a_day_can(
    owed: Scene, post: Post, code: str, sent: int
) -> None:
    remind(owed.force.pk, code, people=[owed.manager.user_id], now=MIDNIGHT, part="8c")
    assert go(owed, post, MIDNIGHT) == sent
    assert go(owed, post, MORNING) == 1 - sent


def test_the_same_thing_is_told_once(scene: Scene) -> None:
    people = [scene.manager.user_id, scene.supervisor.user_id, scene.manager.user_id]
    told = {"people": people, "now": NOW, "part": "8c"}
    assert remind(scene.force.pk, "evidence_soon", **told)
    assert not remind(scene.force.pk, "evidence_soon", **told)
    assert remind(scene.force.pk, "evidence_soon", **told | {"day": NOW.date()})
    assert Notice.objects.count() == 4


def test_it_goes_by_the_installations_mail_server(scene: Scene) -> None:
    send_mail(Mail("a@force.example", "Dutybook: 1 notice waits for you", "Sign in."))
    [sent] = outbox.outbox
    assert (sent.to, sent.from_email) == (["a@force.example"], "dutybook@localhost")


@pytest.mark.parametrize(
    ("given", "host", "port", "at_once", "tls"),
    [
        ("smtp://relay.force.example", "relay.force.example", 587, False, True),
        ("smtps://u:p%40ss@relay.force.example:4465", "relay.force.example", 4465, True, False),
        ("smtp://localhost:2525", "localhost", 2525, False, False),
    ],
)
def test_the_mail_server_is_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, given: str, host: str, port: int, at_once: bool, tls: bool
) -> None:
    monkeypatch.setenv("DUTYBOOK_MAIL", given)
    server = environment.mail_server()
    assert (server.host, server.port, server.tls_at_once, server.tls) == (host, port, at_once, tls)
    assert server.password == ("p@ss" if "p%40ss" in given else "")


def test_without_a_mail_server_nothing_is_sent_and_a_wrong_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DUTYBOOK_MAIL", raising=False)
    assert environment.mail_server().backend.endswith("dummy.EmailBackend")
    monkeypatch.setenv("DUTYBOOK_MAIL", "relay.force.example")
    with pytest.raises(ValueError, match="is no mail server"):
        environment.mail_server()


def test_what_should_have_been_mailed_and_was_not_is_counted(owed: Scene, post: Post) -> None:
    tick(owed.force.pk, now=MIDNIGHT)
    assert unmailed(owed.force.pk, MIDNIGHT + timedelta(minutes=50)) == 0
    assert unmailed(owed.force.pk, MIDNIGHT + timedelta(minutes=70)) == 1  # the breach
    assert unmailed(owed.force.pk, MORNING + timedelta(hours=1)) == 2  # and the digest
    go(owed, post, MORNING + timedelta(hours=1))
    assert unmailed(owed.force.pk, MORNING + timedelta(hours=1)) == 0
