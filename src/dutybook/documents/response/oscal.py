"""A response's findings as OSCAL assessment results, for tools that read such results.

OSCAL knows *satisfied* and *not satisfied*. Only *fully shown* is the first; every other finding is
the second, with its own words beside it, so that nothing missing reads as met. A part of which
nobody has said what the records show is no finding at all.
https://pages.nist.gov/OSCAL/
"""

import json
from datetime import datetime
from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

from dutybook.documents.response.model import (
    ResponseDocument,
    ResponseLimb,
    ResponseRecommendation,
)
from dutybook.documents.response.wording import ENGLISH

OSCAL_VERSION: Final = "1.1.3"
SHOWN: Final = "Fully shown"
_OURS: Final = uuid5(NAMESPACE_URL, "dutybook response")


def to_oscal(document: ResponseDocument, *, made_at: datetime) -> str:
    """The findings as OSCAL JSON, last changed at `made_at`; the same response, the same ids."""
    whole = _id(document.force or "", document.inspection_title or "")
    plan = _id(str(whole), "how figures are made")
    results = {
        "uuid": str(whole),
        "metadata": {
            "title": document.inspection_title or ENGLISH["title unknown"],
            "last-modified": made_at.isoformat(),
            "version": (document.response_published or made_at.date()).isoformat(),
            "oscal-version": OSCAL_VERSION,
            **({"remarks": document.provenance} if document.provenance else {}),
        },
        "import-ap": {"href": f"#{plan}"},
        "results": [_result(document, whole, made_at)],
        "back-matter": {
            "resources": [
                {
                    "uuid": str(plan),
                    "title": "How the figures are made",
                    "description": "Each figure is counted from the records by the definition of "
                    "its duty. The manual gives every definition with its source and examples.",
                }
            ]
        },
    }
    return json.dumps({"assessment-results": results}, ensure_ascii=False, indent=2) + "\n"


def _result(document: ResponseDocument, whole: UUID, made_at: datetime) -> dict[str, Any]:
    known = [one for one in document.recommendations if one.limbs]
    selected = [{"control-id": _control(one)} for one in known]
    selection: dict[str, Any] = {"include-controls": selected} if selected else {"include-all": {}}
    observations, findings = [], []
    for one in known:
        for limb in one.limbs:
            if limb.finding:
                seen = _observation(limb, whole, made_at)
                observations.append(seen)
                findings.append(_finding(one, limb, whole, seen["uuid"]))
    result: dict[str, Any] = {
        "uuid": str(_id(str(whole), "result")),
        "title": document.force or ENGLISH["force"],
        "description": "What the records of the force show of each part of each recommendation.",
        "start": made_at.isoformat(),
        "reviewed-controls": {"control-selections": [selection]},
    }
    if findings:
        result |= {"observations": observations, "findings": findings}
    return result


def _observation(limb: ResponseLimb, whole: UUID, made_at: datetime) -> dict[str, Any]:
    return {
        "uuid": str(_id(str(whole), "observation", limb.key)),
        "description": " ".join(
            text for text in (limb.figures or "No figure is published.", limb.tested) if text
        ),
        "methods": ["EXAMINE"],
        "types": ["finding"],
        "collected": made_at.isoformat(),
    }


def _finding(
    one: ResponseRecommendation, limb: ResponseLimb, whole: UUID, observed: str
) -> dict[str, Any]:
    shown = limb.finding == SHOWN
    return {
        "uuid": str(_id(str(whole), "finding", limb.key)),
        "title": f"{limb.key}: {limb.finding}",
        "description": limb.asked,
        "target": {
            "type": "objective-id",
            "target-id": f"{_control(one)}.{limb.key}",
            "status": {
                "state": "satisfied" if shown else "not-satisfied",
                "reason": "pass" if shown else "other",
                "remarks": limb.finding,
            },
        },
        "related-observations": [{"observation-uuid": observed}],
    }


def _control(one: ResponseRecommendation) -> str:
    return f"recommendation-{one.number}"


def _id(*parts: str) -> UUID:
    return uuid5(_OURS, "\x1f".join(parts))
