"""One recommendation: what is asked, the printed answer, and its limbs side by side."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import ImportedResponse, Inspection, PolicingBodyComment
from dutybook.inspections.queries.choosing import ForceChoice
from dutybook.inspections.queries.inspection_pages import RecommendationLine, inspection_page


@dataclass(frozen=True)
class RecommendationPage:
    """One recommendation as one force answers it; `comment` is the policing body's own."""

    inspection: Inspection
    choice: ForceChoice
    response: ImportedResponse | None
    line: RecommendationLine
    comment: PolicingBodyComment | None
    day: date


@transaction.atomic
def recommendation_page(
    viewer: Viewer,
    key: str,
    number: int,
    *,
    day: date,
    now: datetime,
    force_key: str | None = None,
) -> RecommendationPage:
    """Raises NotFound for an inspection, number or force that cannot be shown."""
    page = inspection_page(viewer, key, day=day, now=now, force_key=force_key, numbers=(number,))
    if not page.recommendations:
        raise NotFound
    line = page.recommendations[0]
    return RecommendationPage(
        inspection=page.inspection,
        choice=page.choice,
        response=page.response,
        line=line,
        comment=newest_comment(page.choice.force.pk, line.recommendation.pk),
        day=day,
    )


def newest_comment(force_id: int, recommendation_id: int) -> PolicingBodyComment | None:
    """The policing body's comment that stands, drafted or adopted."""
    return (
        PolicingBodyComment.objects.filter(force_id=force_id, recommendation_id=recommendation_id)
        .select_related("written_by")
        .order_by("-id")
        .first()
    )
