"""A governance pack as a tagged PDF that keeps PDF/UA-1."""

from pathlib import Path
from typing import Any, Final

from dutybook.documents.typesetting import tagged_pdf

TEMPLATE: Final = Path(__file__).parent / "templates" / "pack.typ"


def to_pdf(contents: dict[str, Any]) -> bytes:
    """The PDF's bytes from what `contents_of` laid out; raises what `tagged_pdf` raises."""
    return tagged_pdf(TEMPLATE, contents)
