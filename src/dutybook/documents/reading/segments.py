"""The lines of a document cut where its form cuts them.

A segment is a landmark with the lines that run on from it, or a stretch of ordinary lines with no
blank line and no landmark in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dutybook.documents.reading.landmarks import Landmark, is_fragment, landmark_in
from dutybook.documents.reading.markup import passages_of, starts_item, strip_markup
from dutybook.documents.reading.model import Passages, SourceLine, SourceLines
from dutybook.documents.reading.source import Line


@dataclass(frozen=True, slots=True)
class Segment:
    landmark: Landmark | None
    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        return strip_markup(self.joined)

    @property
    def joined(self) -> str:
        """The raw lines as one, tabs and markup kept."""
        return " ".join(line.raw.strip(" ") for line in self.lines)

    @property
    def rest(self) -> str:
        """What a landmark's lines say after the landmark itself."""
        if self.landmark is None:
            return self.words
        further = " ".join(strip_markup(line.raw) for line in self.lines[1:])
        return f"{self.landmark.rest} {further}".strip()


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together (a paragraph, or one list item) and the passages in them."""

    lines: tuple[Line, ...]
    passages: Passages

    @property
    def stray(self) -> bool:
        """Whether this is a scrap of words that no form of response explains."""
        return all(p.kind == "paragraph" and is_fragment(p.text) for p in self.passages)


def segments_of(lines: Sequence[Line], *, aside: frozenset[int]) -> tuple[Segment, ...]:
    """The segments of all lines but those whose places are in ``aside``.

    A paragraph that a page header interrupts (it stops without a full stop and goes on in lower
    case after the header) is one segment.
    """
    segments: list[Segment] = []
    gathered: list[Line] = []
    landmark: Landmark | None = None
    header_between = False

    def close() -> None:
        nonlocal landmark
        if gathered:
            segments.append(Segment(landmark, tuple(gathered)))
            gathered.clear()
        landmark = None

    for line in lines:
        if line.place in aside:
            header_between = True
            close()
            continue
        if line.blank:
            close()
            continue
        words = strip_markup(line.raw)
        found = landmark_in(words, raw=line.raw)
        if found is not None:
            close()
            landmark = found
        elif not gathered and header_between and _runs_on(segments, words):
            last = segments.pop()
            landmark = last.landmark
            gathered.extend(last.lines)
        header_between = False
        gathered.append(line)
    close()
    return tuple(segments)


def _runs_on(segments: Sequence[Segment], words: str) -> bool:
    if not segments or not words[:1].islower():
        return False
    last = segments[-1].words
    return last[-1:].isalnum() or last.endswith(",")


def groups_of(lines: Iterable[Line]) -> tuple[Group, ...]:
    """The paragraphs and list items of a segment's lines; an item runs on until the next one."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or starts_item(line.raw):
            groups.append([line])
        else:
            groups[-1].append(line)
    return tuple(
        Group(tuple(group), passages_of(" ".join(line.raw for line in group))) for group in groups
    )


def source_lines(lines: Iterable[Line]) -> SourceLines:
    """The lines as the result shows them, in reading order."""
    in_order = sorted(lines, key=lambda line: line.place)
    return tuple(SourceLine(line.number, strip_markup(line.raw)) for line in in_order)
