"""A response as open data, by a schema that is published with it."""

import json
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final

from dutybook.documents.reading.model import Passages
from dutybook.documents.response.model import (
    ResponseDocument,
    ResponseLayer,
    ResponsePromise,
    ResponseRecommendation,
)

FORMAT: Final = "dutybook-response"
VERSION: Final = 1
SCHEMA_NAME: Final = "response-1.schema.json"
_SCHEMA = Path(__file__).parent / "templates" / SCHEMA_NAME


@cache
def response_schema() -> str:
    """The JSON Schema (draft 2020-12) of version 1, as it is published."""
    return _SCHEMA.read_text(encoding="utf-8")


def to_json(document: ResponseDocument) -> str:
    """The response as JSON. What nobody has said is null, or an empty list; days are ISO 8601."""
    values = {
        "$schema": SCHEMA_NAME,
        "format": FORMAT,
        "version": VERSION,
        "provenance": document.provenance,
        "local_policing_body": document.local_policing_body,
        "office_holder": document.office_holder,
        "force": document.force,
        "inspection": {
            "title": document.inspection_title,
            "inspectorate": document.inspectorate,
            "types": list(document.types),
            "scope": document.scope,
            "published": _day(document.report_published),
            "published_as_printed": document.report_published_as_printed,
        },
        "last_day_to_publish": _day(document.last_day),
        "response_published": _day(document.response_published),
        "summary": _passages(document.summary),
        "recommendations": [_recommendation(one) for one in document.recommendations],
        "statement": {
            "text": _passages(document.statement),
            "name": document.statement_name,
            "office": document.statement_office,
        },
        "notes": list(document.notes),
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _recommendation(one: ResponseRecommendation) -> dict[str, Any]:
    return {
        "number": one.number,
        "asked": _passages(one.text),
        "addressee": one.addressee,
        "deadline": _day(one.deadline),
        "deadline_as_printed": one.deadline_as_printed,
        "position": {
            "text": _passages(one.position),
            "signatory": one.signatory,
            "end": one.end,
        },
        "limbs": [
            {
                "code": limb.key,
                "asked": limb.asked,
                "finding": limb.finding,
                "figures": limb.figures,
                "tested": limb.tested,
                "layers": _layers(limb.layers),
                "numbers": [{**asdict(one), "day": _day(one.day)} for one in limb.numbers],
            }
            for limb in one.limbs
        ],
        "commissioner": {
            "action_or_why_none": one.commissioner_action,
            "reply_to_chief_officer": one.reply_to_chief,
        },
        "promises": [_promise(each) for each in one.promises],
        "layers": _layers(one.layers),
    }


def _layers(layers: tuple[ResponseLayer, ...]) -> list[dict[str, Any]]:
    return [{**asdict(each), "on": _day(each.on)} for each in layers]


def _promise(one: ResponsePromise) -> dict[str, Any]:
    days = {name: _day(getattr(one, name)) for name in ("by_when", "first_by", "on")}
    return {**asdict(one), **days}


def _passages(passages: Passages) -> list[dict[str, str]]:
    return [{"kind": passage.kind, "text": passage.text} for passage in passages]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
