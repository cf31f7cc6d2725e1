"""The commissioner's statutory response as a document: data in, web page and PDF out."""

from dutybook.documents.response.errors import ResponseError
from dutybook.documents.response.from_reading import build_from_reading
from dutybook.documents.response.model import (
    CONVERTED,
    ResponseDocument,
    ResponseLimb,
    ResponseRecommendation,
)
from dutybook.documents.response.pdf import to_pdf
from dutybook.documents.response.statutory import last_day_to_publish
from dutybook.documents.response.web_page import to_html
from dutybook.documents.response.writing import WrittenResponse, write_response

__all__ = [
    "CONVERTED",
    "ResponseDocument",
    "ResponseError",
    "ResponseLimb",
    "ResponseRecommendation",
    "WrittenResponse",
    "build_from_reading",
    "last_day_to_publish",
    "to_html",
    "to_pdf",
    "write_response",
]
