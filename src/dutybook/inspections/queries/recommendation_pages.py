"""One recommendation: what is asked, the printed answer, and its limbs side by side."""

from dataclasses import dataclass
from datetime import date, datetime

from dutybook.access.consulting import consultation
from dutybook.access.errors import NotFound
from dutybook.access.viewer import Viewer
from dutybook.inspections.models import ImportedResponse, Inspection
from dutybook.inspections.queries.choosing import ForceChoice
from dutybook.inspections.queries.commitments import Promise, promises_on
from dutybook.inspections.queries.inspection_pages import (
    BodyComment,
    Owners,
    RecommendationLine,
    inspection_page,
)


@dataclass(frozen=True)
class RecommendationPage:
    """One recommendation as one force answers it; `comment` is the policing body's own, `promises`
    what anybody undertook to do about it, `owner` who answers for it in the force."""

    inspection: Inspection
    choice: ForceChoice
    response: ImportedResponse | None
    line: RecommendationLine
    comment: BodyComment | None
    promises: tuple[Promise, ...]
    owner: Owners | None
    day: date


@consultation
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
    about = line.recommendation.pk
    made = promises_on(page.choice.force.pk, day, recommendations=[about])
    return RecommendationPage(
        inspection=page.inspection,
        choice=page.choice,
        response=page.response,
        line=line,
        comment=line.comment,
        promises=made.get(about, ()),
        owner=line.owners if page.choice.records_here else None,
        day=day,
    )
