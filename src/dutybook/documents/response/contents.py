"""A response document laid out as plain values, from which every format is set.

The web page and the PDF are made from this one layout, so that neither can say what the other
does not.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from dutybook.documents.reading.dates import day_in_words
from dutybook.documents.reading.model import SIGNATORY_NOT_STATED, Passages
from dutybook.documents.response.model import (
    ResponseDocument,
    ResponseLayer,
    ResponsePromise,
    ResponseRecommendation,
)
from dutybook.documents.response.wording import ENGLISH

Values = dict[str, object]


def contents_of(document: ResponseDocument, *, wording: Mapping[str, str] = ENGLISH) -> Values:
    """JSON-ready values: headings, facts, tables and blocks of text, in reading order."""
    anchors = _anchors(document.recommendations)
    known = [(r, a) for r, a in zip(document.recommendations, anchors, strict=True) if a]
    title = document.inspection_title
    return {
        "wording": dict(wording),
        "title": wording["title"].format(title=title) if title else wording["title unknown"],
        "running": document.local_policing_body or wording["title unknown"],
        "body": document.local_policing_body or "",
        "provenance": document.provenance or "",
        "facts": _facts(document, wording),
        "summary": _blocks(document.summary),
        "coverage": [
            _coverage_row(r, a, wording)
            for r, a in zip(document.recommendations, anchors, strict=True)
        ],
        "recommendations": [_recommendation(r, a, wording) for r, a in known],
        "statement": _blocks(document.statement),
        "signature": [s for s in (document.statement_name, document.statement_office) if s],
        "notes": list(document.notes),
    }


def _anchors(recommendations: Sequence[ResponseRecommendation]) -> list[str]:
    """A name for each recommendation that has something to show; empty for the others."""
    names: list[str] = []
    for r in recommendations:
        name = f"recommendation-{r.number}"
        while name in names:
            name += "-again"
        names.append(name if r.text or r.position or r.limbs else "")
    return names


def _facts(document: ResponseDocument, wording: Mapping[str, str]) -> list[Values]:
    absent = wording["not stated"]
    last_day = document.last_day
    published = document.report_published_as_printed or _day(document.report_published)
    rows = [
        ("body", document.local_policing_body),
        ("holder", document.office_holder),
        ("force", document.force),
        ("inspectorate", document.inspectorate),
        ("published", published),
        (
            "last day",
            wording["last day value"].format(day=day_in_words(last_day))
            if last_day
            else wording["last day unknown"],
        ),
        ("responded", _day(document.response_published)),
        ("types", ", ".join(document.types)),
        ("scope", document.scope),
    ]
    return [
        {"term": wording[key], "value": value or absent, "stated": bool(value)}
        for key, value in rows
    ]


def _coverage_row(r: ResponseRecommendation, anchor: str, wording: Mapping[str, str]) -> Values:
    if not anchor:
        deadline, asked_of, held = wording["not available"], wording["not known"], "no text"
    else:
        deadline, asked_of = wording["not stated"], wording["not stated"]
        held = "answered" if r.position else "no position"
    return {
        "number": r.number,
        "anchor": anchor,
        "deadline": _deadline(r) or deadline,
        "asked_of": r.addressee or asked_of,
        "held": wording[held],
    }


def _recommendation(r: ResponseRecommendation, anchor: str, wording: Mapping[str, str]) -> Values:
    absent = wording["not stated"]
    own = (("action", r.commissioner_action), ("reply", r.reply_to_chief))
    return {
        "number": r.number,
        "anchor": anchor,
        "heading": wording["recommendation"].format(number=r.number),
        "deadline": _deadline(r) or absent,
        "asked": _blocks(r.text),
        "position": _blocks(r.position),
        "marks": [mark for mark in (_signatory(r, wording), r.end) if mark],
        "evidence_caption": wording["evidence caption"].format(number=r.number),
        "limbs": [
            {
                "key": limb.key,
                "asked": limb.asked,
                "finding": limb.finding or absent,
                "figures": limb.figures or absent,
                "tested": limb.tested or "",
            }
            for limb in r.limbs
        ],
        "layers": [
            {"heading": heading, "said": [layer_in_words(one) for one in layers]}
            for heading, layers in (
                (wording["whole"], r.layers),
                *((wording["part"].format(key=limb.key), limb.layers) for limb in r.limbs),
            )
            if layers
        ],
        "own": [
            {"term": wording[key], "value": value or absent, "stated": bool(value)}
            for key, value in own
        ],
        "promises": [promise_in_words(one) for one in r.promises],
    }


def layer_in_words(one: ResponseLayer) -> str:
    """Whose word, when and what, and then what else may be published of it."""
    words = f" {one.words}" if one.words else ""
    return f"{one.layer}, {_day(one.on)}: {one.says}.{words}"


def promise_in_words(one: ResponsePromise) -> str:
    """A promise in two sentences: what it is, then whose, by when and how it stands."""
    money = f", £{one.amount:,}" if one.amount is not None else ""
    moved = f" (first {_day(one.first_by)})" if one.first_by != one.by_when else ""
    on = f" on {_day(one.on)}" if one.on else ""
    return (
        f"{one.what.rstrip('.')}. {one.whose}{money}, by {_day(one.by_when)}{moved}: "
        f"{one.stands}{on}."
    )


def _signatory(r: ResponseRecommendation, wording: Mapping[str, str]) -> str | None:
    if r.signatory is None or r.signatory == SIGNATORY_NOT_STATED:
        return r.signatory
    return wording["signatory"].format(name=r.signatory)


def _deadline(r: ResponseRecommendation) -> str | None:
    return r.deadline_as_printed or _day(r.deadline)


def _day(day: date | None) -> str | None:
    return day_in_words(day) if day else None


def _blocks(passages: Passages) -> list[Values]:
    """Paragraphs as they are, neighbouring list items together as one list."""
    blocks: list[Values] = []
    items: list[str] = []
    for passage in passages:
        if passage.kind == "item":
            if not items:
                blocks.append({"kind": "list", "items": items})
            items.append(passage.text)
        else:
            items = []
            blocks.append({"kind": "paragraph", "text": passage.text})
    return blocks
