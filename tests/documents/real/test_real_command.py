"""The real published response through the command, as a person runs it."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from tests.cli.command import Installed, add_administrator
from tests.documents.accounting import non_blank_lines
from tests.documents.real_documents import REAL_RESPONSE

from dutybook.database import stop_server

DRY_RUN = ("inspections", "import", REAL_RESPONSE, "--dry-run", "--json")


@pytest.fixture
def nowhere(tmp_path: Path) -> Iterator[Installed]:
    """No installation; none may come of what needs none."""
    yield Installed(tmp_path / "data")
    assert not (tmp_path / "data").exists()


@pytest.fixture
def installed() -> Iterator[Installed]:
    parent = Path(tempfile.mkdtemp(prefix="dutybook-real-"))
    parent.chmod(0o755)
    yield Installed(parent / "data")
    stop_server(parent / "data")
    shutil.rmtree(parent)


def lines_in(read: object) -> Counter[int]:
    """How often each line of the file stands in the JSON, whatever the key."""
    if isinstance(read, dict):
        own = Counter(line["line"] for line in read.get("lines", []))
        rest = [value for key, value in read.items() if key != "lines"]
        return sum(map(lines_in, rest), own)
    if isinstance(read, list):
        return sum(map(lines_in, read), Counter())
    return Counter()


def test_a_dry_run_needs_no_database_and_places_every_line_once(nowhere: Installed) -> None:
    read = json.loads(nowhere.done(*DRY_RUN))
    assert len(read["recommendations"]) == 9
    assert all(each["deadline"] for each in read["recommendations"])
    assert read["unplaced"] == []
    assert lines_in(read) == non_blank_lines(REAL_RESPONSE.read_text(encoding="utf-8"))


def test_a_second_import_changes_nothing(installed: Installed) -> None:
    add_administrator(installed)
    arguments = ("inspections", "import", REAL_RESPONSE, "--json")
    first = json.loads(installed.done(*arguments))["import"]
    second = json.loads(installed.done(*arguments))["import"]
    assert (first["is_new"], second["is_new"]) == (True, False)
    assert {**second, "is_new": True} == first
    listed = installed.done("inspections", "list")
    assert installed.done("inspections", "list") == listed


def test_a_document_in_is_a_document_out(nowhere: Installed, tmp_path: Path) -> None:
    out = tmp_path / "out"
    nowhere.done("response", "build", "--from", REAL_RESPONSE, "--out", out)
    page = (out / "response.html").read_text(encoding="utf-8")
    printed = " ".join(sheet.extract_text() for sheet in PdfReader(out / "response.pdf").pages)
    for text in (page, printed):
        assert "not issued by the" in " ".join(text.split())
        assert "&lt;" not in text
    assert "<p>" not in printed
    assert "<li>" not in printed
