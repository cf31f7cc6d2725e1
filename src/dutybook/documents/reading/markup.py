"""Markup taken off pasted text without losing its words.

Only the names of real HTML elements count as markup; any other ``<...>`` stays as written, since
it may be what the author meant.
"""

import html
import re
from collections.abc import Iterable

from dutybook.documents.reading.errors import ReadingError
from dutybook.documents.reading.model import Passage, PassageKind, Passages

_BREAKING = "p div ul ol li br table thead tbody tfoot tr td th dl dt dd h1 h2 h3 h4 h5 h6"
_INLINE = (
    "a abbr b bdi bdo big body center cite code col colgroup del em figure figcaption font form "
    "footer head header hr html i img input ins label link main mark meta nav o:p pre q s script "
    "section small span strike strong style sub sup svg tt u"
)
_NAMES = "|".join(f"{_BREAKING} {_INLINE}".split())
_TAG = re.compile(rf"<!--[^<]*?-->|<\s*+(/?)\s*+({_NAMES})(?=[\s/>\x01\x02])[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAKING_NAMES = frozenset(_BREAKING.split())

# Private-use characters are the bullets of Word's symbol typefaces.
BULLETS = "•‣▪◦·●○■\uf0b7\uf0a7"
_BULLET_AT_START = re.compile(rf"^\s*(?:[{BULLETS}]|[-–—*](?=\s))\s*")
_INLINE_BULLET = re.compile(rf"(?:^|(?<=\s))[{BULLETS}](?=\s)")

# Marks that stand in for structure while the text is cut up; both are refused in a file.
_BREAK, _ITEM = "\x01", "\x02"

_DEEPEST = 8


def has_markup(text: str) -> bool:
    return _one_round(text) != text


def squeeze(text: str) -> str:
    """The words with one space between them (no-break spaces and tabs included)."""
    return " ".join(text.split())


def strip_markup(text: str) -> str:
    """The words of one line, without tags, character codes or doubled spaces."""
    return squeeze(_cut(text).replace(_BREAK, " ").replace(_ITEM, " "))


def passages_of(text: str) -> Passages:
    """The paragraphs and list items of one cell or one paragraph of pasted text."""
    found: list[Passage] = []
    for part in _split_bullets(_cut(text)).split(_BREAK):
        item = part.lstrip().startswith(_ITEM)
        words = squeeze(part.replace(_ITEM, " "))
        unbulleted = _BULLET_AT_START.sub("", words)
        kind: PassageKind = "item" if item or unbulleted != words else "paragraph"
        if unbulleted:
            found.append(Passage(kind=kind, text=unbulleted))
    return tuple(found)


def cell_of(parts: Iterable[tuple[bool, str]]) -> str:
    """The parts of a table's cell, each with whether it is a list item, on one line.

    Several are told apart by markup, as in a pasted table; what looks like markup in the words
    themselves is kept as words.
    """
    written = [
        (is_item, html.escape(squeeze(words), quote=False))
        for is_item, words in parts
        if words.strip()
    ]
    if len(written) == 1 and not written[0][0]:
        return written[0][1]
    return "".join(
        f"<li>{words}</li>" if is_item else f"<p>{words}</p>" for is_item, words in written
    )


def starts_item(line: str) -> bool:
    return bool(_BULLET_AT_START.match(line))


def without_mark(line: str) -> str:
    """A list item's line without the mark that begins it."""
    return _BULLET_AT_START.sub("", line)


def _split_bullets(text: str) -> str:
    return _INLINE_BULLET.sub(f"{_BREAK}{_ITEM}", text)


def _cut(text: str) -> str:
    """Tags become marks, character codes their characters, until neither is left.

    Exports are sometimes encoded twice, so that one round uncovers more.
    """
    for _ in range(_DEEPEST):
        cut = _one_round(text)
        if cut == text:
            return text
        text = cut
    raise ReadingError(
        what=f"markup is nested in itself more than {_DEEPEST} deep.",
        where=f"the line that begins {squeeze(text)[:40]!r}",
        remedy="Paste the text without its markup, and read that.",
    )


def _one_round(text: str) -> str:
    if "<" not in text and "&" not in text:
        return text
    return _ENTITY.sub(_character_for, _TAG.sub(_mark_for, text))


def _mark_for(tag: re.Match[str]) -> str:
    name = (tag.group(2) or "").lower()
    if name == "li" and not tag.group(1):
        return f"{_BREAK}{_ITEM}"
    return _BREAK if name in _BREAKING_NAMES else ""


def _character_for(entity: re.Match[str]) -> str:
    character = html.unescape(entity.group())
    if character == entity.group() or character.isprintable():
        return character
    return " " if character.isspace() else ""
