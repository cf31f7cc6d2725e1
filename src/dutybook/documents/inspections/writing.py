"""An inspection written as the JSON description that `load_inspection` reads."""

import json
from typing import Any

from dutybook.documents.inspections.loading import FORMAT
from dutybook.documents.inspections.model import (
    Counts,
    Inspection,
    InspectionRecommendation,
    Limb,
)


def inspection_json(inspection: Inspection) -> str:
    """The description, which read again gives the same inspection."""
    values = {
        "format": FORMAT,
        "key": inspection.key,
        "version": inspection.version,
        "inspectorate": inspection.inspectorate,
        "title": inspection.title,
        "other_titles": list(inspection.other_titles),
        "published": inspection.published.isoformat(),
        "types": list(inspection.types),
        "scope": inspection.scope,
        "recommendation_count": len(inspection.recommendations),
        "source": inspection.source,
        "recommendations": [_recommendation(one) for one in inspection.recommendations],
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _recommendation(one: InspectionRecommendation) -> dict[str, Any]:
    if one.title is None or one.deadline is None:
        return {"number": one.number, "text_available": False}
    note = {"deadline_note": one.deadline_note} if one.deadline_note else {}
    return {
        "number": one.number,
        "text_available": True,
        "title": one.title,
        "addressees": list(one.addressees),
        "deadline_as_printed": one.deadline_as_printed,
        "deadline": one.deadline.isoformat(),
        **note,
        "limbs": [_limb(limb) for limb in one.limbs],
    }


def _limb(limb: Limb) -> dict[str, Any]:
    counts = {} if limb.counts is Counts.MET else {"counts": limb.counts.value}
    return {
        "key": limb.key,
        "title": limb.title,
        "asked": limb.asked,
        "shown_by": limb.shown_by.value,
        "how": limb.how,
        "duties": list(limb.duties),
        **counts,
    }
