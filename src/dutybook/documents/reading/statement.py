"""The commissioner's own statement, and the name and office at its end."""

import re
from collections.abc import Sequence

from dutybook.documents.reading.landmarks import is_fragment, names_an_office
from dutybook.documents.reading.markup import starts_item, strip_markup
from dutybook.documents.reading.model import Passage, StatementAsPrinted
from dutybook.documents.reading.segments import Segment, groups_of, source_lines
from dutybook.documents.reading.source import Line

_LONGEST_SIGN_OFF = 4
_NAME_THEN_OFFICE = re.compile(r"([^,]{3,60}),\s+(.{3,})")


def read_statement(
    headings: Sequence[Line], body: Sequence[Segment]
) -> tuple[StatementAsPrinted, tuple[Line, ...]]:
    """The statement under its heading, and the lines of it that could not be placed."""
    lines = [line for segment in body for line in segment.lines]
    signed = _sign_off(lines)
    name, office, signing = _name_and_office(signed)
    remaining = {line.place for line in lines} - {line.place for line in signed}
    text: list[Passage] = []
    placed = [*headings, *signing]
    unplaced = [line for line in signed if line not in signing]
    for segment in body:
        kept = tuple(line for line in segment.lines if line.place in remaining)
        for group in groups_of(kept):
            if group.stray:
                unplaced.extend(group.lines)
            else:
                text.extend(group.passages)
                placed.extend(group.lines)
    statement = StatementAsPrinted(
        text=tuple(text), name=name, office=office, lines=source_lines(placed)
    )
    return statement, tuple(unplaced)


def _sign_off(lines: Sequence[Line]) -> list[Line]:
    """The short lines that close the statement, none of them a sentence or a list item."""
    signed: list[Line] = []
    for line in reversed(lines):
        words = strip_markup(line.raw)
        if len(signed) == _LONGEST_SIGN_OFF or not is_fragment(words) or starts_item(line.raw):
            break
        signed.insert(0, line)
    return signed


def _name_and_office(signed: Sequence[Line]) -> tuple[str | None, str | None, list[Line]]:
    """The name and office in the closing lines, and the lines that print them."""
    if not signed:
        return None, None, []
    words = [strip_markup(line.raw) for line in signed]
    if not names_an_office(words[-1]):
        return None, None, []
    on_one_line = _NAME_THEN_OFFICE.fullmatch(words[-1])
    if on_one_line and not names_an_office(on_one_line[1]):
        return on_one_line[1], on_one_line[2], [signed[-1]]
    if len(words) > 1 and not names_an_office(words[-2]):
        return words[-2], words[-1], list(signed[-2:])
    return None, words[-1], [signed[-1]]
