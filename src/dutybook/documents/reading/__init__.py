"""A published response, read from its bytes into data. See ``reader``."""

from dutybook.documents.reading.errors import ReadingError
from dutybook.documents.reading.model import PublishedResponse
from dutybook.documents.reading.reader import load_published_response, read_published_response

__all__ = [
    "PublishedResponse",
    "ReadingError",
    "load_published_response",
    "read_published_response",
]
