"""The governance pack of a unit: figures in, a PDF and a Word document out."""

from dutybook.documents.pack.contents import contents_of
from dutybook.documents.pack.model import (
    Pack,
    PackBacklog,
    PackDay,
    PackFigure,
    PackGap,
    PackSection,
)
from dutybook.documents.pack.pdf import to_pdf
from dutybook.documents.pack.word import to_docx

__all__ = [
    "Pack",
    "PackBacklog",
    "PackDay",
    "PackFigure",
    "PackGap",
    "PackSection",
    "contents_of",
    "to_docx",
    "to_pdf",
]
