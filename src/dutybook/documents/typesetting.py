"""Setting a tagged PDF that keeps PDF/UA-1, and a picture for Word, by Typst.

Words go in as one JSON value, never as source, so that no character of a document can be taken for
an instruction. Only the typefaces inside Typst are used: the same document gives the same bytes on
every machine, and nothing is fetched.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

STANDARD: Final = "ua-1"
MOST_REPLACED: Final = 64

_NO_GLYPH = re.compile(r'the text `"(.+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_ONE_PICTURE: Final = (
    b"#set page(width: auto, height: auto, margin: 2pt)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", width: 480pt)\n'
)
_DOTS_PER_INCH: Final = 144


class TypesettingError(Exception):
    """A document that cannot be set; the text says what is wrong with it."""


def tagged_pdf(template: Path, contents: Mapping[str, Any]) -> bytes:
    """The PDF's bytes, complete: fonts embedded, text extractable, structure tagged.

    PDF/UA-1 forbids a character that no embedded typeface can show (a pictograph, say); each is
    set as its code and name in brackets. Raises TypesettingError when there are too many of them,
    or the template refuses the contents.
    """
    words = json.dumps(contents, ensure_ascii=False)
    for _ in range(MOST_REPLACED):
        try:
            return typst.compile(
                template,
                root=template.parent,
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"contents": words},
                pdf_standards=STANDARD,
                timestamp=0,
            )
        except typst.TypstError as error:
            words = _without_missing(words, str(error))
    raise TypesettingError(
        f"more than {MOST_REPLACED} characters cannot be shown by the typefaces of the PDF."
    )


def picture(svg: str) -> bytes:
    """An SVG as a PNG, for documents that cannot hold the drawing itself."""
    return typst.compile(
        _ONE_PICTURE,
        ignore_system_fonts=True,
        format="png",
        ppi=_DOTS_PER_INCH,
        sys_inputs={"svg": svg},
    )


def _without_missing(words: str, message: str) -> str:
    """The contents with the characters that the message complains of spelled out."""
    missing = _NO_GLYPH.search(message)
    letters = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), missing[1]) if missing else ""
    replaced = words
    for letter in letters:
        if ord(letter) > 0x7F:
            replaced = replaced.replace(letter, _spelled_out(letter))
    if replaced == words:
        raise TypesettingError(f"the PDF could not be set: {message}")
    return replaced


def _spelled_out(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return f"[U+{ord(letter):04X}{' ' + name if name else ''}]"
