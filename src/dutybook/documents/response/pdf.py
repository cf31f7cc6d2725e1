"""A response as a tagged PDF that keeps PDF/UA-1, set by Typst.

Words go in as one JSON value, never as source, so that no character of a document can be taken for
an instruction. Only the typefaces inside Typst are used: the same document gives the same bytes on
every machine, and nothing is fetched.
"""

import json
import re
import unicodedata
from typing import Final

import typst

from dutybook.documents.response.contents import contents_of
from dutybook.documents.response.errors import ResponseError
from dutybook.documents.response.model import ResponseDocument
from dutybook.documents.response.web_page import TEMPLATES

STANDARD: Final = "ua-1"

_MOST_REPLACED = 64
_NO_GLYPH = re.compile(r'the text `"(.+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


def to_pdf(document: ResponseDocument) -> bytes:
    """The PDF's bytes, complete: fonts embedded, text extractable, structure tagged.

    PDF/UA-1 forbids a character that no embedded typeface can show (a pictograph, say); each is
    set as its code and name in brackets. Raises ResponseError when there are too many of them.
    """
    contents = json.dumps(contents_of(document), ensure_ascii=False)
    for _ in range(_MOST_REPLACED):
        try:
            return _compile(contents)
        except typst.TypstError as error:
            contents = _without_missing(contents, str(error))
    raise ResponseError(
        what=f"more than {_MOST_REPLACED} characters cannot be shown by the typefaces of the PDF.",
        where=document.inspection_title or "the response",
        remedy="Use the web page, or write the text in Latin, Greek, Cyrillic or Arabic letters.",
    )


def _compile(contents: str) -> bytes:
    return typst.compile(
        TEMPLATES / "response.typ",
        root=TEMPLATES,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"contents": contents},
        pdf_standards=STANDARD,
        timestamp=0,
    )


def _without_missing(contents: str, message: str) -> str:
    """The contents with the characters that the message complains of spelled out."""
    missing = _NO_GLYPH.search(message)
    letters = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), missing[1]) if missing else ""
    replaced = contents
    for letter in letters:
        if ord(letter) > 0x7F:
            replaced = replaced.replace(letter, _spelled_out(letter))
    if replaced == contents:
        raise ResponseError(
            what=f"the PDF could not be set: {message}",
            where="the response",
            remedy="Use the web page, and report this with the text that caused it.",
        )
    return replaced


def _spelled_out(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return f"[U+{ord(letter):04X}{' ' + name if name else ''}]"
