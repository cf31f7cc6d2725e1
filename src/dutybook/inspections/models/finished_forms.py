"""A finished document in every form in which the public can have it."""

from collections.abc import Mapping
from typing import Final

from django.db import models

BINARY: Final = {"pdf": "pdf", "docx": "word"}
TEXT: Final = {"html": "page", "txt": "plain", "json": "open_data", "oscal.json": "oscal"}
"""By how a file's name ends: the column that holds it."""


class FinishedForms(models.Model):
    """The web page, the PDF, and the forms that came later: empty where there were none yet."""

    page = models.TextField()
    pdf = models.BinaryField()
    word = models.BinaryField(default=b"")
    plain = models.TextField(default="", blank=True)
    open_data = models.TextField(default="", blank=True)
    oscal = models.TextField(default="", blank=True)

    class Meta:
        abstract = True

    def form_columns(self) -> dict[str, str | bytes]:
        """The columns of all its forms, to be kept elsewhere as they are."""
        texts: dict[str, str | bytes] = {name: getattr(self, name) for name in TEXT.values()}
        return texts | {name: bytes(getattr(self, name)) for name in BINARY.values()}


def columns_of(forms: Mapping[str, bytes]) -> dict[str, str | bytes]:
    """The columns for a document given as bytes by how its files' names end."""
    texts: dict[str, str | bytes] = {
        TEXT[end]: data.decode() for end, data in forms.items() if end in TEXT
    }
    return texts | {BINARY[end]: data for end, data in forms.items() if end in BINARY}
