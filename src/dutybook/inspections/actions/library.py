"""Keeping the inspections that ship with the product: loaded when absent, updated when newer."""

from django.db import transaction

from dutybook.access import log
from dutybook.access.errors import InvalidInput, NotAllowed
from dutybook.access.models import Operation
from dutybook.access.roles import RecordKind
from dutybook.access.viewer import Viewer
from dutybook.documents.inspections import (
    Inspection as Shipped,
)
from dutybook.documents.inspections import (
    InspectionRecommendation,
    shipped_inspections,
)
from dutybook.duties.catalogue import CATALOGUE
from dutybook.inspections.models import Inspection, Limb, Recommendation
from dutybook.inspections.shown_by import KEPT


@transaction.atomic
def load_library(*, by: Viewer) -> int:
    """Bring in every shipped inspection whose edition is newer than the one here.

    Gives how many were brought in; the same edition again changes nothing. For commands.
    """
    if not by.is_operator:
        raise NotAllowed("the library is loaded at the command line")
    newer = [shipped for shipped in shipped_inspections() if _is_newer(shipped)]
    for shipped in newer:
        _keep(shipped)
    if newer:
        log.record(
            by,
            operation=Operation.COLLECTION,
            kind=RecordKind.INSPECTION,
            subjects=[],
            detail="inspection library loaded",
        )
    return len(newer)


@transaction.atomic
def add_inspection(*, by: Viewer, described: Shipped) -> bool:
    """Bring in an inspection from its description, or a newer edition of one that is here; whether
    anything was brought in. For commands.

    Raises `InvalidInput` for a duty that nobody defined, and for an edition that leaves out a limb
    on which something may have been said.
    """
    if not by.is_operator:
        raise NotAllowed("the library is loaded at the command line")
    unknown = sorted({one for limb in described.limbs() for one in limb.duties} - set(CATALOGUE))
    if unknown:
        raise InvalidInput({"duties": f"No duty is called {', '.join(unknown)}"})
    here = Limb.objects.filter(recommendation__inspection__key=described.key)
    codes = {limb.key for limb in described.limbs()}
    gone = [code for code in here.order_by("id").values_list("code", flat=True)
            if code not in codes]  # fmt: skip
    if gone:
        raise InvalidInput({"limbs": f"This edition leaves out what is here: {', '.join(gone)}"})
    if not _is_newer(described):
        return False
    _keep(described)
    log.record(
        by,
        operation=Operation.COLLECTION,
        kind=RecordKind.INSPECTION,
        subjects=[],
        detail="inspection added",
    )
    return True


def _is_newer(shipped: Shipped) -> bool:
    held = Inspection.objects.filter(key=shipped.key).values_list("library_version", flat=True)
    return all(version is None or version < shipped.version for version in held)


def _keep(shipped: Shipped) -> None:
    inspection, _ = Inspection.objects.update_or_create(
        key=shipped.key,
        defaults={
            "inspectorate": shipped.inspectorate,
            "title": shipped.title,
            "other_titles": list(shipped.other_titles),
            "published_on": shipped.published,
            "types": list(shipped.types),
            "scope": shipped.scope,
            "summary": shipped.source,
            "recommendation_count": len(shipped.recommendations),
            "from_library": True,
            "library_version": shipped.version,
        },
    )
    for each in shipped.recommendations:
        _keep_recommendation(inspection, each)


def _keep_recommendation(inspection: Inspection, shipped: InspectionRecommendation) -> None:
    recommendation, _ = Recommendation.objects.update_or_create(
        inspection=inspection,
        number=shipped.number,
        defaults={
            "title": shipped.title or "",
            "addressee": ", ".join(shipped.addressees) or "unknown",
            "deadline_as_printed": shipped.deadline_as_printed or "",
            "deadline": shipped.deadline,
            "deadline_note": shipped.deadline_note or "",
        },
    )
    for limb in shipped.limbs:
        Limb.objects.update_or_create(
            recommendation=recommendation,
            code=limb.key,
            defaults={
                "title": limb.title,
                "asked": limb.asked,
                "shown_by": KEPT[limb.shown_by],
                "why_shown_so": limb.how,
                "duties": list(limb.duties),
                "counted": limb.counts.value,
            },
        )
