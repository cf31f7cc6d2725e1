"""A web page as lines of text, in the form that a plain text file has.

A block is a line with blank ones around it, a table row a line with tabs between its cells, a list
item a line that begins with a hyphen. Scripts, styles and the window's title hold no text of the
document. Words keep the number of the line of the file on which their block begins.

The tags are found with one pattern that looks at each character once; the standard library's
parser takes time with the square of the length on pages with tags that never end.
"""

import re

from dutybook.documents.reading.errors import ReadingError
from dutybook.documents.reading.markup import squeeze, strip_markup
from dutybook.documents.reading.source import Line

_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "nav", "address", "body"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "br", "hr"}
    | {"table", "caption", "thead", "tbody", "tfoot", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_CELLS = frozenset({"td", "th"})
_TAG = re.compile(r"<(/?)([A-Za-z!?][A-Za-z0-9:-]*)[^<>]*>")
_COMMENT_END = re.compile("-->")

# Parts whose text is not the document's, and where each ends.
_ENDS = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("title", "script", "style", "template", "noscript")
}


def is_web_page(text: str) -> bool:
    beginning = text.lstrip()[:300].lower()
    return beginning.startswith(("<!doctype html", "<html"))


def web_page_lines(text: str, *, name: str) -> tuple[Line, ...]:
    """The lines of a page. Raises ReadingError where a comment or a script never ends."""
    page = _Page()
    at = 0
    while at < len(text):
        opened = text.find("<", at)
        opened = len(text) if opened < 0 else opened
        page.words(text[at:opened])
        if text.startswith("<!--", opened):
            at = _after(text, _COMMENT_END, opened, name=name)
            page.skip(text[opened:at])
            continue
        tag = _TAG.match(text, opened)
        if tag is None:
            page.words(text[opened : opened + 1])
            at = opened + 1
            continue
        at = tag.end()
        if tag[2].lower() in _ENDS and not tag[1]:
            at = _after(text, _ENDS[tag[2].lower()], at, name=name)
        else:
            page.tag(tag[2].lower(), closing=bool(tag[1]), written=tag[0])
        page.skip(text[opened:at])
    return page.finish()


def _after(text: str, end: re.Pattern[str], begun: int, *, name: str) -> int:
    found = end.search(text, begun)
    if found is None:
        raise ReadingError(
            what="a comment, script or other hidden part of the page never ends.",
            where=f"{name}, line {text.count(chr(10), 0, begun) + 1}",
            remedy="Save the page again, or paste its text into a plain text file.",
        )
    return found.end()


class _Page:
    """The lines of a page, gathered tag by tag."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._number = 1
        self._begins = 0
        self._words: list[str] = []
        self._cells = 0
        self._term = ""

    def words(self, written: str) -> None:
        if written.strip() and not self._begins:
            leading = written[: len(written) - len(written.lstrip())]
            self._begins = self._number + leading.count("\n")
        self._words.append(written.replace("\t", " "))
        self.skip(written)

    def skip(self, written: str) -> None:
        self._number += written.count("\n")

    def tag(self, name: str, *, closing: bool, written: str) -> None:
        if name in _CELLS:
            if not closing:
                self._words.append("\t" if self._cells else "")
                self._cells += 1
        elif name in {"tr", "table"}:
            self._end_block()
        elif name not in _BLOCKS:
            return
        elif self._cells:
            # The markup inside a cell is read with the cell, as in a pasted table.
            self._words.append(squeeze(written))
        elif name == "dt" and closing:
            self._flush_term()
            self._term = squeeze("".join(self._words)).rstrip(":")
            self._words.clear()
        else:
            self._end_block()
            self._words.append("- " if name == "li" and not closing else "")

    def finish(self) -> tuple[Line, ...]:
        self._end_block()
        self._flush_term()
        return tuple(self._lines)

    def _end_block(self) -> None:
        """Close the line being gathered, if it has any words."""
        cells = "".join(self._words).split("\t")
        raw = "\t".join(squeeze(cell) for cell in cells)
        self._words.clear()
        self._cells = 0
        if not strip_markup(raw).strip("- "):
            return
        if self._term:
            raw, self._term = f"{self._term}: {raw}", ""
        self._emit(raw)

    def _flush_term(self) -> None:
        if self._term:
            self._emit(self._term)
            self._term = ""

    def _emit(self, raw: str) -> None:
        place = len(self._lines) + 1
        self._lines.append(Line(place, self._begins, raw))
        self._lines.append(Line(place + 1, self._begins, ""))
        self._begins = 0
