"""What a person should look at in a response that has been read. It changes nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from dutybook.documents.reading.dates import day_in_words
from dutybook.documents.reading.markup import has_markup
from dutybook.documents.reading.model import (
    Furniture,
    InspectionAsPrinted,
    PublishedResponse,
    ReadingWarning,
    RecommendationAsPrinted,
    SourceLines,
    StatementAsPrinted,
)
from dutybook.documents.reading.source import Line

_NEAR = 7
"""Days. A deadline this near to its neighbours' is more likely a slip than meant."""


def observations(read: PublishedResponse, lines: Iterable[Line]) -> tuple[ReadingWarning, ...]:
    return (
        *_of_the_inspection(read.inspection),
        *_of_the_numbers(read.inspection, read.recommendations),
        *_of_each(read.recommendations),
        *_of_the_deadlines(read.recommendations),
        *_of_the_statement(read.statement),
        *_of_the_form(read.furniture, lines),
        *_of_the_unplaced(read.unplaced),
    )


def _of_the_inspection(inspection: InspectionAsPrinted) -> Iterator[ReadingWarning]:
    if inspection.title is None:
        yield ReadingWarning("no title", "The document does not say which inspection it answers.")
    if inspection.other_titles:
        titles = (inspection.title or "", *inspection.other_titles)
        forms = " and ".join(f"“{title}”" for title in titles)
        yield ReadingWarning(
            "two titles",
            f"The inspection's title is printed in more than one form: {forms}.",
            _printing(inspection, titles),
        )
    if inspection.published_as_printed is None:
        yield ReadingWarning(
            "no publication date", "The document does not say when the report was published."
        )
    elif inspection.published is None:
        yield ReadingWarning(
            "date not read",
            f"“{inspection.published_as_printed}” is not plainly one day of the calendar; the "
            "publication date is kept as printed only.",
            _printing(inspection, (inspection.published_as_printed,)),
        )


def _of_the_numbers(
    inspection: InspectionAsPrinted, read: Sequence[RecommendationAsPrinted]
) -> Iterator[ReadingWarning]:
    if not read:
        yield ReadingWarning(
            "no recommendations",
            "No recommendation was found; this may not be a published response.",
        )
    present = Counter(r.number for r in read)
    for number, times in sorted(present.items()):
        if times > 1:
            lines = tuple(n for r in read if r.number == number for n in _numbers(r.lines))
            yield ReadingWarning(
                "repeated number", f"Recommendation {number} stands {times} times.", lines
            )
    count = inspection.recommendation_count
    if count:
        absent = [str(n) for n in range(1, count + 1) if n not in present]
        if absent:
            yield ReadingWarning(
                "recommendations absent",
                f"The summary speaks of {count} recommendations; the document has no text or "
                f"position for {', '.join(absent)}.",
            )


def _of_each(read: Sequence[RecommendationAsPrinted]) -> Iterator[ReadingWarning]:
    for r in read:
        lines = _numbers(r.lines)
        if not r.text:
            yield ReadingWarning(
                "no text", f"Recommendation {r.number}: what was asked was not found.", lines
            )
        if not r.position:
            yield ReadingWarning(
                "no position", f"Recommendation {r.number}: no position was found.", lines
            )
        if r.deadline_as_printed is None:
            yield ReadingWarning(
                "no deadline", f"Recommendation {r.number}: no deadline is printed.", lines
            )
        elif r.deadline is None:
            yield ReadingWarning(
                "date not read",
                f"Recommendation {r.number}: “{r.deadline_as_printed}” is not plainly one day of "
                "the calendar; the deadline is kept as printed only.",
                lines,
            )


def _of_the_deadlines(read: Sequence[RecommendationAsPrinted]) -> Iterator[ReadingWarning]:
    """A deadline a few days off one that more of the recommendations share."""
    shared = Counter(r.deadline for r in read if r.deadline)
    for r in read:
        if r.deadline is None:
            continue
        for day, times in shared.most_common():
            near = 0 < abs((r.deadline - day).days) <= _NEAR
            if near and times > shared[r.deadline]:
                yield ReadingWarning(
                    "deadline differs",
                    f"Recommendation {r.number} prints {r.deadline_as_printed}, where {times} "
                    f"others have {day_in_words(day)}. It is kept as printed: meant, or a "
                    "slip.",
                    _numbers(r.lines),
                )
                break


def _of_the_statement(statement: StatementAsPrinted) -> Iterator[ReadingWarning]:
    if not statement.text:
        yield ReadingWarning("no statement", "No statement by the commissioner was found.")
    elif statement.name is None or statement.office is None:
        yield ReadingWarning(
            "not signed", "The statement does not close with both a name and an office."
        )


def _of_the_form(furniture: Sequence[Furniture], lines: Iterable[Line]) -> Iterator[ReadingWarning]:
    marked = tuple(line.number for line in lines if has_markup(line.raw))
    if marked:
        yield ReadingWarning(
            "markup", "Raw markup stands in the text; its words were kept and it was not.", marked
        )
    headers = [f for f in furniture if f.kind == "page header"]
    if len(headers) > 1:
        yield ReadingWarning(
            "page header",
            f"The page header is printed {len(headers)} times, also inside the text.",
            tuple(n for f in headers for n in _numbers(f.lines)),
        )


def _of_the_unplaced(unplaced: SourceLines) -> Iterator[ReadingWarning]:
    if unplaced:
        yield ReadingWarning(
            "unplaced",
            f"{len(unplaced)} lines could not be placed and need a person.",
            _numbers(unplaced),
        )


def _printing(inspection: InspectionAsPrinted, words: Sequence[str]) -> tuple[int, ...]:
    """The lines of the inspection's part that print any of the words."""
    return tuple(li.number for li in inspection.lines if any(w in li.text for w in words))


def _numbers(lines: SourceLines) -> tuple[int, ...]:
    return tuple(line.number for line in lines)
