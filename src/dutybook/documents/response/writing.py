"""A response written into a folder in every form: all files whole, or none."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from dutybook.documents.response.errors import ResponseError
from dutybook.documents.response.model import ResponseDocument
from dutybook.documents.response.open_data import SCHEMA_NAME, response_schema, to_json
from dutybook.documents.response.oscal import to_oscal
from dutybook.documents.response.pdf import to_pdf
from dutybook.documents.response.plain_text import to_text
from dutybook.documents.response.web_page import to_html
from dutybook.documents.response.word import to_docx

FORMS: Final = ("html", "pdf", "docx", "txt", "json", "oscal.json")
"""The forms of one response, by how their names end."""

CONTENT_TYPES: Final = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
    "oscal.json": "application/json",
}
"""The media types of those that are not a page, by how their names end."""

FORM_NAMES: Final = (
    ("pdf", "a PDF"),
    ("docx", "a Word document"),
    ("txt", "plain text"),
    ("json", "open data (JSON)"),
    ("oscal.json", "assessment results (OSCAL)"),
)
"""The same, as a page that offers them names them."""


@dataclass(frozen=True, slots=True)
class WrittenResponse:
    """Where each form was written, by how its name ends, and the schema of the open data."""

    files: Mapping[str, Path]
    schema: Path


def one_form(document: ResponseDocument, form: str, *, made_at: datetime) -> bytes:
    """A response in one of `FORMS`. Raises ValueError for another."""
    if form == "pdf":
        return to_pdf(document)
    if form == "docx":
        return to_docx(document)
    if form == "oscal.json":
        return to_oscal(document, made_at=made_at).encode()
    written = {"html": to_html, "txt": to_text, "json": to_json}
    if form not in written:
        raise ValueError(f"a response has no form {form!r}")
    return written[form](document).encode()


def all_forms(document: ResponseDocument, *, made_at: datetime) -> dict[str, bytes]:
    """Every form of a response, whole: the bytes by how the file's name ends."""
    return {form: one_form(document, form, made_at=made_at) for form in FORMS}


def write_response(
    document: ResponseDocument, out_dir: Path, *, made_at: datetime
) -> WrittenResponse:
    """Write every form and the schema of the open data into ``out_dir``, made if it is not there.

    All are set, then written beside their places and flushed, before any takes its place; files of
    an earlier response are replaced. Raises ResponseError if the folder cannot be written; what
    stood there before then still stands.
    """
    whole = {f"response.{end}": data for end, data in all_forms(document, made_at=made_at).items()}
    whole[SCHEMA_NAME] = response_schema().encode()
    waiting: dict[Path, Path] = {}
    try:
        out_dir.mkdir(parents=True, exist_ok=True)
        for name, data in whole.items():
            waiting[_write_beside(out_dir, name, data)] = out_dir / name
        for path in waiting.values():
            if path.is_dir():
                raise IsADirectoryError(f"{path.name} is a folder")
        for written, path in waiting.items():
            written.replace(path)
    except OSError as error:
        raise ResponseError(
            what=f"the response cannot be written: {error.strerror or error}.",
            where=str(out_dir),
            remedy="Name a folder that this account may write to, on a disk with room.",
        ) from error
    finally:
        for written in waiting:
            written.unlink(missing_ok=True)
    places = {end: out_dir / f"response.{end}" for end in FORMS}
    return WrittenResponse(files=places, schema=out_dir / SCHEMA_NAME)


def _write_beside(folder: Path, name: str, data: bytes) -> Path:
    """A flushed file of the data under a passing name in the same folder."""
    descriptor, passing = tempfile.mkstemp(prefix=f".{name}.", dir=folder)
    path = Path(passing)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o644)
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path
