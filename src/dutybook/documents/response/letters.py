"""The letters that go with a response under section 55 of the Police Act 1996, in Word and text."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import docx

from dutybook.documents.reading.dates import day_in_words
from dutybook.documents.word_files import describe, saved

WIDTH: Final = 78
NOT_STATED: Final = "not stated"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: from whom, to whom, of which day, its heading and its paragraphs."""

    sender: str
    addressee: Sequence[str]
    dated: date
    heading: str
    paragraphs: Sequence[str]
    signature: Sequence[str]


@dataclass(frozen=True, slots=True)
class About:
    """What every letter of one response is about. ``body`` is the local policing body's office,
    ``holder`` the person; ``address`` where the public reads the response."""

    body: str | None
    holder: str | None
    force: str
    title: str
    report_published: date | None
    recommendations: int
    released_on: date | None = None
    address: str | None = None


def copy_to_secretary_of_state(about: About, *, dated: date) -> Letter:
    """The copy that section 55(6)(b) asks for."""
    return _copy(about, ("The Secretary of State for the Home Department", "Home Office"), dated)


def copy_to_inspectorate(about: About, *, dated: date) -> Letter:
    """The copy that section 55(6)(a) asks for."""
    return _copy(about, ("His Majesty's Inspectors of Constabulary",), dated)


def invitation(about: About, *, dated: date, answer_by: date | None) -> Letter:
    """The invitation that section 55(4) asks for: the chief officer's comments before a day."""
    before = day_in_words(answer_by) if answer_by else f"[day {NOT_STATED}]"
    return _letter(
        about,
        ("The chief officer of police", about.force),
        dated,
        f"Your comments on “{about.title}”",
        (
            f"The report was published on {_day(about.report_published)}. Section 55(4) of the "
            "Police Act 1996 asks me to invite your comments on it before I prepare mine.",
            f"Please let me have them before {before}. I shall publish them with my own "
            "comments and with my response to yours, as section 55(5) requires.",
            f"The report makes {_recommendations(about)}. For each that is addressed to you, "
            "please say what has been done, by whom it is owned, and by when it will be complete.",
        ),
    )


def letter_text(letter: Letter) -> str:
    """The letter as plain text, lines of at most 78 characters."""
    lines = [letter.sender, "", *letter.addressee, "", day_in_words(letter.dated), ""]
    lines += [*textwrap.wrap(letter.heading, WIDTH), ""]
    for paragraph in letter.paragraphs:
        lines += [*textwrap.wrap(paragraph, WIDTH, break_long_words=False), ""]
    return "\n".join([*lines, *letter.signature]) + "\n"


def letter_docx(letter: Letter) -> bytes:
    """The letter as a Word document, for the office's own paper."""
    made = docx.Document()
    describe(made, title=letter.heading, author=letter.sender)
    for line in (letter.sender, *letter.addressee, day_in_words(letter.dated)):
        made.add_paragraph(line)
    made.add_heading(letter.heading, level=1)
    for paragraph in letter.paragraphs:
        made.add_paragraph(paragraph)
    for line in letter.signature:
        made.add_paragraph(line)
    return saved(made)


def _copy(about: About, addressee: Sequence[str], dated: date) -> Letter:
    where = f" It is kept at {about.address}." if about.address else ""
    return _letter(
        about,
        addressee,
        dated,
        f"Response to “{about.title}”",
        (
            f"The report was published on {_day(about.report_published)} and concerns "
            f"{about.force}. I published my response to it on {_day(about.released_on)}.{where}",
            "I send you a copy of what I published, as section 55(6) of the Police Act 1996 "
            "requires: my comments, the chief officer's, and my response to those.",
            f"The report makes {_recommendations(about)}. The response covers every one of them, "
            "also those that are not addressed to this force, and sets what the force's records "
            "show beside what the force says.",
        ),
    )


def _letter(
    about: About,
    addressee: Sequence[str],
    dated: date,
    heading: str,
    paragraphs: Sequence[str],
) -> Letter:
    sender = about.body or f"The local policing body of {about.force}"
    signature = [one for one in (about.holder, sender) if one]
    return Letter(sender, addressee, dated, heading, paragraphs, signature)


def _recommendations(about: About) -> str:
    count = about.recommendations
    return "one recommendation" if count == 1 else f"{count} recommendations"


def _day(day: date | None) -> str:
    return day_in_words(day) if day else f"[day {NOT_STATED}]"
