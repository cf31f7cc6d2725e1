"""A served installation in this process and a real Chromium to visit it.

Each test has a database of its own, copied from one that holds a small demonstration force. Its
clock stands still at `NOW`, so that what is due is the same on every day the tests run.
"""

import os
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page
from tests.conftest import close_django_connections, point_django_at

from dutybook.database import DatabaseAccess, clone_database, drop_database
from dutybook.database.server import Server

NOW = datetime(2026, 11, 24, 14, 5, tzinfo=UTC)
DEMONSTRATION = "dutybook_demonstration"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}

# The browser's driver runs a loop of its own in this thread, which Django takes for asynchronous
# code; what the tests do to the database is not.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET_FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--metrics-recording-only",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's Chromium; its sandbox cannot work for root."""
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": [*QUIET_FLAGS, *root],
    }


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a test reads pages, not the server's log."""


@pytest.fixture(scope="session")
def demonstration_database(
    server: Server, template_database: str, django_db_setup: None, django_db_blocker: object
) -> Iterator[str]:
    """The name of a database with sixty invented offenders and two years of their history."""
    from django.db import connections

    from dutybook.demo.loading import Size, load_demonstration

    before = {alias: dict(settings) for alias, settings in connections.databases.items()}
    access = clone_database(server, template_database, DEMONSTRATION)
    with django_db_blocker.unblock():  # type: ignore[attr-defined]  # pytest-django's, untyped
        close_django_connections()
        point_django_at(access)
        loaded = NOW - timedelta(hours=1)
        load_demonstration(size=Size(60, 2, 7), now=loaded, progress=lambda *_: None)
        close_django_connections()
    for alias, settings in before.items():
        connections.databases[alias].update(settings)
        connections[alias].settings_dict.update(settings)
    yield DEMONSTRATION
    drop_database(server, DEMONSTRATION)


@pytest.fixture
def starting_point(demonstration_database: str) -> str:
    """The database that each test's own is a copy of; a module may begin from another."""
    return demonstration_database


@pytest.fixture
def cloned_database(server: Server, starting_point: str) -> Iterator[DatabaseAccess]:
    """This test's own database."""
    yield clone_database(server, starting_point, "dutybook_browsed")
    drop_database(server, "dutybook_browsed")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The server's clock stands at `NOW`."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    return NOW


@pytest.fixture
def served(committed_database: DatabaseAccess, clock: datetime) -> Iterator[str]:
    """The address of a server on a database of this test's own."""
    from dutybook.config.wsgi import application

    server = ThreadedWSGIServer(("127.0.0.1", 0), _Quiet, connections_override={})
    server.daemon_threads = True
    server.set_app(application)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join(10)


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    """A page as wide as a phone."""
    yield from _page(browser, served, PHONE)


@pytest.fixture
def desk(browser: Browser, served: str) -> Iterator[Page]:
    """A page as wide as a desk's screen."""
    yield from _page(browser, served, DESK)


@pytest.fixture(params=[DESK, PHONE], ids=["desk", "phone"])
def either(request: pytest.FixtureRequest, browser: Browser, served: str) -> Iterator[Page]:
    """A page as wide as a desk's screen, then one as wide as a phone."""
    yield from _page(browser, served, request.param)


@pytest.fixture
def no_script(browser: Browser, served: str) -> Iterator[Page]:
    """A phone whose browser runs no script."""
    yield from _page(browser, served, PHONE, java_script_enabled=False)


def _page(browser: Browser, served: str, size: dict[str, int], **options: Any) -> Iterator[Page]:
    """One page; it fails its test when it asks anybody else for anything, or when its own script
    or its content security policy complains."""
    context: BrowserContext = browser.new_context(base_url=served, viewport=size, **options)
    elsewhere: list[str] = []
    complaints: list[str] = []
    context.on("request", lambda asked: _note_elsewhere(asked.url, served, elsewhere))
    context.on("weberror", lambda thrown: complaints.append(str(thrown.error)))
    context.on("console", lambda said: _note_complaint(said, complaints))
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
    assert elsewhere == []
    assert complaints == []


def _note_elsewhere(address: str, served: str, elsewhere: list[str]) -> None:
    if not address.startswith((f"{served}/", "data:", "blob:")):
        elsewhere.append(address)


def _note_complaint(said: ConsoleMessage, complaints: list[str]) -> None:
    """What the console calls an error, except that a page answered 400 or the like."""
    if said.type == "error" and not said.text.startswith("Failed to load resource"):
        complaints.append(said.text)
