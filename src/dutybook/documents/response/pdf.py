"""A response as a tagged PDF that keeps PDF/UA-1."""

from dutybook.documents.response.contents import contents_of
from dutybook.documents.response.errors import ResponseError
from dutybook.documents.response.model import ResponseDocument
from dutybook.documents.response.web_page import TEMPLATES
from dutybook.documents.typesetting import TypesettingError, tagged_pdf


def to_pdf(document: ResponseDocument) -> bytes:
    """The PDF's bytes; see `tagged_pdf`. Raises ResponseError when it cannot be set."""
    try:
        return tagged_pdf(TEMPLATES / "response.typ", contents_of(document))
    except TypesettingError as problem:
        raise ResponseError(
            what=str(problem),
            where=document.inspection_title or "the response",
            remedy="Use the web page, or write the text in Latin, Greek, Cyrillic or Arabic "
            "letters.",
        ) from problem
