"""An inspection as it stands here, as the description from which it can be brought in elsewhere."""

from dutybook.access.viewer import Viewer
from dutybook.documents.inspections import Counts, InspectionRecommendation
from dutybook.documents.inspections import Inspection as Described
from dutybook.documents.inspections import Limb as DescribedLimb
from dutybook.inspections.models import Limb, Recommendation
from dutybook.inspections.queries.choosing import the_inspection
from dutybook.inspections.shown_by import DESCRIBED

UNKNOWN = "unknown"


def described(_viewer: Viewer, key: str) -> Described:
    """The whole inspection. It holds nothing that any force said, so that anybody may have it.

    Raises `NotFound`.
    """
    inspection = the_inspection(key)
    held = {
        one.number: _recommendation(one)
        for one in inspection.recommendations.prefetch_related("limbs").order_by("number")
    }
    count = inspection.recommendation_count or max(held, default=0)
    return Described(
        key=inspection.key,
        version=inspection.library_version or 1,
        inspectorate=inspection.inspectorate,
        title=inspection.title,
        other_titles=tuple(inspection.other_titles),
        published=inspection.published_on,
        types=tuple(inspection.types),
        scope=inspection.scope,
        source=inspection.summary,
        recommendations=tuple(
            held.get(number, InspectionRecommendation(number)) for number in range(1, count + 1)
        ),
    )


def _recommendation(one: Recommendation) -> InspectionRecommendation:
    if not one.text_available:
        return InspectionRecommendation(one.number)
    return InspectionRecommendation(
        number=one.number,
        title=one.title,
        addressees=() if one.addressee == UNKNOWN else tuple(one.addressee.split(", ")),
        deadline_as_printed=one.deadline_as_printed or None,
        deadline=one.deadline,
        deadline_note=one.deadline_note or None,
        limbs=tuple(_limb(limb) for limb in sorted(one.limbs.all(), key=lambda each: each.code)),
    )


def _limb(limb: Limb) -> DescribedLimb:
    return DescribedLimb(
        key=limb.code,
        title=limb.title,
        asked=limb.asked,
        shown_by=DESCRIBED[limb.shown_by],
        how=limb.why_shown_so,
        duties=tuple(limb.duties),
        counts=Counts(limb.counted),
    )
