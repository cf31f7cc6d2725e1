"""The commissioner's statutory response as a document: data in, every form of it out."""

from dutybook.documents.response.comparing import Changed, compare
from dutybook.documents.response.errors import ResponseError
from dutybook.documents.response.from_reading import build_from_reading
from dutybook.documents.response.letters import (
    About,
    Letter,
    copy_to_inspectorate,
    copy_to_secretary_of_state,
    invitation,
    letter_docx,
    letter_text,
)
from dutybook.documents.response.model import (
    CONVERTED,
    PublishedFigure,
    ResponseDocument,
    ResponseLayer,
    ResponseLimb,
    ResponsePromise,
    ResponseRecommendation,
)
from dutybook.documents.response.open_data import SCHEMA_NAME, response_schema, to_json
from dutybook.documents.response.oscal import to_oscal
from dutybook.documents.response.over_time import LimbOverTime, over_time
from dutybook.documents.response.pdf import to_pdf
from dutybook.documents.response.plain_text import to_text
from dutybook.documents.response.searching import Found, find, words_of
from dutybook.documents.response.statutory import last_day_to_publish
from dutybook.documents.response.trends import PARTS as TREND_PARTS
from dutybook.documents.response.trends import Trend, trends_of
from dutybook.documents.response.web_page import to_html
from dutybook.documents.response.word import to_docx
from dutybook.documents.response.writing import (
    FORMS,
    WrittenResponse,
    all_forms,
    one_form,
    write_response,
)

__all__ = [
    "CONVERTED",
    "FORMS",
    "SCHEMA_NAME",
    "TREND_PARTS",
    "About",
    "Changed",
    "Found",
    "Letter",
    "LimbOverTime",
    "PublishedFigure",
    "ResponseDocument",
    "ResponseError",
    "ResponseLayer",
    "ResponseLimb",
    "ResponsePromise",
    "ResponseRecommendation",
    "Trend",
    "WrittenResponse",
    "all_forms",
    "build_from_reading",
    "compare",
    "copy_to_inspectorate",
    "copy_to_secretary_of_state",
    "find",
    "invitation",
    "last_day_to_publish",
    "letter_docx",
    "letter_text",
    "one_form",
    "over_time",
    "response_schema",
    "to_docx",
    "to_html",
    "to_json",
    "to_oscal",
    "to_pdf",
    "to_text",
    "trends_of",
    "words_of",
    "write_response",
]
