"""A served installation in this process and a real Chromium to visit it."""

import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler
from playwright.sync_api import Browser, BrowserContext, Page

from dutybook.database import DatabaseAccess

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


@pytest.fixture
def served(committed_database: DatabaseAccess) -> Iterator[str]:
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


@pytest.fixture(params=["desktop", "phone"])
def viewport(request: pytest.FixtureRequest) -> dict[str, int]:
    """A desk's width and a phone's."""
    if request.param == "phone":
        return {"width": 390, "height": 844}
    return {"width": 1280, "height": 900}


@pytest.fixture
def phone(browser: Browser, served: str) -> Iterator[Page]:
    """A page as wide as a phone."""
    yield from _page(browser, served, {"width": 390, "height": 844})


@pytest.fixture
def desk(browser: Browser, served: str) -> Iterator[Page]:
    """A page as wide as a desk's screen."""
    yield from _page(browser, served, {"width": 1280, "height": 900})


@pytest.fixture
def no_script(browser: Browser, served: str) -> Iterator[Page]:
    """A phone whose browser runs no script."""
    yield from _page(browser, served, {"width": 390, "height": 844}, java_script_enabled=False)


def _page(browser: Browser, served: str, size: dict[str, int], **options: Any) -> Iterator[Page]:
    context: BrowserContext = browser.new_context(base_url=served, viewport=size, **options)
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()
