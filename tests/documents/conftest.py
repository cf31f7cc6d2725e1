"""What the tests of documents share, and the line that says when real documents are absent."""

import pytest
from tests.documents.real_documents import REAL_RESPONSE, absent_line

from dutybook.documents.reading import PublishedResponse, read_published_response
from dutybook.documents.samples import SAMPLE_NAME, sample_bytes

# Tests of the real document are not collected where it is not; the summary says so.
collect_ignore = [] if REAL_RESPONSE.is_file() else ["real"]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not REAL_RESPONSE.is_file():
        terminalreporter.write_line(absent_line())


@pytest.fixture(scope="session")
def sample() -> PublishedResponse:
    return read_published_response(sample_bytes(), name=SAMPLE_NAME)


@pytest.fixture(scope="session")
def real() -> PublishedResponse:
    return read_published_response(REAL_RESPONSE.read_bytes(), name=REAL_RESPONSE.name)
