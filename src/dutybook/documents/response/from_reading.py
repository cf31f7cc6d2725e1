"""A published response that was read, as a response document: converted, and saying so."""

import re

from dutybook.documents.reading.model import (
    PublishedResponse,
    RecommendationAsPrinted,
    plain_text,
)
from dutybook.documents.response.model import CONVERTED, ResponseDocument, ResponseRecommendation

_ASKED_OF = re.compile(
    r"\b(forces|chief constables|the College of Policing|the Home Office) should"
)

# Warnings about the layout of the file concern whoever mends it, not the reader of a response.
_NOTED = {"two titles", "recommendations absent", "deadline differs", "date not read"} | {
    "repeated number",
    "unplaced",
    "not signed",
}


def build_from_reading(read: PublishedResponse, *, force: str | None = None) -> ResponseDocument:
    """The document that was read, in the product's own form.

    ``force`` is the name of the force where the caller knows it; the document itself does not
    print one in a place of its own. Recommendations that the report is said to make and the
    document does not hold stand in their place, without text.
    """
    inspection = read.inspection
    return ResponseDocument(
        local_policing_body=inspection.answered_by or read.statement.office,
        office_holder=read.statement.name,
        force=force,
        inspection_title=inspection.title,
        inspectorate=inspection.inspectorate,
        types=inspection.types,
        scope=inspection.scope,
        report_published=inspection.published,
        report_published_as_printed=inspection.published_as_printed,
        recommendations=_with_gaps(read),
        summary=inspection.summary,
        statement=read.statement.text,
        statement_name=read.statement.name,
        statement_office=read.statement.office,
        provenance=CONVERTED,
        notes=tuple(w.message for w in read.warnings if w.kind in _NOTED),
    )


def _with_gaps(read: PublishedResponse) -> tuple[ResponseRecommendation, ...]:
    present = [_from_printed(r) for r in read.recommendations]
    numbers = {r.number for r in present}
    last = max([*numbers, read.inspection.recommendation_count or 0])
    absent = [ResponseRecommendation(n) for n in range(1, last + 1) if n not in numbers]
    return tuple(sorted([*present, *absent], key=lambda r: r.number))


def _from_printed(printed: RecommendationAsPrinted) -> ResponseRecommendation:
    asked_of = _ASKED_OF.search(plain_text(printed.text))
    return ResponseRecommendation(
        number=printed.number,
        text=printed.text,
        addressee=asked_of[1] if asked_of else None,
        deadline_as_printed=printed.deadline_as_printed,
        deadline=printed.deadline,
        position=printed.position,
        signatory=printed.signatory,
        end=printed.end,
    )
