"""The lines by which a published response is divided, and the words they are known by.

A line that is none of these is ordinary text. Patterns match a whole line, so that a sentence
that happens to begin like a heading stays a sentence.
"""

import re
from dataclasses import dataclass
from typing import Literal

LandmarkKind = Literal[
    "label",
    "summary heading",
    "recommendations heading",
    "column headings",
    "recommendation",
    "text heading",
    "position heading",
    "statement heading",
]

_NAME = r"(?:[\w’'&,-]+ ){0,6}?"
_FORCE = rf"{_NAME}(?:force|constabulary|police(?: service)?|chief constable)(?:['’]?s?)?"
_LOCAL_BODY = rf"{_NAME}(?:commissioner|mayor|pcc|pfcc|police authority|policing board)"

LABELS = {
    "title of inspection": "title",
    "inspection title": "title",
    "title of report": "title",
    "report title": "title",
    "published on": "published",
    "date published": "published",
    "date of publication": "published",
    "report published": "published",
    "inspection types": "types",
    "inspection type": "types",
    "recommendations": "scope",
}
"""Printed label, in lower case, to the field that it labels."""

_LABEL = re.compile(rf"({'|'.join(LABELS)})\s*:\s*(.*)", re.IGNORECASE)
_RECOMMENDATION = re.compile(
    r"recommendation\s+(\d{1,3})(?:\s*[:–—-]\s*|\s*\.?\s*"
    r"(?:$|(?=by\s|before\s|within\s|immediately\b)))",
    re.IGNORECASE,
)
_HEADINGS: tuple[tuple[LandmarkKind, re.Pattern[str]], ...] = (
    ("summary heading", re.compile(r"(?:report |inspection )?summary", re.I)),
    (
        "recommendations heading",
        re.compile(
            r"recommendations(?: (?:from|of|made by) .{1,80})?(?: and .{1,60} responses?)?", re.I
        ),
    ),
    ("text heading", re.compile(r"what (?:is|was) (?:asked|recommended)|description", re.I)),
    (
        "position heading",
        re.compile(rf"update|response|{_FORCE} (?:response|position|update|comments?)", re.I),
    ),
    (
        "statement heading",
        re.compile(
            rf"{_LOCAL_BODY}(?:['’]?s)? (?:response|statement|comments?)"
            rf"|(?:response|statement|comments) (?:from|by|of) {_LOCAL_BODY}",
            re.I,
        ),
    ),
)
_COLUMNS = re.compile(
    rf"(?:description|recommendation)s?\s*\t\s*(?:update|response|{_FORCE} response)s?", re.I
)
_RESPONSE_TITLE = re.compile(
    r"(?P<who>.{3,120}?)['’]s?\s+(?:statutory )?response to\b.*", re.IGNORECASE
)
_OFFICE = re.compile(r"\b(?:commissioner|mayor|authority|board|chair)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$|[;,] (?:and|or)$", re.IGNORECASE)

_LONGEST_HEADING = 150
"""Characters."""

_LONGEST_FRAGMENT = 80
"""Characters. Longer text without a full stop is still read as a paragraph."""


@dataclass(frozen=True, slots=True)
class Landmark:
    """``value`` is the field of a label or the number of a recommendation; ``rest`` what follows
    on the same line."""

    kind: LandmarkKind
    value: str = ""
    rest: str = ""


def landmark_in(words: str, *, raw: str) -> Landmark | None:
    """The landmark that a line is, or None.

    ``words`` is the line without markup; ``raw`` as it stands in the file, for its tabs.
    """
    if _COLUMNS.fullmatch(raw.strip()):
        return Landmark("column headings")
    recommendation = _RECOMMENDATION.match(words)
    if recommendation:
        return Landmark("recommendation", recommendation[1], words[recommendation.end() :])
    label = _LABEL.fullmatch(words)
    if label:
        return Landmark("label", LABELS[label[1].lower()], label[2])
    heading = words.rstrip(" :")
    if len(heading) > _LONGEST_HEADING:
        return None
    for kind, pattern in _HEADINGS:
        if pattern.fullmatch(heading):
            return Landmark(kind)
    return None


def who_responds(words: str) -> str | None:
    """Who answers, if the words are the title of a response ("Xshire Commissioner's response to
    ..."); None if they are not."""
    title = _RESPONSE_TITLE.fullmatch(words)
    return title["who"] if title else None


def names_an_office(words: str) -> bool:
    return bool(_OFFICE.search(words))


def is_fragment(words: str) -> bool:
    """Whether the words are too short and unfinished to be a sentence or a list item."""
    return len(words) < _LONGEST_FRAGMENT and not _SENTENCE_END.search(words)
