"""A response written into a folder: both files whole, or neither."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from dutybook.documents.response.errors import ResponseError
from dutybook.documents.response.model import ResponseDocument
from dutybook.documents.response.pdf import to_pdf
from dutybook.documents.response.web_page import to_html

HTML_NAME = "response.html"
PDF_NAME = "response.pdf"


@dataclass(frozen=True, slots=True)
class WrittenResponse:
    html: Path
    pdf: Path


def write_response(document: ResponseDocument, out_dir: Path) -> WrittenResponse:
    """Write the web page and the PDF into ``out_dir``, made if it is not there.

    Both are set, then written beside their places and flushed, before either takes its place;
    files of an earlier response are replaced. Raises ResponseError if the folder cannot be
    written; what stood there before then still stands.
    """
    whole = {HTML_NAME: to_html(document).encode(), PDF_NAME: to_pdf(document)}
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
    return WrittenResponse(html=out_dir / HTML_NAME, pdf=out_dir / PDF_NAME)


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
